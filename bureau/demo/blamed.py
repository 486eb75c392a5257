"""A case of accountability on the stage, and what its desk does with it, as lines of a tale."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from accountability import actions, states
from accountability.actions import Clue, Held, Piece, Talk
from accountability.models import CONDITIONS, Case, Measure, Sanction, Subject, Tolerance
from accountability.proposals import answer, find
from accountability.telling import circular
from bureau.cadres import keeping
from bureau.demo import files
from bureau.demo.scene import Scene
from bureau.demo.specials import CHECKS, SIGNS, press
from bureau.demo.tale import Act, Blamed, flat
from bureau.matters.models import Contest, Matter, Service
from bureau.matters.service import contesting, serving
from bureau.org.models import Position
from bureau.org.worktime import local
from bureau.vault.particulars import Particulars
from complaints.models import Complaint
from reports import actions as bulletins
from reports.models import Bulletin

DESK = "accountability"
LIFTING_DAYS = range(-30, -10)  # six months after the decision of the tale, whatever holidays lie between
ANSWER_WITHIN = timedelta(days=30)
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
        case = actions.register(self.officer, clue, about, who)
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


# --- told and heard -----------------------------------------------------------------------------------
def told(day: int, *everybody: str) -> tuple:
    """告知, received on the same day."""
    notices = [
        Act(day, lambda scene, who=who: actions.notify(scene.person("director"), scene.subject(who)))
        for who in everybody
    ]
    return (*notices, *(received(day, who, "notice") for who in everybody))


def received(day: int, who: str, field: str = "decision") -> Act:
    """By a click of whoever has an account; of others the desk enters the 送达回证."""

    def play(scene):
        subject, paper = scene.subject(who), scene.paper(who, field)
        if subject.position and (person := subject.position.cadre.person):
            return serving.receive(scene.person(person.username), paper)
        if not subject.position and scene.cast.has_head(who):
            return serving.receive(scene.head(who), paper)
        taker = "本人签收" if subject.position else "单位主要负责人签收"
        return serving.record_receipt(scene.officer, paper, "direct", timezone.localdate(), taker)

    return Act(day, play)


def pleaded(day: int, who: str, text: str) -> Act:
    """Handed in on paper."""

    def play(scene):
        contesting.enter(scene.officer, scene.paper(who, "notice"), "plea", timezone.localdate(), text)

    return Act(day, play)


def plea_answered(day: int, who: str, outcome: str, reason: str) -> Act:
    """By the deputy, who took no part; told to whoever pleaded."""

    def play(scene):
        contest = Contest.objects.select_related("service__matter").get(service=scene.paper(who, "notice"))
        contesting.decide(scene.person("deputy"), contest, outcome, reason)
        contest.refresh_from_db()
        serving.record_receipt(scene.officer, contest.answer, "direct", timezone.localdate(), "本人签收")

    return Act(day, play)


def waived(day: int, *everybody: str) -> tuple:
    """书面放弃申辩."""

    def play(scene, who):
        subject = scene.subject(who)
        signed = files.keep(
            "放弃申辩书.pdf", "已收到拟问责告知书，对告知的事实和方式没有意见，放弃陈述和申辩。", subject.unit
        )
        actions.waive(scene.officer, subject, [signed])

    return tuple(Act(day, lambda scene, who=who: play(scene, who)) for who in everybody)


def tolerated(day: int, who: str, text: str, on: int, weighed: dict[str, str], reason: str) -> tuple:
    """容错 asked for, and granted on the day `on`: every condition holds."""

    def weigh(scene):
        one = Tolerance.objects.select_related("subject__case__matter", "subject__unit").get(
            subject=scene.subject(who)
        )
        found = {key: (True, weighed[key]) for key in CONDITIONS}
        actions.weigh(scene.person("director"), one, found, reason)

    def ask(scene):
        actions.apply_tolerance(scene.officer, scene.subject(who), text, timezone.localdate())

    return (Act(day, ask), Act(on, weigh))


# --- decision and what follows ------------------------------------------------------------------------
def deliberated(day: int, opinions: str, conclusion: str, against: str = "") -> Act:
    """By three of the bureau; `against`: what the one says who does not agree."""

    def play(scene):
        held = Held(
            timezone.localdate(),
            "督查局会议室",
            3,
            tuple(scene.person(login) for login in ("director", "deputy", DESK)),
            opinions,
            2 if against else 3,
            conclusion,
            noes=1 if against else 0,
            minority=against,
        )
        actions.deliberate(scene.officer, scene.record, held)

    return Act(day, play)


def resolved(day: int, who: str, *measures: str) -> Act:
    return Act(day, lambda scene: actions.resolve(scene.officer, scene.subject(who), keys(measures)))


def decided(day: int, who: str, basis: str = "local") -> tuple:
    """By the bureau; received on the next working day."""
    return (
        Act(day, lambda scene: actions.decide(scene.person("director"), scene.subject(who), basis)),
        received(day + 1, who),
    )


def recommended(day: int, who: str) -> Act:
    """问责建议书."""

    def play(scene):
        until = timezone.localdate() + ANSWER_WITHIN
        actions.recommend(scene.person("director"), scene.subject(who), until)

    return Act(day, play)


def organ_decided(day: int, who: str, number: int, *measures: str) -> tuple:
    """The organisation department's decision, entered when it came and received on the next working day."""

    def play(scene):
        today = timezone.localdate()
        actions.enter_decision(
            scene.officer,
            scene.subject(who),
            "organisation",
            f"桃组干〔{today.year}〕{number}号",
            today,
            keys(measures),
            "leading",
        )

    return (Act(day, play), received(day + 1, who))


