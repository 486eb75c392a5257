"""A complaint on the stage, and what the desk does with it, as lines of a tale."""

from decimal import Decimal

from django.utils import timezone

from bureau.demo.acts import countersigned, reported, signed
from bureau.demo.scene import Scene
from bureau.demo.tale import Act, Met, Told, flat
from bureau.vault.particulars import Particulars
from complaints import actions
from complaints.actions import visiting
from complaints.models import AgreedItem, Cause, Complaint, Reception
from complaints.wording import first_answer

CLERK, CALLS_BACK = "intake", "deputy"


class ComplainedScene(Scene):
    model, verbs = Complaint, actions

    def __init__(self, cast, days, tale: Told, place: float):
        super().__init__(cast, days, tale, CLERK, place)

    @property
    def acts(self) -> list:
        return [Act(self.tale.day, ComplainedScene.enter), *flat(self.tale.acts)]

    def enter(self) -> None:
        """Answered on the spot, or a complaint."""
        tale = self.tale
        representatives = min(tale.persons, Reception.MOST_VISITORS)
        received = actions.Received(
            tale.channel, timezone.now(), tale.persons, representatives, order_number=order_number(self)
        )
        if tale.answer:
            actions.answer_at_once(self.officer, received, "咨询", tale.facts, tale.answer)
            return
        told = actions.Told(
            cause=Cause.objects.get(label=tale.cause),
            facts=tale.facts,
            identity_mode=tale.mode if tale.who else "anonymous",
            respondent=self.cast.units[tale.respondent] if tale.respondent else None,
            place=tale.place,
            happened=tale.happened,
            demand=tale.demand,
            complainant=tale.complainant,
            wants_reply=bool(tale.who),
        )
        made = actions.register(self.officer, received, told, who(tale), tale.urgency)
        self.pk = made.pk


class MetScene(Scene):
    """走访, 座谈会: no matter comes of it by itself."""

    def __init__(self, cast, days, tale: Met, place: float):
        super().__init__(cast, days, tale, CLERK, place)

    @property
    def acts(self) -> list:
        return [Act(self.tale.day, MetScene.enter)]

    def enter(self) -> None:
        tale, today = self.tale, timezone.localdate()
        words = [question for question, _answer in tale.raised]
        given = (tale.place, "督查局副局长、投诉受理员", tale.count, words, tale.enterprises)
        visit = visiting.register_visit(self.officer, tale.kind, today, *given)
        for question, (_words, answer) in zip(visit.questions.all(), tale.raised, strict=True):
            if answer:
                visiting.answer_question(self.officer, question, answer)


def order_number(scene) -> str:
    return (
        f"{timezone.localdate():%Y%m%d}0{abs(scene.tale.day):03}" if scene.tale.channel == "hotline" else ""
    )


def who(tale: Told) -> Particulars:
    return Particulars(**dict(zip(("name", "phone", "enterprise"), tale.who, strict=False)))


def accepted(day: int, mode: str = "transfer", urgency: str = "normal", told: bool = True) -> tuple:
    """受理, and the complainant is told."""
    acts = [Act(day, lambda scene: actions.accept(scene.officer, scene.record, mode, urgency))]
    return (*acts, told_so(day)) if told else tuple(acts)


def told_so(day: int, remark: str = "") -> Act:
    return Act(day, lambda scene: actions.tell(scene.officer, scene.record, "call", remark))


def given(day: int, lead: str, summary: str, co: tuple[str, ...] = (), urgency: str = "normal") -> tuple:
    """转办, and the units sign."""

    def play(scene):
        units = scene.cast.units
        more = {"co": [units[name] for name in co]}
        return actions.dispatch(scene.officer, scene.record, units[lead], summary, urgency, **more)

    return (Act(day, play), *(signed(day, unit) for unit in (lead, *co)))


def done(day: int, text: str, finding: str, remedy: str, refunded: int = 0) -> tuple:
    """Reported, and found two days later."""
    return (sent(day, text), found(day + 1, finding, remedy, refunded))


def sent(day: int, text: str) -> Act:
    """办结报告, countersigned where its unit wants that."""

    def play(scene):
        reported(day, text).play(scene)
        if scene.part().unit.countersigns:
            countersigned(day).play(scene)

    return Act(day, play)


def found(day: int, finding: str, remedy: str, refunded: int = 0) -> Act:
    """审核认定; what the desk did itself by a bureau leader."""

    def play(scene):
        record = scene.record
        judge = scene.person("director") if record.self_handled else scene.officer
        return actions.conclude(judge, record, finding, remedy, Decimal(refunded))

    return Act(day, play)


def answered(day: int) -> Act:
    def play(scene):
        return actions.answer(scene.officer, scene.record, first_answer(scene.record), "call")

    return Act(day, play)


def called_back(day: int, satisfaction: str = "satisfied", words: str = "") -> Act:
    def play(scene):
        solved = satisfaction in ("satisfied", "fairly")
        person = scene.person(CALLS_BACK)
        return actions.call_back(person, scene.record, satisfaction, True, solved, words)

    return Act(day, play)


def self_found(day: int, text: str) -> Act:
    return Act(day, lambda scene: actions.self_report(scene.officer, scene.record, text))


def coordinated(day: int, place: str, present: str, minutes: str, *items: tuple[str, str, int]) -> Act:
    """On the spot; each item: who, what, by which working day."""

    def play(scene):
        agreed = [actions.Agreed(who, what, scene.days.day(until)) for who, what, until in items]
        return actions.coordinate(
            scene.officer,
            scene.record,
            timezone.localdate(),
            place,
            "督查局副局长、投诉受理员",
            present,
            minutes,
            agreed,
        )

    return Act(day, play)


def carried_out(day: int, words: str) -> Act:
    """The first thing agreed that is still open."""

    def play(scene):
        items = AgreedItem.objects.filter(coordination__complaint=scene.pk, done_on=None)
        return actions.carry_out(scene.officer, scene.record, items.first(), words, timezone.localdate())

    return Act(day, play)


def merged(day: int, into: str) -> Act:
    """并入 the one with those facts."""

    def play(scene):
        number = Complaint.objects.get(facts=into, merged_into=None).matter.number
        return actions.merge(scene.officer, scene.record, number)

    return Act(day, play)


def by_director(day: int, verb, until: int | None = None, **words) -> Act:
    """`until`: a working day."""
    return Act(day, lambda scene: verb(scene.person("director"), scene.record, **dated(scene, until, words)))


def by_clerk(day: int, verb, until: int | None = None, **words) -> Act:
    return Act(day, lambda scene: verb(scene.officer, scene.record, **dated(scene, until, words)))


def dated(scene, until: int | None, words: dict) -> dict:
    return words if until is None else words | {"until": scene.days.day(until)}


def deemed(day: int) -> Act:
    """Nobody decided in time."""
    return Act(day, lambda scene: actions.deem_overdue())
