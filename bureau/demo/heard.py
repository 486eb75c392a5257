"""What a case comes to once it was investigated, as lines of a tale: told, heard, decided, carried out, over; and who asks about it."""

from datetime import timedelta

from django.utils import timezone

from accountability import actions, states
from accountability.actions import Held
from accountability.clearing import Letter, draft, read, sign
from accountability.models import CONDITIONS, Clearance, Tolerance
from accountability.telling import circular
from bureau.cadres import keeping
from bureau.demo import files
from bureau.demo.blamed import DESK, keys
from bureau.demo.specials import CHECKS, SIGNS, press
from bureau.demo.tale import Act
from bureau.matters.models import Contest
from bureau.matters.service import contesting, serving
from bureau.org.models import Position
from reports import actions as bulletins
from reports.models import Bulletin

LIFTING_DAYS = range(-30, -10)  # six months after the decision of the tale, whatever holidays lie between
ANSWER_WITHIN = timedelta(days=30)


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

    return Act(day, lambda scene: take(scene, who, field))


def take(scene, who: str, field: str) -> None:
    subject, paper = scene.subject(who), scene.paper(who, field)
    if subject.position and (person := subject.position.cadre.person):
        serving.receive(scene.person(person.username), paper)
    elif not subject.position and scene.cast.has_head(who):
        serving.receive(scene.head(who), paper)
    else:
        taker = "本人" if subject.position else "单位主要负责人"
        serving.record_receipt(scene.officer, paper, "direct", timezone.localdate(), taker)


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
        serving.record_receipt(scene.officer, contest.answer, "direct", timezone.localdate(), "本人")

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


def made_known(day: int, title: str) -> Act:
    """The circular: begun from the case, checked, signed, printed; by which the measure is carried out."""

    def play(scene):
        begun = circular(scene.officer, scene.matter)
        start = bulletins.Start("notice", "accountability", begun.subject)
        bulletin = bulletins.draft_circular(scene.officer, start, scene.matter, begun)
        names = ("report_to", "send_to", "issue_to", "copies")
        kept = {name: getattr(bulletin, name) for name in names}
        bulletins.edit(scene.officer, bulletin, {"title": title, "body": bulletin.body, **kept}, {})
        bulletins.submit(scene.officer, bulletin)
        bulletins.check(scene.person(CHECKS), bulletin)
        bulletins.sign(scene.person(SIGNS), bulletin)
        press(Bulletin.objects.get(pk=bulletin.pk))

    return Act(day, play)


def lifted(who: str, improvement: str, title: str, unit: str) -> tuple:
    """On the first working day after the last of the effect period, whichever that is; on the next one they are promoted."""

    def look(scene):
        subject, today = scene.subject(who), timezone.localdate()
        if subject.state == states.IN_EFFECT and today > subject.effect_until:
            actions.lift(scene.person("director"), subject, improvement)
            take(scene, who, "lifting")
        elif subject.state == states.LIFTED and subject.position.until is None:
            promote(scene, subject.position, title, unit)

    return tuple(Act(day, look) for day in LIFTING_DAYS)


def promote(scene, position: Position, title: str, unit: str) -> None:
    today = timezone.localdate()
    keeping.end(scene.officer, position, today - timedelta(days=1))
    held = keeping.Held(scene.cast.units[unit], title, "full", "head", today, "全面工作")
    keeping.appoint(scene.officer, position.cadre, held)


# --- 回复意见 -------------------------------------------------------------------------------------------
def asked_about(day: int, purpose: str, *everybody: str) -> tuple:
    """The organisation department asks about these persons; answered by the director on the next working day."""

    def ask(scene):
        today = timezone.localdate()
        letter = Letter("县委组织部", today, today, purpose, f"桃组函〔{today.year}〕46号")
        names = "\n".join(scene.position(who).cadre.code for who in everybody)
        draft(scene.officer, letter, read(names))

    return (
        Act(day, ask),
        Act(day + 1, lambda scene: sign(scene.person("director"), Clearance.objects.latest("pk"))),
    )
