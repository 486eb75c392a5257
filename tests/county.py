"""The cast of the tests, by post, and matters that reached their state by playing the verbs."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from uuid import uuid4

from django.utils import timezone

import complaints.actions as complaining
import directives.inspections.actions as visiting
import instructions.actions as instructing
from bureau.matters.models import Assignment
from bureau.matters.parts import assignments
from bureau.matters.service import contesting, serving
from bureau.org import seed
from bureau.org.models import Person, Portfolio, Unit
from bureau.org.posts import Function, Post
from bureau.vault.particulars import Particulars
from complaints.models import Cause, Complaint
from directives import actions
from directives.actions import sittings
from directives.inspections.models import Inspection
from directives.models import Sitting, Source
from directives.suggestions import actions as suggesting
from directives.suggestions.models import Suggestion

PASSWORD = "taoxi-county-2026"
CALLER = Particulars(
    "来电群众甲", "0000-1234567", "马石镇红岩村三组", "红岩竹业有限公司", "91TX0000MA0000001X"
)
CITY = {"leader_name": "市委书记", "level": "city", "leader": None}  # a leader without an account here


class County:
    """A small county: a bureau, a few units, and one person per post — and a stranger for every door."""

    def __init__(self):
        seed.fill()
        self.bureau = unit("督查局", "bureau", "督查局", order=1, supervisable=False)
        self.water = unit("水利局", "economy")
        self.roads = unit("交通运输局", "economy")
        self.finance = unit("财政局", "economy")
        self.school = unit("教育局", "livelihood", countersigns=True)
        self.court = unit("人民法院", "enforcement", supervisable=False)
        self.horse = unit("马石镇", "township", "马石镇")
        self.officer = person("officer", "督查员甲", self.bureau, Post.OFFICER)
        self.colleague = person("colleague", "督查员乙", self.bureau, Post.OFFICER)
        self.clerk = person("clerk", "投诉受理员甲", self.bureau, Post.INTAKE)
        self.inquirer = person("inquirer", "问责专员甲", self.bureau, Post.ACCOUNTABILITY)
        self.director = person("director", "督查局局长", self.bureau, Post.DIRECTOR)
        self.deputy = person("deputy", "督查局副局长", self.bureau, Post.DIRECTOR)
        self.water_liaison = person("water", "水利局联络员", self.water, Post.LIAISON)
        self.water_head = person("water-head", "水利局局长", self.water, Post.HEAD)
        self.roads_liaison = person("roads", "交通运输局联络员", self.roads, Post.LIAISON)
        self.finance_liaison = person("finance", "财政局联络员", self.finance, Post.LIAISON)
        self.school_liaison = person("school", "教育局联络员", self.school, Post.LIAISON)
        self.school_head = person("school-head", "教育局局长", self.school, Post.HEAD)
        self.horse_liaison = person("horse", "马石镇联络员", self.horse, Post.LIAISON)
        self.stranger = person("stranger", "人民法院联络员", self.court, Post.LIAISON)
        self.magistrate = person("magistrate", "县长", None, Post.LEADER)
        self.vice = person("vice", "分管农业副县长", None, Post.LEADER)
        self.system = person("system", "系统管理员", self.bureau, Post.SYSTEM)
        self.security = person("security", "安全管理员", self.bureau, Post.SECURITY)
        self.audit = person("audit", "审计管理员", self.bureau, Post.AUDIT)
        Portfolio.objects.create(leader=self.magistrate, functions=Function.values, all_units=True)
        Portfolio.objects.create(leader=self.vice, functions=[Function.DIRECTIVES]).units.add(self.water)
        self.ordinal = 0

    @property
    def cast(self) -> dict[str, Person]:
        return {name: value for name, value in vars(self).items() if isinstance(value, Person)}

    @cached_property
    def source(self) -> Source:
        return Source.objects.create(
            kind=Source.Kind.EXECUTIVE,
            title="桃溪县人民政府常务会议纪要",
            number="〔2026〕5号",
            date=date(2026, 10, 12),
            registered_by=self.officer,
            registered_at=timezone.now(),
        )

    def decision(self, **words) -> actions.Decision:
        words = {
            "title": "完成全县小型水库隐患排查，建立问题清单",
            "lead": self.water,
            "due": in_days(30),
            **words,
        }
        return actions.Decision(**words)

    def directive(self, stage: str = "running", to=None, **words):
        """A directive played to `stage`: draft, proposed, approved, dispatched (unsigned), running (signed by
        all), reviewing or closed. `to`: the lead unit, then the co-units."""
        lead, *co = to or [self.water]
        self.ordinal += 1
        decision = self.decision(lead=lead, co=tuple(co), **words)
        directive = actions.register(self.officer, self.source, self.ordinal, decision)
        for verb in ROAD[: STAGES.index(stage)]:
            verb(self, directive)
        return directive

    def word(self, **words) -> instructing.Word:
        words = {
            "leader_name": "县长",
            "leader": self.magistrate,
            "words": "请水利局牵头拿出方案，一周内报我。",
            "date": timezone.localdate(),
            **words,
        }
        return instructing.Word(**words)

    def instruction(
        self, stage: str = "running", to=None, word=None, about=None, secrecy="normal", **handling
    ):
        """An instruction played to `stage`: registered, proposed, dispatched (unsigned), running (signed by all),
        reviewing, accepted, reported or closed. `to`: the lead unit, then the co-units; () for the bureau itself."""
        lead, *co = [self.water] if to is None else [*to] or [None]
        self.ordinal += 1
        about = about or instructing.OnPaper(
            f"关于第{self.ordinal}座病险水库的情况报告", f"桃水报〔2026〕{self.ordinal}号"
        )
        record = instructing.register(self.officer, word or self.word(), about, secrecy=secrecy)
        plan = {"lead": lead, "co": co, "self_handled": lead is None, "summary": "拿出方案，一周内报结果。"}
        for verb in ANSWERING[: INSTRUCTED.index(stage)]:
            verb(self, record, {**plan, **handling})
        return record

    def cause(self, label: str = "乱收费") -> Cause:
        basis = {"conduct": label, "basis": "《优化营商环境条例》第六十九条第（六）项"}
        return Cause.objects.get_or_create(label=label, defaults=basis)[0]

    def told(self, **words) -> complaining.Told:
        words = {
            "cause": self.cause(),
            "facts": "县道红岩路段有人设卡，过一车收20元，已经半个月。",
            "respondent": self.horse,
            "place": "县道红岩路段",
            "demand": "拆除收费卡，退还已收的钱。",
            **words,
        }
        return complaining.Told(**words)

    def complaint(self, stage: str = "running", to=None, who=CALLER, mode="transfer", received=None, **told):
        """A complaint played to `stage`: registered, accepted, dispatched (unsigned), running (signed by all), reviewing,
        answering, answered or closed. `to`: the lead unit, then the co-units. Handled by the bureau with `mode="own"`."""
        received = received or complaining.Received("call", timezone.now())
        record = complaining.register(self.clerk, received, self.told(**told), who)
        units = [self.water] if to is None else to
        for verb in COMPLAINED[: HEARD.index(stage)]:
            verb(self, record, {"to": units, "mode": mode})
            record = Complaint.objects.select_related("matter").get(pk=record.pk)
        return record

    def sitting(self, held_on=None, expected=("水库除险加固年底前完成，县水利局牵头",), **words) -> Sitting:
        """A meeting that the officer attended twenty days ago, whose minutes did not come."""
        words = {"kind": "executive", "name": "第9次", "agenda": "研究水库除险加固。", **words}
        held_on, attendees = held_on or in_days(-20), words.pop("attendees", [self.officer])
        return sittings.register_sitting(self.officer, attendees, expected, held_on=held_on, **words)

    def advice(self, **words) -> suggesting.Advice:
        """Put to water, unless a `recipient` or a `meeting` is named."""
        words = {
            "title": "建议出台种粮大户补贴办法",
            "grounds": "走访12个种粮大户，9户反映农资涨价、种粮不赚钱。",
            "text": "对流转30亩以上种双季稻的，每亩补贴150元，由县财政安排。",
            **words,
        }
        if not words.get("recipient") and not words.get("meeting"):
            words.setdefault("unit", self.water)
        return suggesting.Advice(**words)

    def suggestion(self, stage: str = "sent", about=None, verdict="adopted", **words) -> Suggestion:
        """A suggestion played to `stage`: draft, proposed, sent (signed for), answered or adopted."""
        made = suggesting.register(self.officer, self.advice(**words), about)
        for verb in SUGGESTED[: PUT.index(stage)]:
            verb(self, made, verdict)
            made = Suggestion.objects.select_related("matter", "recipient").get(pk=made.pk)
        return made

    def plan(self, **words) -> visiting.Plan:
        """督查方案: two officers led by the deputy, approved by the magistrate."""
        words = {
            "title": "停产整治企业落实情况督查",
            "type": "special",
            "methods": ("check",),
            "content": "县政府停产整治决定落实情况，企业是否按要求停产、整改。",
            "targets": (self.water,),
            "begins_on": timezone.localdate(),
            "ends_on": in_days(2),
            "head": self.deputy,
            "members": (self.colleague,),
            "approver": self.magistrate,
            "items": ("是否停产", "治污设施是否运行"),
            "overlap_reason": "县长要求同时查。",
            **words,
        }
        return visiting.Plan(**words)

    def inspection(self, stage: str = "running", **plan) -> Inspection:
        """An inspection played to `stage`: draft, proposed, approved, running, visited (one problem found at each target),
        concluding, drafted, served, received, contested or closed."""
        record = visiting.register(self.officer, self.plan(**plan))
        for verb in VISITED[: LOOKED_AT.index(stage)]:
            verb(self, record)
            record = Inspection.objects.select_related("matter").get(pk=record.pk)
        return record

    def member(self, username: str = "member", unit=None) -> Person:
        """Somebody of a unit who answers for nothing; water's, where none is named."""
        unit = unit or self.water
        return person(username, f"{unit.short.removeprefix('县')}经办人{username}", unit, Post.MEMBER)

    def liaison(self, unit) -> Person:
        return Person.objects.get(unit=unit, postings__post=Post.LIAISON)

    def head(self, unit) -> Person:
        return Person.objects.get(unit=unit, postings__post=Post.HEAD)

    def part(self, directive, unit=None) -> Assignment:
        parts = directive.matter.assignments.select_related("unit", "matter")
        return parts.get(unit=unit) if unit else parts.get(role="lead")


