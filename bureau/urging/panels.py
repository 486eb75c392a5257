"""What a matter's page says of papers."""

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
    asked = proposed_lines(person, matter) if person.sits_at(matter.kind) else []
    return {"papers": papers, "proposed": asked} if papers or asked else None


def proposed_lines(person, matter) -> list:
    ladder = Ladder()
    return lines(person, proposed(person, ladder).filter(matter=matter), ladder)
