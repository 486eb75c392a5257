"""From wherever it was noticed into the room: a clue, with the units and posts that it concerns, and nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accountability import flow, numbering, states
from accountability.aside import step_aside
from accountability.dues import DISPOSE
from accountability.models import Case, Source, Subject
from accountability.policy import require_bureau
from accountability.sanctioning import same_fact
from accountability.ties import ties
from accountability.unnamed import attach, require_unnamed, units_of
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import linking
from bureau.matters.access.search import fold
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to
from bureau.matters.models import Entry, Link, Matter, Secrecy
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person, Position, Unit
from bureau.org.posts import Function, Post
from bureau.vault import opening
from bureau.vault.particulars import Particulars

LABELS = {
    "title": "线索名称",
    "source": "线索来源",
    "source_words": "来源说明",
    "received_on": "收到日期",
    "fault": "问题类别",
    "summary": "问题摘要",
    "happened": "发生时间",
    "materials": "已掌握材料",
    "repeat_reason": "同一事实仍须办理的理由",
}
COLUMNS = tuple(name for name in LABELS if name != "title")
TEXTS = ("title", "summary", "happened", "materials", "source_words", "repeat_reason")


@dataclass(frozen=True)
class Clue:
    """What was noticed. `units`, `positions`: those concerned, as far as they are known."""

    title: str
    source: str
    fault: str
    summary: str
    received_on: date
    source_words: str = ""
    happened: str = ""
    materials: str = ""
    repeat_reason: str = ""
    units: tuple[Unit, ...] = field(default=())
    positions: tuple[Position, ...] = field(default=())

    def columns(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in COLUMNS}


@bound_to(flow.REGISTER)
@transaction.atomic
def register(
    person: Person,
    clue: Clue,
    about: Matter | None = None,
    who: Particulars | None = None,
    letters: Sequence[Kept] = (),
    files: Sequence[Kept] = (),
) -> Case:
    """登记线索, sealed from the first line on; with the matter that it arose from (`about`); who reported it into the vault. Who does
    not sit at the desk hands it over (线索移送) and sees no more of it. Raises Refused, Barred."""
    require_bureau(person)
    check(clue, (*clue.units, *(one.unit for one in clue.positions)))
    now, officer = timezone.now(), desk_officer(person, clue.positions)
    matter = Matter.objects.create(
        kind=Function.ACCOUNTABILITY,
        officer=officer,
        number=numbering.take(numbering.CASES, now),
        stage=states.STATES[states.CLUE].words,
        registered_at=now,
        secrecy=Secrecy.SEALED,
        **cover_of(clue),
    )
    index(matter)
    case = Case.objects.create(matter=matter, **clue.columns())
    if about:
        linking.link(matter, about, Link.Why.ARISES)
    put_subjects(case, clue)
    if person.sits_at(Function.ACCOUNTABILITY):  # who hands it over is not told that there is another
        require_reason_to_repeat(case, person)
    if who:
        opening.keep(person, matter, who, letters)
    duties.owe(matter, DISPOSE, at=now, person=officer)
    entry = flow.FLOW.take(flow.REGISTER, case, person, at=now, source=Source(clue.source).label)
    attach(entry, files)
    return case


def desk_officer(person: Person, positions: Sequence[Position]) -> Person:
    """Themself, or the first of the desk where they sit at another; never who is concerned. Raises Barred where nobody is left."""
    concerned = {one.cadre.person_id for one in positions}
    own = person.sits_at(Function.ACCOUNTABILITY) and person.pk not in concerned
    if own and person.holds(Post.ACCOUNTABILITY):
        return person
    desk = Person.objects.filter(is_active=True, postings__post=Post.ACCOUNTABILITY).order_by("pk")
    found = next((one for one in desk if one.pk not in concerned), None)
    if found is None and not own:
        raise Barred("没有可以办理这条线索的问责专员，不能移送。请系统管理员补设。")
    return found or person


def check(clue: Clue, units: Sequence[Unit]) -> None:
    """Raises Barred where the day lies ahead, or a text names somebody."""
    if clue.received_on > timezone.localdate():
        raise Barred("“收到日期”不能晚于今天。", field="received_on")
    require_unnamed(list(units), LABELS, **{name: getattr(clue, name) for name in TEXTS})


def cover_of(clue: Clue) -> dict[str, Any]:
    return {"title": clue.title}


def index(matter: Matter) -> None:
    """Found by number and title, by who may see it."""
    words = fold(f"{matter.number} {matter.title}")
    Matter.objects.filter(pk=matter.pk).update(words=words)
    matter.words = words


def put_subjects(case: Case, clue: Clue) -> None:
    for unit in clue.units:
        Subject.objects.create(case=case, unit=unit, fault=clue.fault)
    for position in clue.positions:
        Subject.objects.create(case=case, unit=position.unit, position=position, fault=clue.fault)


def require_reason_to_repeat(case: Case, person: Person | Actor) -> None:
    """不重复问责: another case arose from the same matter. Raises Barred where it is not said why there has to be one more."""
    others = list(same_fact(case).select_related("matter")[:3])
    if others and not case.repeat_reason:
        seen = Case.objects.visible_to(person).filter(pk__in=[one.pk for one in others])
        told = "、".join(str(one.matter.number) for one in seen)
        raise Barred(
            f"同一事实已有线索或者案件{f'（{told}）' if told else ''}。确需另办的，请写明“{LABELS['repeat_reason']}”。",
            field="repeat_reason",
        )


@takes(flow.EDIT)
def edit(actor: Actor, case: Case, clue: Clue) -> Entry:
    """修改线索, until it is disposed of; its subjects have verbs of their own. Raises Barred."""
    check(clue, units_of(case))
    before = {name: getattr(case, name) for name in COLUMNS} | {"title": case.matter.title}
    after = clue.columns() | {"title": clue.title}
    changed = "、".join(label for name, label in LABELS.items() if before[name] != after[name])
    entry = flow.FLOW.take(
        flow.EDIT,
        case,
        actor,
        changes=clue.columns(),
        cover_changes=cover_of(clue),
        changed=changed or "无变化",
    )
    index(case.matter)
    return entry


@takes(flow.INVOLVE)
def involve(actor: Actor, case: Case, unit: Unit | None = None, position: Position | None = None) -> Entry:
    """登记问责对象: a unit, or a person by their position. Raises Barred where it is one already."""
    whose = position.unit if position else unit
    if whose is None:
        raise Barred("请选择单位或者人员。", field="unit")
    if case.subjects.filter(unit=whose, position=position).exists():
        raise Barred(f"{position or whose.short}已经是本案的对象。")
    account = position.cadre.person if position else None
    if account and account.pk == case.matter.officer_id:
        raise Barred(f"{position}是本案的经办人，请局领导先把本案交接给别人办理。")
    subject = Subject.objects.create(case=case, unit=whose, position=position, fault=case.fault)
    entry = flow.FLOW.take(flow.INVOLVE, case, actor, subject=subject)
    if account:
        step_aside(case, account)
    require_untied(case)
    return entry


def require_untied(case: Case) -> None:
    """Raises Barred where somebody who checks or investigates is bound to who came under the case."""
    people = {*case.checkers.all(), *case.investigators.all()}
    bound = [f"{one.signature}：{'；'.join(why)}" for one in people if (why := ties(one, case))]
    if bound:
        raise Barred(f"参加本案初核、调查的须先登记回避。{'；'.join(sorted(bound))}。")