def sign_all(county, directive):
    for part in directive.matter.assignments.select_related("unit", "matter"):
        assignments.sign(county.liaison(part.unit), part)


def report(county, directive):
    part = county.part(directive)
    if part.unit.countersigns:
        actions.draft_report(county.liaison(part.unit), directive, "已全部完成，成效明显。")
        return actions.countersign_report(county.head(part.unit), directive)
    return actions.report(county.liaison(part.unit), directive, "已全部完成，成效明显。")


def answer_units(county, record):
    """The lead hands in the result, or the bureau's officer where it does it itself."""
    if record.self_handled:
        return instructing.self_report(county.officer, record, "经现场核查，情况属实，已督促整改到位。")
    part = county.part(record)
    if part.unit.countersigns:
        instructing.draft_report(county.liaison(part.unit), record, "方案已经印发，两处隐患已经消除。")
        return instructing.countersign_report(county.head(part.unit), record)
    return instructing.report(county.liaison(part.unit), record, "方案已经印发，两处隐患已经消除。")


INSTRUCTED = [
    "registered",
    "proposed",
    "dispatched",
    "running",
    "reviewing",
    "accepted",
    "reported",
    "closed",
]
ANSWERING = [
    lambda county, record, plan: instructing.propose(county.officer, record, **plan),
    lambda county, record, plan: instructing.approve(county.director, record),
    lambda county, record, plan: sign_all(county, record),
    lambda county, record, plan: answer_units(county, record),
    lambda county, record, plan: instructing.accept(county.colleague, record),
    lambda county, record, plan: instructing.present(record, "督查专报2026年第1期", timezone.now()),
    lambda county, record, plan: instructing.note(county.magistrate, record, "阅。"),
]
HEARD = ["registered", "accepted", "dispatched", "running", "reviewing", "answering", "answered", "closed"]


