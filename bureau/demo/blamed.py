"""A case of accountability on the stage, and what its desk does with it, as lines of a tale."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from accountability import actions
from accountability.actions import Clue, Piece, Talk
from accountability.models import Case, Measure, Sanction, Subject
from accountability.proposals import answer, find
from bureau.demo.scene import Scene
from bureau.demo.tale import Act, Blamed, flat
from bureau.matters.access import grants
from bureau.matters.models import Matter, Service
from bureau.org.models import Position
from bureau.vault.particulars import Particulars
from complaints.models import Complaint

DESK = "accountability"
READS_FOR = timedelta(days=180)
NO_TOLERANCE = "没有应当容错的情形。"


class BlamedScene(Scene):
    model, verbs = Case, actions

    def __init__(self, cast, days, tale: Blamed, place: float):
        super().__init__(cast, days, tale, DESK, place)

    @property
    def acts(self) -> list:
        told = sorted(flat(self.tale.acts), key=lambda act: act.day)
        return [Act(self.tale.day, BlamedScene.enter), *told]

    @property
    def origin(self) -> Matter | None:
        """The matter that it arose from."""
        about = self.tale.about
        named = Q(title=about) | Q(pk__in=Complaint.objects.filter(facts=about).values("pk"))
        return Matter.objects.get(named) if about else None

    def enter(self) -> None:
        tale, about = self.tale, self.origin
        clue = Clue(
            tale.title,
            tale.source,
            tale.fault,
            tale.summary,
            timezone.localdate(),
            source_words=str(about.number) if about else tale.source_words,
            happened=tale.happened,
            materials=tale.materials,
            units=tuple(self.cast.units[who] for who in tale.subjects if who in self.cast.units),
            positions=tuple(self.position(who) for who in tale.subjects if who not in self.cast.units),
        )
        proposal = find(self.officer, tale.rule, about.pk, clue.units[0].pk) if tale.rule and about else None
        who = Particulars(**tale.who) if tale.who else None
        case = actions.register(self.person(tale.by), clue, about, who)
        if about:
            until = timezone.localdate() + READS_FOR
            grants.grant(self.person("director"), about, self.officer, "核查问责线索", until)
        if proposal:
            answer(self.officer, proposal, "登记为线索", case)
        self.pk = case.pk

    def position(self, who: str) -> Position:
        """By what others read of it: 「县水利局局长」."""
        found = Position.objects.select_related("unit", "cadre__person")
        return next(one for one in found if str(one) == who)

    def subject(self, who: str) -> Subject:
        found = Subject.objects.filter(case=self.pk).select_related(
            "case__matter__officer", "unit", "position__unit", "position__cadre", "notice", "decision"
        )
        return next(one for one in found if str(one) == who)

    def sanction(self, who: str, measure: str) -> Sanction:
        found = self.subject(who).sanctions.select_related(
            "measure", "subject__case__matter__officer", "subject__unit", "subject__position__unit"
        )
        return found.get(measure__label=measure)

    def paper(self, who: str, field: str) -> Service:
        return Service.objects.get(pk=getattr(self.subject(who), f"{field}_id"))

    @property
    def team(self) -> list:
        return [self.person(login) for login in self.tale.team]


def keys(labels) -> list[str]:
    return [str(key) for key in Measure.objects.filter(label__in=labels).values_list("pk", flat=True)]


# --- clue, check, filing ------------------------------------------------------------------------------
def checked(
    day: int,
    on: int,
    plan: str,
    findings: str,
    responsibility: str,
    opinion: str = "file",
    unproved: str = "",
) -> tuple:
    """受理并初核, and reported on the day `on`."""
    written = {
        "check_findings": findings,
        "check_unproved": unproved,
        "check_responsibility": responsibility,
        "check_tolerance": NO_TOLERANCE,
        "check_opinion": opinion,
    }
    return (
        Act(day, lambda scene: actions.check(scene.officer, scene.record, scene.team, plan)),
        Act(on, lambda scene: actions.report_check(scene.officer, scene.record, **written)),
    )


def filed(day: int, basis: str) -> tuple:
    """Proposed, approved by the magistrate on the next working day; the director names who investigates."""
    return (
        Act(day, lambda scene: actions.propose_filing(scene.officer, scene.record, basis)),
        Act(
            day + 1,
            lambda scene: actions.approve_filing(scene.person("magistrate"), scene.record, "同意立案。"),
        ),
        Act(day + 1, lambda scene: actions.appoint(scene.person("director"), scene.record, scene.team)),
    )


def referred(day: int, organ: str, reason: str) -> Act:
    return Act(day, lambda scene: actions.refer(scene.person("director"), scene.record, organ, reason))


# --- investigation ------------------------------------------------------------------------------------
def gathered(day: int, name: str, origin: str, pages: int, quote: str = "") -> Act:
    """A piece of evidence; with a `quote` it is taken from the matter that the case arose from."""

    def play(scene):
        source = scene.origin if quote else None
        piece = Piece(name, origin, timezone.localdate(), pages, not quote, source, quote)
        actions.gather(scene.officer, scene.record, piece)

    return Act(day, play)


def interviewed(day: int, asked: str, text: str, place: str = "督查局谈话室") -> Act:
    """By both of the team, for less than half an hour."""

    def play(scene):
        now: datetime = timezone.now()
        talk = Talk(asked, place, now - timedelta(minutes=25), now, text, tuple(scene.team))
        actions.interview(scene.officer, scene.record, talk)

    return Act(day, play)


def found(day: int, who: str, findings: str, part: str, *measures: str) -> Act:
    return Act(
        day, lambda scene: actions.find(scene.officer, scene.subject(who), findings, part, keys(measures))
    )


def reported(
    day: int, facts: str, breach: str, opinion: str, mitigating: str = "", aggravating: str = ""
) -> tuple:
    """The report, accepted by the director on the next working day."""
    written = {
        "report_facts": facts,
        "report_breach": breach,
        "report_aggravating": aggravating,
        "report_mitigating": mitigating,
        "report_opinion": opinion,
    }
    return (
        Act(day, lambda scene: actions.report(scene.officer, scene.record, **written)),
        Act(day + 1, lambda scene: actions.accept_report(scene.person("director"), scene.record, "同意。")),
    )
