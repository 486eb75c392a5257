"""上游有变 at every link: whatever quotes something, in every state, under every change that can befall what it quoted.

The places are those of the register (`tellers`): a kind that tells of causes quotes them, and one without a row here fails."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

import complaints.actions as complaining
import instructions.actions as instructing
from appraisal.actions import adjusting, publishing, valuing
from appraisal.cadres.models import Merit, Use
from appraisal.models import Adjustment, Period, Result
from bureau.matters.deadlines import duties
from bureau.matters.lineage import changing
from bureau.matters.lineage.nodes import Key
from bureau.matters.lineage.tellers import TELLERS, no_causes
from bureau.matters.linking import link
from bureau.matters.models import Contest, Duty, Link, Matter, UpstreamChange
from bureau.matters.service import contesting
from bureau.urging import actions as urging
from bureau.urging.models import Urging
from directives import actions
from directives.suggestions import actions as suggesting
from reports import actions as bulletins
from reports.models import Bulletin, Rendering
from tests.accountability import playing as holding
from tests.accountability.test_returns import appeal
from tests.appraisal.playing import appraiser, begin, cell, draft, part_of, play, play_on, publish, taken_up
from tests.county import County, in_days
from tests.house.scene import issue
from tests.merits import playing as grading
from tests.reports.conftest import faces

__all__ = ["faces"]

pytestmark = pytest.mark.django_db
What = UpstreamChange.What
# Kinds that tell of causes and are no places: a change of what they came of is one of their own matter.
OWN = {
    "subject": "stands in the very case that it came of; its steps are the case's",
    "result": "reckoned from adjustments: one that is revoked has the result owed anew (RESCORE)",
}


@dataclass
class Scene:
    """A place that quotes something; `change`: what happens to that, by its verb. `rows`: what must not be rewritten."""

    key: Key
    change: Callable[[], Any]
    rows: Any


# --- what is quoted, and what happens to it --------------------------------------------------------------
def reopened(county: County) -> tuple[Matter, Callable[[], Any]]:
    one = county.directive("closed")
    return one.matter, lambda: actions.reopen(county.director, one, "现场复核发现两座没有排查。", in_days(10))


def voided(county: County) -> tuple[Matter, Callable[[], Any]]:
    one = county.directive("running", due=in_days(-20))
    return one.matter, lambda: actions.void(county.director, one, "重复立项。")


def moved(county: County) -> tuple[Matter, Callable[[], Any]]:
    one = county.directive("running", due=in_days(-20))
    return one.matter, lambda: duties.extend(Matter.objects.get(pk=one.pk), in_days(10))


def merged(county: County) -> tuple[Matter, Callable[[], Any]]:
    into, one = county.complaint("running"), county.complaint("registered")
    return one.matter, lambda: complaining.merge(county.clerk, one, into.matter.number)


def concluded_otherwise(county: County) -> tuple[Matter, Callable[[], Any]]:
    one = county.inspection("contested")
    contest = Contest.objects.get(service__matter=one.pk)
    return one.matter, lambda: contesting.decide(county.magistrate, contest, "revoked", "查错了地方。")


def word_taken_back(county: County) -> tuple[Matter, Callable[[], Any]]:
    one = county.instruction("reported")
    plan = instructing.Plan(county.roads)
    instructing.again(county.magistrate, one, county.word(words="请交通运输局再核。"), plan)
    return one.matter, lambda: instructing.withdraw_again(county.magistrate, one)


DIRECTIVES = {What.REOPENED: reopened, What.VOIDED: voided, What.DUE_MOVED: moved}
MATTERS = DIRECTIVES | {
    What.MERGED: merged,
    What.RECALLED: concluded_otherwise,
    What.WITHDRAWN: word_taken_back,
}


# --- the places ------------------------------------------------------------------------------------------
def pointing(county: County, state: str, what: str, why: str = Link.Why.ARISES) -> Scene:
    matter, change = MATTERS[What(what)](county)
    place = county.suggestion("answered" if state == "closed" else "sent")
    link(place.matter, matter, why)
    if state == "closed":
        suggesting.close(county.officer, place, "已采纳，不另行文。")
    if state == "void":
        suggesting.void(county.director, place, "提错了单位。")
    return Scene(Key("matter", place.pk), change, Link.objects.filter(source=place.pk))


def quoted(county: County, state: str, what: str) -> Scene:
    """A bulletin on the paper that the directive came of."""
    _matter, change = DIRECTIVES[What(what)](county)
    one = bulletins.draft_from_source(county.officer, county.source)
    if state == "issued":
        one = issue(county, one)
    return Scene(Key("bulletin", one.pk), change, Bulletin.objects.filter(pk=one.pk))


def counted(county: County, state: str, what: str) -> Scene:
    """Points for what was late, for a card, for a measure."""
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    key, change = POINTS[What(what)](county)
    one = taken_up(county, part_of(period, county.water), key)
    if state in ("approved", "published"):
        adjusting.approve(county.director, one)
    if state == "published":
        play_on(county, period, "collecting", "published")
    if state == "dismissed":
        adjusting.dismiss(county.director, one, "另行处理。")
    return Scene(Key("adjustment", one.pk), change, Adjustment.objects.filter(pk=one.pk))


def by_lateness(turn: Callable) -> Callable[[County], tuple[str, Callable[[], Any]]]:
    def build(county: County) -> tuple[str, Callable[[], Any]]:
        matter, change = turn(county)
        return f"overdue.{matter.assignments.get().pk}", change

    return build


def by_card(county: County) -> tuple[str, Callable[[], Any]]:
    paper = card(county)
    return f"urging.{paper.pk}", lambda: urging.withdraw(county.director, paper, "时限算错了")


def by_measure(county: County) -> tuple[str, Callable[[], Any]]:
    it = holding.play(county, "executed")
    waiting = appeal(it, "unit", "review")
    decide = lambda: contesting.decide(county.magistrate, waiting, "revoked", "事实不清。")  # noqa: E731
    return f"measure.{it.subject().pk}", decide


POINTS = {
    What.VOIDED: by_lateness(voided),
    What.DUE_MOVED: by_lateness(moved),
    What.WITHDRAWN: by_card,
    What.RECALLED: by_measure,
}


def card(county: County) -> Urging:
    late = county.directive("running", due=in_days(-20))
    duty = Duty.objects.select_related("matter", "assignment__unit").get(
        matter=late.pk, step="report", done_at=None
    )
    return urging.issue(county.officer, duty, "letter")


def urged(county: County, state: str, _what: str) -> Scene:
    """A card for a day that is no more the day."""
    paper = card(county)
    if state == "answered":
        urging.answer(county.water_liaison, paper, "正在加快。")
    if state == "withdrawn":
        urging.withdraw(county.director, paper, "发错了单位。")
    matter = Matter.objects.get(pk=paper.matter_id)
    return Scene(
        Key("urging", paper.pk),
        lambda: duties.extend(matter, in_days(10)),
        Urging.objects.filter(pk=paper.pk),
    )


def weighed(county: County, state: str, what: str) -> Scene:
    """The deputy's grade: an appeal takes the measure away that kept from the first one; the unit's result is corrected."""
    team = grading.team(county)
    it = holding.play(county, "executed", people={"deputy": team["deputy"], "head": team["head"]})
    period = grading.published(county)
    review = grading.play(county, period, state)
    one = grading.merit_of(review, "deputy")
    waiting = appeal(it, "deputy", "appeal")
    change = {
        What.RECALLED: lambda: contesting.decide(county.magistrate, waiting, "revoked", "事实不清。"),
        What.CORRECTED: lambda: corrected(county, period),
    }
    return Scene(Key("merit", one.pk), change[What(what)], Merit.objects.filter(pk=one.pk))


def corrected(county: County, period: Period) -> None:
    wrong = {cell(part_of(period, county.water), "1.1"): valuing.Typed("given", {"value": "10"}, 1)}
    valuing.write_values(appraiser(county), period, wrong)
    publishing.correct(county.magistrate, period, "重点任务抄录有误")


def followed(county: County, state: str, _what: str) -> Scene:
    """What was proposed for the third grade, of which a review makes the second."""
    grading.team(county)
    review = grading.play(county, grading.published(county), "told", head=("third", "两次被通报"))
    merit = grading.merit_of(review, "head")
    grading.carry_out(county, merit, "admonish", until=state)
    grading.reopen(county, review)
    use = Use.objects.get(merit=merit)
    change = lambda: grading.grade_anew(county, review, head=("second", "复核后"))  # noqa: E731
    return Scene(Key("use", use.pk), change, Use.objects.filter(pk=use.pk))


# --- the table: by kind, who builds it, the changes that reach it, the states in which they do and in which nothing is left to decide ------
@dataclass(frozen=True)
class Row:
    build: Callable[[County, str, str], Scene]
    changes: tuple[str, ...]
    waits: tuple[str, ...]
    silent: tuple[str, ...]


ROWS = {
    "matter": Row(pointing, tuple(MATTERS), ("sent", "closed"), ("void",)),
    "bulletin": Row(quoted, tuple(DIRECTIVES), ("issued",), ("draft",)),
    "adjustment": Row(counted, tuple(POINTS), ("confirmed", "approved", "published"), ("dismissed",)),
    "urging": Row(urged, (What.DUE_MOVED,), ("issued", "answered"), ("withdrawn",)),
    "merit": Row(weighed, (What.RECALLED, What.CORRECTED), ("approved", "told"), ("graded",)),
    "use": Row(followed, (What.CORRECTED,), ("asked", "agreed", "sent", "closed"), ("dropped",)),
}
CASES = [
    pytest.param(kind, what, state, state in row.waits, id=f"{kind}-{what}-{state}")
    for kind, row in ROWS.items()
    for what in row.changes
    for state in (*row.waits, *row.silent)
]


def test_every_kind_that_quotes_has_a_row():
    quoting = {kind for kind, teller in TELLERS.items() if teller.causes is not no_causes}
    assert quoting == {*ROWS, *OWN}


def test_every_change_has_a_row():
    assert {what for row in ROWS.values() for what in row.changes} == set(What)


@pytest.fixture
def told(monkeypatch) -> "Told":
    return Told(monkeypatch)


class Told:
    """What was told to have changed, to be told once more."""

    def __init__(self, monkeypatch):
        self.calls, self.upset = [], changing.upset
        monkeypatch.setattr(changing, "upset", self.note)

    def note(self, matter, what, *words, **of) -> None:
        self.calls.append((matter, what, words, of))
        self.upset(matter, what, *words, **of)

    def again(self, change: UpstreamChange) -> None:
        """The same sort of change is told anew, and waits once."""
        for matter, what, words, of in self.calls:
            if (matter.pk, what) == (change.matter_id, change.what):
                self.upset(matter, what, *words, **of)
        assert UpstreamChange.objects.filter(kind=change.kind, key=change.key, verdict="").count() == 1


@pytest.mark.parametrize("kind, what, state, waits", CASES)
def test_what_quoted_it_waits_once_and_is_not_rewritten(county, faces, told, kind, what, state, waits):
    scene = ROWS[kind].build(county, state, what)
    issued = kept()
    before = list(scene.rows.values())
    scene.change()
    found = UpstreamChange.objects.filter(kind=scene.key.kind, key=scene.key.pk, verdict="")
    assert [one.what for one in found] == ([what] if waits else [])
    assert list(scene.rows.values()) == before
    assert kept()[: len(issued)] == issued
    for change in found:
        told.again(change)
        decided(county, change)


def kept() -> list:
    """What was published, printed, frozen."""
    results = Result.objects.order_by("pk").values_list("inputs", "outputs")
    return [*results, *Rendering.objects.order_by("pk").values_list("sha256")]


def decided(county: County, change: UpstreamChange) -> None:
    """It waits for somebody, and for nobody once they have said what it means."""
    people = (county.officer, county.clerk, county.inquirer, appraiser(county), county.director)
    asked = [one for one in people if changing.waiting(one).filter(pk=change.pk).exists()]
    assert asked
    if change.about:
        assert Duty.objects.filter(matter=change.about, step="settle_change", done_at=None).count() == 1
    changing.settle(asked[0], change.pk, "stands", "不受影响。")
    assert not any(changing.waiting(one).filter(pk=change.pk).exists() for one in people)