def give_out(county, record, plan):
    if plan["mode"] != "own":
        lead, *co = plan["to"]
        complaining.dispatch(county.clerk, record, lead, "请核查县道红岩路段设卡收费。", "normal", co=co)


def handle_complaint(county, record, plan):
    """The lead hands in the result, or the bureau's clerk where it does it itself."""
    if plan["mode"] == "own":
        return complaining.self_report(county.clerk, record, "现场核查属实，已拆除收费卡。")
    part = county.part(record)
    return complaining.report(county.liaison(part.unit), record, "已拆除收费卡两处，退还1840元。")


def conclude(county, record, plan):
    remedy = "已拆除收费卡，退还所收费用。"
    complaining.conclude(county.director, record, "true", remedy, Decimal(1840))


COMPLAINED = [
    lambda county, record, plan: complaining.accept(county.clerk, record, plan["mode"], "normal"),
    give_out,
    lambda county, record, plan: sign_all(county, record),
    handle_complaint,
    conclude,
    lambda county, record, plan: complaining.answer(county.clerk, record, "经查属实，已经拆除。", "call"),
    lambda county, record, plan: complaining.call_back(
        county.deputy, record, "satisfied", contacted=True, solved=True
    ),
]
PUT = ["draft", "proposed", "sent", "answered", "adopted"]


