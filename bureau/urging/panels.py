"""What a matter's page says of papers."""

from django.utils import timezone

from bureau.matters.deadlines import dues
from bureau.matters.known import duties_of, parts_of, replies_of
from bureau.matters.models import Reply
from bureau.matters.parts.states import RETURNED
from bureau.notices.ladder import Ladder
from bureau.urging.flow import ANSWER
from bureau.urging.lines import lines
from bureau.urging.models import Urging
from bureau.urging.offered import actions_on
from bureau.urging.proposals import proposed
from bureau.urging.tables import TONES


def of_matter(person, matter) -> dict | None:
    """The papers of a matter as far as this person sees them, newest first, with the way to answer, and at the desk
    what is proposed."""
    papers = list(Urging.objects.visible_to(person).with_all().filter(matter=matter))
    for paper in papers:
        paper.matter, paper.tone = matter, TONES[paper.kind]
        paper.actions = [one for one in actions_on(person, paper) if one["step"] == ANSWER.key]
    asked = proposed_lines(person, matter) if person.sits_at(matter.kind) and may_be_late(matter) else []
    return {"papers": papers, "proposed": asked} if papers or asked else None


def may_be_late(matter) -> bool:
    """Whether anything open asks for a paper at all: spares the ladder where nothing does."""
    now, owed = timezone.now(), [duty for duty in duties_of(matter) if duty.done_at is None]
    late = any(dues.DUES[duty.step].undone and duty.due_at and duty.due_at <= now for duty in owed)
    returned = (one for part in parts_of(matter) for one in replies_of(part) if one.state == RETURNED)
    return late or any(one.kind == Reply.Kind.FINAL for one in returned)


def proposed_lines(person, matter) -> list:
    ladder = Ladder()
    return lines(person, proposed(person, ladder).filter(matter=matter), ladder)
