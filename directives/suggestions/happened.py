"""Suggestions that a unit took up by a paper of its own, as something that may speak for it in its appraisal."""

from collections.abc import Iterator
from datetime import date

from bureau.matters.models import Secrecy
from bureau.matters.rooms import Happening
from directives.suggestions import states
from directives.suggestions.models import Suggestion, To

WORDS = 400  # characters


def happenings(since: date, until: date) -> Iterator[Happening]:
    """On the day of the paper. What is sealed is told to nobody beside its readers."""
    found = Suggestion.objects.filter(
        to=To.UNIT,
        state=states.ADOPTED,
        paper_date__range=(since, until),
        matter__secrecy=Secrecy.NORMAL,
    )
    for one in found.select_related("matter").order_by("pk"):
        assert one.paper_date is not None
        assert one.lead is not None
        words = f"采纳督查建议{one.matter.number}，形成{one.paper}：{one.matter.title}"
        yield Happening(
            "adopted", one.pk, one.lead.unit_id, one.paper_date, f"adopted.{one.pk}", words[:WORDS]
        )
