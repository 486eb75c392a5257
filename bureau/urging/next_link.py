"""Papers of urging among the proposals of a desk (`bureau.matters.proposing`)."""

from collections.abc import Iterator

from django.urls import reverse

from bureau.matters.proposing import MOST, Proposed, Proposer
from bureau.notices.ladder import Ladder
from bureau.org.models import Person
from bureau.urging.lines import Line, lines
from bureau.urging.proposals import proposed


def find(person: Person) -> Iterator[Proposed]:
    ladder = Ladder()
    return map(of_line, lines(person, proposed(person, ladder)[:MOST], ladder))


def of_line(line: Line) -> Proposed:
    duty, matter = line.duty, line.duty.matter
    unit = duty.assignment.unit.short
    return Proposed(
        about=f"{matter.number}“{matter.title}”",
        about_url=matter.get_absolute_url(),
        what=f"发{line.kind.label}",
        why=f"{unit}{duty.get_step_display()}{line.note}。{line.why}",
        take=reverse("urging:issue", args=[duty.pk, line.kind]),
        leave=reverse("urging:waive", args=[duty.pk, line.kind]),
    )


PROPOSER = Proposer(
    "urging",
    "催办文书",
    lambda person: person.of_the_bureau,
    find,
    "系统管理里的催办阶梯（提醒、催办单、督办函、红牌）",
)
