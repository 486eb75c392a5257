"""执行, 影响期, 解除: each measure is carried out and recorded; the effect period ends by itself, its lifting is a human act."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from accountability import numbering, states
from accountability.actions.hearing import read_anew
from accountability.begun import begin_directive
from accountability.dues import LIFT
from accountability.flow import sanctions as steps
from accountability.flow import subjects
from accountability.models import Sanction, Subject
from accountability.moving import follow_subjects
from accountability.owing import OPEN, owe_execution, owe_lifting
from accountability.prints import letters
from accountability.served import LIFTING
from accountability.unnamed import attach
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.flow import Step, bound_to
from bureau.matters.models import Entry, Matter
from bureau.matters.policy import takes
from bureau.matters.service.serving import serve
from bureau.org.actor import Actor
from bureau.press.typeset.dates import chinese_date


@takes(steps.HAND_IN)
def hand_in(
    actor: Actor, sanction: Sanction, executed_on: date, words: str, files: Sequence[Kept] = ()
) -> Entry:
    """登记已提交 of a written self-criticism; it is judged next. Raises Barred."""
    entry = recorded(steps.HAND_IN, actor, sanction, executed_on, words, files)
    owe_execution(sanction.subject)
    return entry


@takes(steps.EXECUTE)
def execute(
    actor: Actor, sanction: Sanction, executed_on: date, words: str, files: Sequence[Kept] = ()
) -> Entry:
    """登记执行: when, by whom, with which record. Raises Barred."""
    entry = recorded(steps.EXECUTE, actor, sanction, executed_on, words, files)
    carried_out(sanction.subject)
    return entry


@takes(steps.RECTIFY)
def rectify(actor: Actor, sanction: Sanction, title: str, due: date) -> Entry:
    """转为督查事项: linked with the case, of which it tells nothing. Raises Barred."""
    subject = sanction.subject
    if due <= timezone.localdate():
        raise Barred("“整改期限”须在今天之后。", field="due")
    begin_directive(actor, subject.case, "问责整改", title, subject.unit.successor, due)
    return steps.SANCTION_FLOW.take(steps.RECTIFY, sanction, actor, subject=subject, title=title)


def recorded(
    step: Step, actor: Actor, sanction: Sanction, on: date, words: str, files: Sequence[Kept]
) -> Entry:
    subject = sanction.subject
    if on > timezone.localdate() or (subject.decided_on and on < subject.decided_on):
        raise Barred("日期须在决定之日和今天之间。", field="executed_on")
    changes: dict[str, Any] = {"executed_on": on, "words": words, "executed_by": actor.principal}
    entry = steps.SANCTION_FLOW.take(
        step, sanction, actor, changes=changes, subject=subject, measure=sanction
    )
    attach(entry, files)
    return entry


@bound_to(steps.ANNOUNCED)
def announced(matter: Matter, decided: Collection[int], number: str, on: date) -> None:
    """The bulletin that makes these measures known was issued: by that they are carried out."""
    found = Sanction.objects.filter(pk__in=decided, subject__case=matter.pk, state=Sanction.State.IN_FORCE)
    for sanction in found.select_related("measure", "subject__case__matter__officer", *SUBJECT_OF).order_by(
        "pk"
    ):
        changes = {"executed_on": on, "words": f"{chinese_date(on)}以{number}通报。"}
        words = {"subject": sanction.subject, "measure": sanction, "number": number}
        steps.SANCTION_FLOW.take(steps.ANNOUNCED, sanction, None, changes=changes, **words)
        carried_out(sanction.subject)


SUBJECT_OF = ("subject__unit", "subject__position__unit", "subject__decision")


@takes(steps.ACCEPT)
def accept(actor: Actor, sanction: Sanction) -> Entry:
    """审核通过."""
    entry = steps.SANCTION_FLOW.take(
        steps.ACCEPT, sanction, actor, subject=sanction.subject, measure=sanction
    )
    carried_out(sanction.subject)
    return entry


@takes(steps.SEND_BACK)
def send_back(actor: Actor, sanction: Sanction, reason: str) -> Entry:
    """退回重写, by the same date."""
    entry = steps.SANCTION_FLOW.take(
        steps.SEND_BACK, sanction, actor, subject=sanction.subject, measure=sanction, reason=reason
    )
    owe_execution(sanction.subject)
    return entry


@bound_to(subjects.CARRIED_OUT)
def carried_out(subject: Subject) -> None:
    """Once nothing of it is open: the effect period runs on, or it is over."""
    owe_execution(subject)
    subject = Subject.objects.select_related("case__matter", "unit", "position__unit", "decision").get(
        pk=subject.pk
    )
    if subject.state != states.DECIDED or subject.sanctions.filter(state__in=OPEN).exists():
        return
    to = states.IN_EFFECT if subject.effect_until else states.DONE
    subjects.SUBJECT_FLOW.take(subjects.CARRIED_OUT, subject, None, changes={"state": to}, subject=subject)
    owe_lifting(subject)
    follow_subjects(subject.case)


@takes(subjects.LIFT)
def lift(actor: Actor, subject: Subject, improvement: str) -> Entry:
    """解除, from the day after the last one on; served at once. Raises PressProblem where it cannot be set."""
    now, told = timezone.now(), read_anew(subject)
    told.improvement = improvement
    number = numbering.take(numbering.LIFTINGS, now)
    sheet, text = letters.lifting(told, number), letters.text_of_lifting(told)
    service = serve(actor, told.matter, LIFTING, told.addressee, sheet, text, number)
    changes = {"improvement": improvement, "lifting": service, "lifted_on": timezone.localdate()}
    duties.done(subject.matter, LIFT, at=now, service=subject.decision)
    entry = subjects.SUBJECT_FLOW.take(
        subjects.LIFT, subject, actor, at=now, changes=changes, subject=subject, number=number
    )
    follow_subjects(subject.case)
    return entry
