"""From the telephone, the letter, the visitor into the register; and what becomes a complaint, with nothing typed twice."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import numbers
from bureau.matters.access.search import fold
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to
from bureau.matters.models import Entry, Matter
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.calendar import current_calendar
from bureau.org.models import Person, Unit, Urgency
from bureau.org.posts import Function
from bureau.org.worktime import add_workdays
from bureau.vault import opening
from bureau.vault.particulars import Particulars
from complaints import flow, states
from complaints.dues import SCREEN
from complaints.models import Cause, Channel, Complaint, IdentityMode, Reception
from complaints.policy import require_desk
from complaints.recusing import keep_out
from complaints.systemic import earlier
from complaints.wording import title_of

SERIES, RECEPTIONS = "优投", "优访"
ENTERED_WITHIN = 1  # 个工作日 from receipt (河南 2024)
NOBODY = Particulars()


@dataclass(frozen=True)
class Received:
    """登记: when and how a batch came. `representatives`: how many of them are named."""

    channel: str
    received_at: datetime
    persons: int = 1
    representatives: int = 1
    late_reason: str = ""
    order_number: str = ""


@dataclass(frozen=True)
class Told:
    """What is complained about; nothing of who complains."""

    cause: Cause
    facts: str
    identity_mode: str = IdentityMode.NAMED
    respondent: Unit | None = None
    respondent_words: str = ""
    place: str = ""
    happened: str = ""
    demand: str = ""
    complainant: str = ""
    told_before: str = ""
    wants_reply: bool = True

    def columns(self) -> dict:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


LABELS = {
    "cause": "投诉事由",
    "facts": "反映的事实",
    "identity_mode": "身份方式",
    "respondent": "被投诉单位",
    "respondent_words": "被投诉人员职务或其他对象",
    "place": "发生地点",
    "happened": "发生时间",
    "demand": "诉求",
    "complainant": "投诉人类别",
    "told_before": "曾向其他机关反映",
    "wants_reply": "要求答复",
}


@transaction.atomic
def answer_at_once(person: Person, received: Received, title: str, wants: str, answer: str) -> Reception:
    """当场答复: the question ends there; of who asked nothing is kept. Raises Refused, Barred."""
    require_desk(person)
    return enter(person, received, title=title, wants=wants, answer=answer)


@bound_to(flow.REGISTER)
@transaction.atomic
def register(
    person: Person,
    received: Received,
    told: Told,
    who: Particulars = NOBODY,
    urgency: str = Urgency.NORMAL,
    files: Sequence[Kept] = (),
    letters: Sequence[Kept] = (),
) -> Complaint:
    """登记投诉: the reception, the complaint, and who complains into the vault, with the letters that name them. The time for accepting runs from receipt,
    whatever the channel. Raises Refused, and Barred where it makes no sense."""
    require_desk(person)
    check_identity(told.identity_mode, who)
    complaint = begin(person, received, told, urgency)
    enter(person, received, title=title_in(told), wants=told.facts, complaint=complaint)
    if letters and who == NOBODY:
        raise Barred("匿名的不留来信扫描件；信的内容写在“反映的内容”里。", field="letters")
    if who != NOBODY:
        opening.keep(person, complaint.matter, who, letters)
    words: dict[str, Any] = {
        "channel": complaint.get_channel_display(),
        "mode": complaint.get_identity_mode_display(),
    }
    entry = flow.FLOW.take(flow.REGISTER, complaint, person, at=complaint.matter.registered_at, **words)
    attach(entry, files)
    return complaint


def check_identity(mode: str, who: Particulars) -> None:
    """Of who stays anonymous no record exists; who gives a name can be reached. Raises Barred."""
    if mode == IdentityMode.ANONYMOUS and who != NOBODY:
        raise Barred(
            "匿名的不登记姓名、电话、企业名称；投诉人愿意留下的，把“身份方式”改为实名。",
            field="identity_mode",
        )
    if mode != IdentityMode.ANONYMOUS and not (who.name or who.enterprise):
        raise Barred("实名的请填写姓名或者企业名称；不愿意留下的，“身份方式”选匿名。", field="name")


def begin(
    person: Person,
    received: Received,
    told: Told,
    urgency: str = Urgency.NORMAL,
    by_code: bool = False,
    whole: Complaint | None = None,
) -> Complaint:
    """The cover, the record, who must keep out of it, and what is owed first."""
    now = timezone.now()
    matter = Matter.objects.create(
        kind=Function.COMPLAINTS,
        number=numbers.take(SERIES, now),
        title=title_in(told),
        officer=person,
        urgency=urgency,
        stage=states.STATES[states.RECEIVED].words,
        registered_at=now,
    )
    complaint = Complaint.objects.create(
        matter=matter,
        channel=received.channel,
        received_at=received.received_at,
        by_code=by_code,
        whole=whole,
        **told.columns(),
    )
    keep_out(complaint)
    index(complaint)
    if whole is None:
        count_repeats(complaint)
        duties.owe(matter, SCREEN, at=received.received_at, person=person)
    return complaint


def count_repeats(complaint: Complaint) -> None:
    Complaint.objects.filter(pk=complaint.pk).update(repeats=earlier(complaint) > 0)


def title_in(told: Told) -> str:
    return title_of(told.place, told.cause.label)[: Reception.TITLE_LENGTH]


def index(complaint: Complaint) -> None:
    """What everybody who sees the cover finds it by; and what the bureau and the leaders do. Nothing of the vault."""
    matter = complaint.matter
    matter.words = fold(f"{matter.number} {matter.title} {complaint.cause} {complaint.summary}")
    complaint.secret_words = f"{matter.words} " + fold(
        f"{complaint.accused} {complaint.facts} {complaint.demand} {complaint.remedy}"
    )
    Matter.objects.filter(pk=matter.pk).update(words=matter.words)
    Complaint.objects.filter(pk=complaint.pk).update(secret_words=complaint.secret_words)


def enter(person: Person, received: Received, **words: object) -> Reception:
    """A line of the register. Raises Barred where the date, the numbers or the work order cannot be."""
    now = timezone.now()
    check(received, now)
    values = asdict(received) | {"order_number": received.order_number or None}
    return Reception.objects.create(
        number=numbers.take(RECEPTIONS, now), registered_at=now, received_by=person, **values, **words
    )


def check(received: Received, now: datetime) -> None:
    if received.received_at > now:
        raise Barred("“收到时间”不能晚于现在。", field="received_at")
    if received.representatives > received.persons:
        raise Barred("“代表人数”不能多于“人次”。", field="representatives")
    if received.channel == Channel.VISIT and received.representatives > Reception.MOST_VISITORS:
        raise Barred(
            f"集体来访应当推选代表，代表不超过{Reception.MOST_VISITORS}人（信访工作条例第二十条）。",
            field="representatives",
        )
    day = timezone.localdate(received.received_at)
    latest = add_workdays(day, ENTERED_WITHIN, current_calendar())
    if timezone.localdate(now) > latest and not received.late_reason:
        raise Barred(
            f"收到后{ENTERED_WITHIN}个工作日内应当登记，现在补登的请填写“补登原因”；受理审查的时限仍从收到之时起算。",
            field="late_reason",
        )
    known = Reception.objects.filter(order_number=received.order_number).first()
    if received.order_number and known:
        raise Barred(f"工单{received.order_number}已登记为{known}，不重复登记。", field="order_number")


@takes(flow.EDIT)
def edit(actor: Actor, complaint: Complaint, told: Told, urgency: str) -> Entry:
    """修改 what was registered, until it is given out. Who complains is corrected in the vault alone."""
    before = as_told(complaint)
    if (told.identity_mode == IdentityMode.ANONYMOUS) != before_is_anonymous(before):
        raise Barred("登记以后不能在实名和匿名之间改动；登记错的，作废后重新登记。", field="identity_mode")
    changed = "、".join(
        label for name, label in LABELS.items() if getattr(before, name) != getattr(told, name)
    )
    for name, value in told.columns().items():
        setattr(complaint, name, value)
    complaint.save(update_fields=list(told.columns()))
    keep_out(complaint)
    if complaint.whole_id is None:
        count_repeats(complaint)
    complaint.matter.title = title_in(told)
    index(complaint)
    cover = {"title": complaint.matter.title, "urgency": urgency}
    return flow.FLOW.take(flow.EDIT, complaint, actor, cover_changes=cover, changed=changed or "无变化")


@takes(flow.NAME_ANOTHER)
def name_another(actor: Actor, complaint: Complaint, who: Particulars, letters: Sequence[Kept] = ()) -> Entry:
    """登记另一名代表 of those who came together. Raises Barred without a name."""
    if not (who.name or who.enterprise):
        raise Barred("请填写代表的姓名或者企业名称。", field="name")
    opening.keep(actor.person, complaint.matter, who, letters)
    return flow.FLOW.take(flow.NAME_ANOTHER, complaint, actor)


def before_is_anonymous(told: Told) -> bool:
    return told.identity_mode == IdentityMode.ANONYMOUS


def as_told(complaint: Complaint) -> Told:
    """What is registered now, in the shape in which it is edited."""
    return Told(**{name: getattr(complaint, name) for name in Told.__dataclass_fields__})


def as_part(complaint: Complaint, facts: str) -> Told:
    """What is split off says the same of the case, and of who complains nothing."""
    return replace(as_told(complaint), facts=facts)
