"""What somebody asks of a ledger."""

from dataclasses import dataclass

from django.http import QueryDict

from bureau.org.models import Person

ME = "me"  # of a field of persons: whoever looks
OURS = "本单位"  # of a field of units: the units of whoever looks


@dataclass(frozen=True)
class Asked:
    """As much of a request as filters and tables read: who asks, and the address's query. A worker is handed this."""

    user: Person
    GET: QueryDict

    @classmethod
    def again(cls, person: Person, query: str) -> "Asked":
        """The same question once more, from the query as it stood in the address."""
        return cls(person, QueryDict(query))
