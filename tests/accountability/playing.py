"""Cases that reached their state by playing the verbs: the mill's, with the unit and two of its leaders."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from accountability import actions
from accountability.actions import Clue, Held, Piece, Talk
from accountability.models import CONDITIONS, Case, Fault, Measure, Source, Subject
from bureau.cadres import keeping
from bureau.files import store
from bureau.matters.models import Service
from bureau.matters.service import serving
from bureau.org.models import Person, Position
from bureau.org.posts import Post
from tests.county import person

HEAD_NAME, DEPUTY_NAME = "欧阳甲乙", "司马丙丁"
CHECKED = {
    "check_findings": "1．夜间三号蒸球正在运行。2．停产通知下达以后没有复查。",
    "check_unproved": "",
    "check_responsibility": "分管负责人负直接责任，主要负责人负重要领导责任。",
    "check_tolerance": "没有应当容错的情形。",
    "check_opinion": "file",
}
REPORTED = {
    "report_facts": "停产整治企业擅自恢复生产，监管单位两个月没有到现场（证据1）。",
    "report_breach": "《环境保护法》第六十条。",
    "report_aggravating": "",
    "report_mitigating": "发现以后当夜责令停产。",
    "report_opinion": "对单位通报批评，对分管负责人诫勉谈话。",
}
TOPICS = "停产通知下达以后，你组织过几次复查、结果如何。"
SAID = "承认没有到现场复查，理由是人手不足。"
PLEA = "停产通知下达后巡查三次，有记录在案，请从轻处理。"


@dataclass
class Played:
    """The case and who plays in it."""

    county: Any
    case: Case
    people: dict[str, Position]
    second: Person
    third: Person

    @property
    def record(self) -> Case:
        return Case.objects.select_related("matter__officer").get(pk=self.case.pk)

    def subject(self, who: str = "unit") -> Subject:
        """「unit」「deputy」「head」."""
        found = Subject.objects.select_related(
            "case__matter__officer", "unit", "position__unit", "position__cadre", "notice", "decision"
        )
        if who == "unit":
            return found.get(case=self.case, position=None)
        return found.get(case=self.case, position=self.people[who])

    def sanction(self, who: str, key: str) -> Any:
        found = self.subject(who).sanctions.select_related(
            "measure", "subject__case__matter__officer", "subject__unit", "subject__position__unit"
        )
        return found.get(measure__key=key)


def measure(key: str) -> Measure:
    return Measure.objects.get(key=key)


def keys(*names: str) -> list[str]:
    return [str(measure(name).pk) for name in names]


def at_the_desk(username: str, name: str, county: Any) -> Person:
    """One more of the desk, beside the cast."""
    found = Person.objects.filter(username=username).first()
    return found or person(username, name, county.bureau, Post.ACCOUNTABILITY)


def register_people(county: Any) -> dict[str, Position]:
    """The head of the water bureau, who uses the system, and its deputy, who does not."""
    held = {"rank": "deputy", "part": "in_charge", "since": date(2024, 3, 1)}
    deputy = keeping.enter(
        county.inquirer, DEPUTY_NAME, keeping.Held(unit=county.water, title="分管副局长", **held)
    )
    head = keeping.enter(
        county.inquirer,
        HEAD_NAME,
        keeping.Held(unit=county.water, title="局长", rank="full", part="head", since=date(2023, 5, 1)),
        county.water_head,
    )
    return {"deputy": deputy.positions.get(), "head": head.positions.get()}


def clue(county: Any, **more: Any) -> Clue:
    given: dict[str, Any] = {
        "title": "对停产整治企业擅自恢复生产监管不力",
        "source": Source.INSPECTIONS,
        "fault": Fault.INACTION,
        "summary": "夜间暗访发现停产整治企业擅自恢复生产，监管单位没有复查。",
        "received_on": timezone.localdate(),
        "units": (county.water,),
    }
    return Clue(**given | more)


def play(county: Any, until: str = "clue", **more: Any) -> Played:
    """Up to and including that step: clue checking checked filing investigating reported notifying notified received
    pleaded answered deliberated resolved decided executed lifted."""
    people = more.pop("people", None) or register_people(county)
    about, who = more.pop("about", None), more.pop("who", None)
    told = clue(county, positions=tuple(people.values()), **more)
    case = actions.register(county.inquirer, told, about, who)
    second = at_the_desk("inquirer-b", "问责专员乙", county)
    third = at_the_desk("inquirer-c", "问责专员丙", county)
    played = Played(county, case, people, second, third)
    for step, act in STEPS.items():
        if step == "clue":
            pass
        else:
            act(played)
        if step == until:
            return played
    raise LookupError(until)


def held_back(it: Played) -> None:
    actions.hold(it.county.inquirer, it.record, "等审计结果。")


def explaining(it: Played, who: str = "deputy", way: str = "letter") -> None:
    actions.ask(it.county.director, it.subject(who), way, TOPICS)


def explained(it: Played, who: str = "deputy", way: str = "letter") -> None:
    explaining(it, who, way)
    actions.explain(it.county.inquirer, it.subject(who), timezone.localdate(), SAID)


def checking(it: Played) -> None:
    actions.check(it.county.inquirer, it.record, [it.second, it.third], "查现场、查记录。")


def checked(it: Played) -> None:
    actions.report_check(it.second, it.record, **CHECKED)


def filing(it: Played) -> None:
    actions.propose_filing(it.county.inquirer, it.record, "《环境保护法》第六十八条")


def investigating(it: Played) -> None:
    actions.approve_filing(it.county.magistrate, it.record)
    actions.appoint(it.county.director, it.record, [it.second, it.third])


def found(it: Played) -> None:
    actions.gather(it.second, it.record, Piece("督查底稿", "督查活动", timezone.localdate(), 3, True))
    measures = {"unit": ("circular",), "deputy": ("admonition",), "head": ("reminder",)}
    part = {"unit": "main", "deputy": "direct", "head": "important"}
    for who, names in measures.items():
        actions.find(it.second, it.subject(who), f"{it.subject(who)}没有组织复查。", part[who], keys(*names))


def asked(it: Played) -> None:
    """The interview of somebody of the unit, by both."""
    now = timezone.now()
    talk = Talk(
        "水利局执法大队大队长",
        "谈话室",
        now - timedelta(hours=2),
        now - timedelta(hours=1),
        "问：去过现场吗？\n答：没有。",
        (it.second, it.third),
    )
    actions.interview(it.second, it.record, talk)


def reported(it: Played) -> None:
    found(it)
    asked(it)
    actions.report(it.second, it.record, **REPORTED)


def notifying(it: Played) -> None:
    actions.accept_report(it.county.director, it.record)


def notified(it: Played) -> None:
    for who in ("unit", "deputy", "head"):
        actions.notify(it.county.director, it.subject(who))


def receipt(it: Played, who: str, field: str = "notice") -> None:
    paper = Service.objects.get(pk=getattr(it.subject(who), f"{field}_id"))
    serving.record_receipt(it.county.inquirer, paper, "direct", timezone.localdate(), "办公室主任代收")


def received(it: Played) -> None:
    for who in ("unit", "deputy", "head"):
        receipt(it, who)


def proof(name: str = "放弃申辩.pdf") -> store.Kept:
    content = ContentFile(b"%PDF-1.4\n%%EOF\n", name)
    sha256, size = store.put(content)
    return store.Kept(name, "pdf", size, sha256)


def waived(it: Played) -> None:
    for who in ("unit", "deputy", "head"):
        actions.waive(it.county.inquirer, it.subject(who), [proof()])


def held(it: Played, **more: Any) -> Held:
    given: dict[str, Any] = {
        "held_on": timezone.localdate(),
        "place": "督查局会议室",
        "expected": 3,
        "present": (it.county.director, it.county.inquirer),
        "opinions": "局长：同意。问责专员：同意。",
        "ayes": 2,
        "conclusion": "按告知的方式问责。",
    }
    return Held(**given | more)


def deliberated(it: Played) -> None:
    actions.deliberate(it.county.inquirer, it.record, held(it))


def resolved(it: Played) -> None:
    for who, names in (("unit", ("circular",)), ("deputy", ("admonition",)), ("head", ("reminder",))):
        actions.resolve(it.county.inquirer, it.subject(who), keys(*names))


def decided(it: Played) -> None:
    actions.decide(it.county.director, it.subject("unit"), "local")
    actions.decide(it.county.director, it.subject("head"), "servant")
    actions.recommend(it.county.director, it.subject("deputy"), timezone.localdate() + timedelta(days=20))
    actions.enter_decision(
        it.county.inquirer,
        it.subject("deputy"),
        "organisation",
        "桃组干〔2026〕8号",
        timezone.localdate(),
        keys("admonition"),
        "leading",
    )


def executed(it: Played) -> None:
    for who, key in (("unit", "circular"), ("deputy", "admonition"), ("head", "reminder")):
        actions.execute(
            it.county.inquirer,
            it.sanction(who, key),
            timezone.localdate(),
            "由组织部副部长谈话，本人承诺改正。",
        )


STEPS = {
    "clue": None,
    "checking": checking,
    "checked": checked,
    "filing": filing,
    "investigating": investigating,
    "reported": reported,
    "notifying": notifying,
    "notified": notified,
    "received": received,
    "waived": waived,
    "deliberated": deliberated,
    "resolved": resolved,
    "decided": decided,
    "executed": executed,
}


def weighing(holds: bool = True) -> dict[str, tuple[bool, str]]:
    return dict.fromkeys(CONDITIONS, (holds, "经核实，情况属实。"))
