"""A proposed paper as the page shows it: to whom, for what, how late, what went before, and why this one."""

from collections import defaultdict
from dataclasses import dataclass

from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Duty, Reply
from bureau.notices.ladder import ORDER, PAPERS
from bureau.notices.models import Kind
from bureau.urging import flow
from bureau.urging.models import Urging
from bureau.urging.policy import may

AT = {place: Kind(kind) for kind, place in ORDER.items()}
PLEAS = {Reply.Kind.EXTENSION: "延期申请待审批", Reply.Kind.DISPUTE: "职责异议待裁定"}


@dataclass(frozen=True)
class Line:
    """One proposed paper. `milder`: kinds that may be issued instead; `plea`: what the unit waits for;
    `unserved`: nobody would receive it;
    `may`: the policy's answer to this person."""

    duty: Duty
    kind: Kind
    note: str
    why: str
    earlier: list[Urging]
    milder: list[Kind]
    plea: str
    unserved: bool
    may: object


def lines(person, duties, ladder) -> list[Line]:
    """`duties` as `proposals.proposed` gives them; two queries for all of them."""
    duties, lights = list(duties), Lights(ladder.now)
    earlier, pleas = papers_by_step(duties), pleading(duties)
    return [line(person, duty, ladder, lights, earlier, pleas) for duty in duties]


def line(person, duty, ladder, lights, earlier, pleas) -> Line:
    kind = AT[duty.reached]
    paper = Urging(kind=kind, matter=duty.matter, assignment=duty.assignment, duty=duty, state=flow.ISSUED)
    return Line(
        duty=duty,
        kind=kind,
        note=lights.note(duty.due_at),
        why=why(duty, kind, ladder),
        earlier=earlier[duty.assignment_id, duty.step],
        milder=[Kind(one) for one in PAPERS if duty.settled < ORDER[one] < duty.reached],
        plea=pleas.get(duty.assignment_id, ""),
        unserved=duty.unserved,
        may=may(person, flow.ISSUE, paper),
    )


def why(duty, kind: str, ladder) -> str:
    """What brought it to this rung."""
    if duty.twice and kind == Kind.RED:
        return "办结报告已两次被退回"
    days, urgency = ladder.offsets[duty.matter.urgency][kind], duty.matter.get_urgency_display()
    return f"{urgency}：{f'逾期满{days}个工作日' if days > 0 else '一过时限'}即为“{kind.label}”"


def papers_by_step(duties) -> dict[tuple, list[Urging]]:
    """Standing papers by assignment and step, oldest first."""
    found = Urging.objects.standing().filter(duty__assignment__in=[duty.assignment_id for duty in duties])
    by_step = defaultdict(list)
    for paper in found.select_related("duty", "matter").order_by("pk"):
        by_step[paper.duty.assignment_id, paper.duty.step].append(paper)
    return by_step


def pleading(duties) -> dict[int, str]:
    """Assignments whose plea waits for the bureau or a leader, with what it is for."""
    parts = [duty.assignment_id for duty in duties]
    waiting = Reply.objects.filter(assignment__in=parts, kind__in=PLEAS, state=Reply.State.SENT)
    return {part: PLEAS[kind] for part, kind in waiting.values_list("assignment", "kind")}
