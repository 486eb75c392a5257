"""From a leader's pen into the house: registered by the desk, or written here by the leader."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import linking, numbers
from bureau.matters.deadlines import duties
from bureau.matters.flow import NotNow, bound_to
from bureau.matters.models import Entry, Link, Matter, Secrecy
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person, Regulation, Urgency
from bureau.org.posts import Function, Post
from instructions import flow, states
from instructions.actions.proposal import Proposal
from instructions.actions.words import (
    NOBODY,
    OnPaper,
    Plan,
    Word,
    change_round,
    columns,
    mend,
    new_round,
    open_words,
    secret_words,
    the_paper,
)
from instructions.dues import PROPOSE, TRANSCRIBE
from instructions.models import Instruction
from instructions.policy import require_desk, require_leader
from instructions.secrets import bring, refuse_classified

LABELS = {
    "leader_name": "批示领导",
    "level": "层级",
    "date": "批示日期",
    "words": "批示内容",
    "meaning": "批示要求",
    "positive": "肯定性批示",
    "wants_answer": "要求反馈",
}


@bound_to(flow.REGISTER)
@transaction.atomic
def register(
    person: Person,
    word: Word,
    about: OnPaper,
    urgency: str = Urgency.NORMAL,
    secrecy: str = Secrecy.NORMAL,
    files: Sequence[Kept] = (),
    plan: Plan | Proposal = NOBODY,
) -> Instruction:
    """登记 what a leader wrote on paper or said; the registering officer follows it up. `plan`: how it is to be handled,
    as far as that was written down already; it is not proposed by that."""
    require_desk(person)
    made = begin(person, word, about, plan, urgency, sealed_with(about, secrecy))
    facts: dict[str, Any] = {"leader": word.leader_name, "date": word.date, "words": made.round.words}
    entry = flow.FLOW.take(flow.REGISTER, made, person, at=made.round.at, **facts)
    bring(entry, files)
    return made


@bound_to(flow.INSTRUCT)
@transaction.atomic
def instruct(
    leader: Person | Actor,
    word: Word,
    about: OnPaper,
    plan: Plan = NOBODY,
    urgency: str = Urgency.NORMAL,
    files: Sequence[Kept] = (),
) -> Instruction:
    """批示 by the leader in person, or by who acts in their name: registered without anybody typing it again."""
    require_leader(leader)
    made = begin(default_officer(about), word, about, plan, urgency, sealed_with(about))
    entry = flow.FLOW.take(flow.INSTRUCT, made, leader, at=made.round.at, words=made.round.words)
    bring(entry, files)
    return made


def sealed_with(about: OnPaper, secrecy: str = Secrecy.NORMAL) -> str:
    """What is written on a sealed matter, or on a report on one, is sealed, whatever else was said."""
    sealed = any(matter.secrecy == Secrecy.SEALED for matter in about.arises_from)
    return Secrecy.SEALED if sealed else secrecy


def begin(
    officer: Person, word: Word, about: OnPaper, plan: Plan | Proposal, urgency: str, secrecy: str
) -> Instruction:
    """The cover, the record and its first round; and what is owed next."""
    now, paper = timezone.now(), the_paper(about)
    matter = Matter.objects.create(
        kind=Function.INSTRUCTIONS,
        number=numbers.take("批", now),
        title=f"{word.leader_name}批示件：{paper.title}",
        officer=officer,
        leader=word.leader,
        urgency=urgency,
        secrecy=secrecy,
        stage=flow.STATES[states.REGISTERED].words,
        registered_at=now,
    )
    made = Instruction.objects.create(matter=matter, paper=paper, **plan.columns())
    made.co_units.set(unit for unit in plan.co if unit != plan.lead)
    new_round(made, word, 1, now)
    index(made)
    for one in about.arises_from:
        linking.link(matter, one, Link.Why.ARISES)
    owe_next(made, now)
    return made


def owe_next(instruction: Instruction, now: datetime) -> None:
    """Ink is put into letters first; then the desk proposes who handles it."""
    step = TRANSCRIBE if instruction.unread else PROPOSE
    duties.owe(instruction.matter, step, at=now, person=instruction.matter.officer)


def default_officer(about: OnPaper) -> Person:
    """Who follows up what a leader writes here: the officer of a matter behind it, where that is one of this desk,
    else the one the bureau named, else the first. Raises Barred where there is none."""
    of_this_desk = (one.officer for one in about.arises_from if one.officer.sits_at(Function.INSTRUCTIONS))
    if officer := next(of_this_desk, None):
        return officer
    officers = Person.objects.filter(is_active=True, postings__post=Post.OFFICER)
    chosen = Regulation.current().instructions_officer
    officer = chosen if chosen in officers else officers.order_by("pk").first()
    if officer is None:
        raise Barred(f"{settings.BUREAU_NAME}还没有督查员账号，批示没有人经办，请先联系系统管理员。")
    return officer


def index(instruction: Instruction) -> None:
    """What it is found by, on the cover and for those who read the words."""
    matter = instruction.matter
    matter.words, instruction.secret_words = open_words(instruction), secret_words(instruction)
    Matter.objects.filter(pk=matter.pk).update(words=matter.words)
    Instruction.objects.filter(pk=instruction.pk).update(secret_words=instruction.secret_words)


@takes(flow.EDIT)
def edit(
    actor: Actor, instruction: Instruction, word: Word, about: OnPaper, urgency: str, secrecy: str
) -> Entry:
    """修改 what was registered from paper, until it is proposed."""
    refuse_classified(word.words)
    now, paper = instruction.round, the_paper(about)
    changed = [label for name, label in LABELS.items() if getattr(now, name) != getattr(word, name)]
    changed += ["来文"] if mend(paper, about) or paper != instruction.paper else []
    change_round(instruction, now, **columns(word))
    instruction.paper = paper
    instruction.save(update_fields=["paper"])
    index(instruction)
    cover = {"leader": word.leader, "urgency": urgency, "secrecy": sealed_with(about, secrecy)}
    if now.number == 1:
        cover["title"] = f"{word.leader_name}批示件：{paper.title}"
    words = "、".join(changed) or "无变化"
    return flow.FLOW.take(flow.EDIT, instruction, actor, cover_changes=cover, changed=words)


@takes(flow.TRANSCRIBE)
def transcribe(actor: Actor, instruction: Instruction, text: str) -> Entry:
    """转写: the ink in letters, beside the ink itself. Raises NotNow where none waits."""
    refuse_classified(text)
    if (unread := instruction.unread) is None:
        raise NotNow.for_step(flow.TRANSCRIBE)
    now, matter = timezone.now(), instruction.matter
    change_round(instruction, unread, words=text, transcribed_at=now)
    index(instruction)
    duties.done(matter, TRANSCRIBE, at=now)
    if instruction.unread or instruction.state == states.REGISTERED:
        owe_next(instruction, now)
    return flow.FLOW.take(flow.TRANSCRIBE, instruction, actor, at=now, words=text)
