"""Who led the units of the closed half-year: voted on by codes and on paper, scored, graded, and what was made of the grades."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from appraisal.actions.deliberating import Held
from appraisal.ballots.actions import counting, preparing, printing, voting
from appraisal.ballots.actions.preparing import Given, Voters
from appraisal.ballots.codes import new_codes
from appraisal.ballots.counting import Count
from appraisal.ballots.means import means_of
from appraisal.ballots.models import Group, Poll
from appraisal.cadres import actions
from appraisal.cadres.models import Review, Use
from appraisal.models import Period
from bureau.demo.appraise.stage import CHECKS, DESK, LEADER, Stage
from bureau.matters.models import Service
from bureau.matters.service import serving
from bureau.org.actor import Actor

STAFF = Voters("单位干部职工代表", Decimal(60), Group.Way.CODES, 16)
LEADERS = Voters("县级领导", Decimal(40), Group.Way.PAPER, 8)
MEETING = {
    "expected": 9,
    "present": "县委分管领导、组织部部长、督查局局长和有关负责人",
    "ayes": 9,
    "decided": "同意按得分和有关规定定等；影响期内的不评一等。",
}
WEAK, LAST = "双枫镇", "县林业局"  # whose deputies come out third and fourth
KINDS = Use.Kind


def voted(stage: Stage, period: Callable[[], Period]) -> None:
    """Of the teams and of their cadres, while the values are collected."""
    stage.at(-97, lambda: begin(stage, period()))
    stage.at(-95, lambda: vote(poll_of(period())))
    stage.at(-92, lambda: counting.close(Actor.of(stage.desk), poll_of(period())))
    stage.at(-91, lambda: count(stage, poll_of(period())))


def poll_of(period: Period) -> Poll:
    return Poll.objects.select_related("period__matter").get(period=period)


def begin(stage: Stage, period: Period) -> None:
    parts = period.appraised.select_related("assignment__unit").order_by("assignment__unit__order", "pk")
    units = [part.unit for part in parts]
    today = timezone.localdate()
    given = Given(
        "上半年民主测评",
        ["cadre"],
        [one for one in units if preparing.positions_of([one])],
        [STAFF, LEADERS],
        today,
        today + timedelta(days=10),
    )
    poll = preparing.register(stage.desk, period, given)
    preparing.begin(Actor.of(stage.desk), poll)


def vote(poll: Poll) -> None:
    """One code a ballot; nobody knows whose."""
    group = poll.groups.get(name=STAFF.name)
    codes = new_codes(STAFF.entitled)
    printing.print_codes(Actor.of(poll.officer), poll, group, codes)
    subjects = list(poll.subjects.select_related("unit"))
    for voter, code in enumerate(codes):
        voting.cast(code, [mark(one.unit.short, one.label, voter) for one in subjects])


def mark(unit: str, post: str, voter: int) -> int:
    """The option, from 1, the best: mostly the first two, of the weak ones the later."""
    turn = (voter * 7 + sum(map(ord, post))) % 10
    if unit == LAST:
        return 4 if turn < 7 else 3
    if unit == WEAK:
        return 3 if turn < 6 else 2
    return 1 if turn < 5 else 2


def count(stage: Stage, poll: Poll) -> None:
    """By two people, alike; confirmed by a third."""
    group, people = poll.groups.get(name=LEADERS.name), stage.cast.people
    subjects = list(poll.subjects.select_related("unit"))
    marks = [
        [mark(one.unit.short, one.label, voter + 3) for voter in range(LEADERS.entitled)] for one in subjects
    ]
    rows = tuple(tuple(row.count(option) for option in (1, 2, 3, 4)) for row in marks)
    for who in (DESK, "deputy"):
        counting.count_paper(Actor.of(people[who]), poll, group, Count(LEADERS.entitled, 0, rows))
    counting.confirm(Actor.of(people[CHECKS]), poll)


def graded(stage: Stage, period: Callable[[], Period], year: int) -> None:
    """After the result of the units was published."""
    desk, people = Actor.of(stage.desk), stage.cast.people

    def review() -> Review:
        return Review.objects.select_related("period__matter").get(period=period())

    stage.at(-64, lambda: actions.begin(desk, period()))
    stage.at(-63, lambda: fill(desk, review()))
    stage.at(-60, lambda: actions.deliberate(desk, review(), held(), {}))
    stage.at(-58, lambda: actions.approve(Actor.of(people[LEADER]), review(), f"桃考领〔{year}〕3号"))
    stage.at(-57, lambda: actions.tell(desk, review()))
    stage.at(-56, lambda: receive_all(desk, review()))
    stage.at(-55, lambda: propose(desk, review()))
    stage.at(-53, lambda: each_use(review(), lambda use: actions.agree(Actor.of(people[CHECKS]), use)))
    stage.at(-52, lambda: each_use(review(), lambda use: actions.send(desk, use)))
    stage.at(-35, lambda: close_some(desk, review(), year))


def held() -> Held:
    return Held(held_on=timezone.localdate(), **MEETING)


def fill(desk: Actor, review: Review) -> None:
    """The vote as it was counted; what leaders think and the work in charge of each."""
    means = means_of(review.period)
    merits = list(review.merits.filter(apart="").select_related("position__unit"))
    values = {}
    for place, one in enumerate(merits):
        low = {WEAK: 52, LAST: 14}.get(one.position.unit.short, 80)
        said = Decimal(low + (0 if low < 20 else place * 5 % 13))
        vote = means[one.position_id].value if one.position_id in means else said
        values[one.pk] = actions.Values(vote, said, said - 1)
    actions.enter(desk, review, values)


def receive_all(desk: Actor, review: Review) -> None:
    """Handed over to each of them."""
    papers = Service.objects.filter(matter=review.matter, position__isnull=False, received_at=None)
    for paper in papers.select_related("matter", "position__unit").order_by("pk"):
        serving.record_receipt(desk, paper, Service.Way.DIRECT, timezone.localdate(), "本人")


def propose(desk: Actor, review: Review) -> None:
    """What usually follows; of who comes last one thing of three."""
    actions.propose_usual(desk, review)
    for one in review.merits.filter(grade="fourth").select_related(
        "review__period__matter", "position__unit"
    ):
        actions.propose(desk, one, [KINDS.MOVE])


def each_use(review: Review, act: Callable[[Use], object]) -> None:
    joined = Use.objects.filter(merit__review=review).select_related(
        "merit__review__period__matter", "merit__cadre", "merit__position__unit"
    )
    for use in joined.order_by("pk"):
        act(use)


def close_some(desk: Actor, review: Review, year: int) -> None:
    """What the organs decided so far; two still wait."""
    uses = list(Use.objects.filter(merit__review=review).order_by("pk").values_list("pk", flat=True))
    waiting = set(uses[-2:]) if len(uses) > 4 else set()

    def close(use: Use) -> None:
        if use.pk not in waiting:
            actions.close(desk, use, "done", timezone.localdate(), f"桃组〔{year}〕21号")

    each_use(review, close)