def send_suggestion(county, made, _verdict):
    suggesting.approve(county.director, made)
    sign_all(county, made)


def answer_suggestion(county, made, verdict):
    """By the unit's people, the leader, or for a meeting by the desk."""
    words = (verdict, "符合实际，列入明年预算。")
    if made.to == "unit":
        unit = county.part(made).unit
        return suggesting.answer(
            county.head(unit) if unit.countersigns else county.liaison(unit), made, *words
        )
    if made.to == "leader":
        return suggesting.answer(made.recipient, made, *words)
    return suggesting.note_answer(county.officer, made, *words)


SUGGESTED = [
    lambda county, made, _verdict: suggesting.propose(county.officer, made),
    send_suggestion,
    answer_suggestion,
    lambda county, made, _verdict: suggesting.adopt(
        county.officer, made, "关于支持粮食生产的若干措施", timezone.localdate(), "桃政办发〔2026〕18号"
    ),
]
LOOKED_AT = [
    "draft",
    "proposed",
    "approved",
    "running",
    "visited",
    "concluding",
    "drafted",
    "served",
    "received",
    "contested",
]


def find_problems(county, inspection):
    """One at each target."""
    for target in inspection.targets.all():
        visiting.record(
            county.colleague, target, key=uuid4(), kind="problem", words="三号蒸球正在运行，正往河里排水。"
        )


def each_target(verb):
    """The verb on every target of the inspection."""

    def play(county, inspection):
        for target in inspection.targets.select_related("inspection__matter", "assignment__unit"):
            verb(county, target)

    return play


WRITTEN = {
    "facts": "10月3日22时许，三号蒸球正在运行，废水直排。",
    "evidence": "现场记录1条，照片2张。",
    "opinion": "监管不到位，请于15日内整改并报结果。",
}
VISITED = [
    lambda county, record: visiting.propose(county.officer, record),
    lambda county, record: visiting.approve(county.magistrate, record),
    lambda county, record: visiting.begin(county.officer, record),
    find_problems,
    lambda county, record: visiting.finish(county.officer, record),
    each_target(lambda county, target: visiting.draft(county.colleague, target, **WRITTEN)),
    each_target(lambda county, target: visiting.sign(county.director, target)),
    each_target(lambda county, target: serving.receive(county.liaison(target.unit), target.service)),
    each_target(
        lambda county, target: contesting.apply_review(
            county.liaison(target.unit), target.service, "蒸球当晚是检修试机，没有生产。"
        )
    ),
]
STAGES = ["draft", "proposed", "approved", "dispatched", "running", "reviewing", "closed"]
ROAD = [
    lambda county, directive: actions.propose(county.officer, directive),
    lambda county, directive: actions.approve(county.director, directive),
    lambda county, directive: actions.dispatch(county.officer, directive),
    sign_all,
    report,
    lambda county, directive: actions.close(county.colleague, directive),
]


def unit(name: str, unit_class: str, short: str = "", **fields) -> Unit:
    short = short or f"县{name}"
    full = name if name == short else f"桃溪县{name}"
    return Unit.objects.create(name=full, short=short, unit_class=unit_class, **fields)


def person(username: str, name: str, unit, *posts: str) -> Person:
    return Person.objects.create_user(username, PASSWORD, name=name, unit=unit, posts=posts)


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