def executed(day: int, who: str, measure: str, words: str) -> Act:
    def play(scene):
        actions.execute(scene.officer, scene.sanction(who, measure), timezone.localdate(), words)

    return Act(day, play)


def handed_in(day: int, who: str, measure: str, words: str, judged_on: int) -> tuple:
    """书面检查, judged by the director."""

    def hand_in(scene):
        actions.hand_in(scene.officer, scene.sanction(who, measure), timezone.localdate(), words)

    return (
        Act(day, hand_in),
        Act(judged_on, lambda scene: actions.accept(scene.person("director"), scene.sanction(who, measure))),
    )


def made_known(day: int, title: str, who: str) -> Act:
    """The circular: begun from the case, checked, signed, printed; and the measure carried out by it."""

    def play(scene):
        begun = circular(scene.officer, scene.matter)
        start = bulletins.Start("notice", "accountability", begun.subject)
        bulletin = bulletins.draft_text(scene.officer, start, begun.subject, begun.body)
        names = ("report_to", "send_to", "issue_to", "copies")
        kept = {name: getattr(bulletin, name) for name in names}
        bulletins.edit(scene.officer, bulletin, {"title": title, "body": bulletin.body, **kept}, {})
        bulletins.submit(scene.officer, bulletin)
        bulletins.check(scene.person(CHECKS), bulletin)
        bulletins.sign(scene.person(SIGNS), bulletin)
        press(Bulletin.objects.get(pk=bulletin.pk))
        issued = Bulletin.objects.get(pk=bulletin.pk)
        words = f"{local(timezone.now()):%Y年%-m月%-d日}以《{issued.get_series_display()}》第{issued.issue_no}期在全县通报。"
        actions.execute(scene.officer, scene.sanction(who, "通报批评"), timezone.localdate(), words)

    return Act(day, play)


def lifted(who: str, improvement: str, title: str, unit: str) -> tuple:
    """On the first working day after the last of the effect period, whichever that is; on the next one they are promoted."""

    def look(scene):
        subject, today = scene.subject(who), timezone.localdate()
        if subject.state == states.IN_EFFECT and today > subject.effect_until:
            actions.lift(scene.person("director"), subject, improvement)
        elif subject.state == states.LIFTED and subject.position.until is None:
            promote(scene, subject.position, title, unit)

    return tuple(Act(day, look) for day in LIFTING_DAYS)


def promote(scene, position: Position, title: str, unit: str) -> None:
    today = timezone.localdate()
    keeping.end(scene.officer, position, today - timedelta(days=1))
    held = keeping.Held(scene.cast.units[unit], title, "full", "head", today, "全面工作")
    keeping.appoint(scene.officer, position.cadre, held)
