"""What a complaint is found by that does not stand on its cover: what was told, about whom. Who told it is found by nobody."""

from django.db.models import QuerySet

from bureau.matters.access.search import matching
from bureau.matters.access.visibility import reads_all_above, where_reads_above
from bureau.org.models import Person
from complaints.models import Complaint


def by_all_words(person: Person, words: str) -> QuerySet[Complaint]:
    """Records whose words, as the bureau and the leaders read them, hold these; where `person` reads them so."""
    found = Complaint.objects.filter(matching(words, column="secret_words"))
    return found if reads_all_above(person) else found.filter(where_reads_above(person, "matter"))
