"""What a record is found by that does not stand on its cover, and units do not read: its column `secret_words`."""

from typing import Any

from django.db.models import QuerySet

from bureau.matters.access.search import matching
from bureau.matters.access.visibility import reads_all_above, where_reads_above
from bureau.org.models import Person


def by_secret_words(model: Any, person: Person, words: str) -> QuerySet:
    """Records whose words, as the bureau and the leaders read them, hold these; where `person` reads them so."""
    found = model.objects.filter(matching(words, column="secret_words"))
    return found if reads_all_above(person) else found.filter(where_reads_above(person, "matter"))
