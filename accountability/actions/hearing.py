"""告知 and 申辩: each subject is told what was found and what is intended, and is heard; and 容错."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from accountability import numbering
from accountability.dues import WEIGH
from accountability.flow import sanctions as weighing
from accountability.flow import subjects as steps
from accountability.models import CONDITIONS, Sanction, Subject, Tolerance
from accountability.moving import follow_subjects
from accountability.owing import let_go, to_be_weighed
from accountability.prints.letters import notice as notice_letter
from accountability.prints.letters import text_of_notice
from accountability.served import NOTICE
from accountability.unnamed import attach, require_unnamed_in
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to
from bureau.matters.models import Contest, Entry
from bureau.matters.policy import takes
from bureau.matters.service.serving import serve
from bureau.org.actor import Actor


def read_anew(subject: Subject) -> Subject:
    """With all that its papers say."""
    measures = Prefetch("sanctions", Sanction.objects.select_related("measure"))
    found = Subject.objects.select_related("case__matter", "unit", "position__unit", "position__cadre")
    return found.prefetch_related(measures, "case__evidence").get(pk=subject.pk)


@takes(steps.NOTIFY)
def notify(actor: Actor, subject: Subject) -> Entry:
    """告知: served at once. Raises Barred where nothing was found or intended, PressProblem where it cannot be set."""
    told = read_anew(subject)
    if not told.findings or not told.sanctions.all():
        raise Barred(f"还没有认定{told}的事实、责任和拟采取的方式。")
    if told.notice and told.notice.contests.filter(state=Contest.State.WAITING).exists():
        raise Barred(f"{told}对上一份告知书的申辩还没有答复，请先答复。")
    number = numbering.take(numbering.NOTICES, timezone.now())
    sheet, text = notice_letter(told, number), text_of_notice(told)
    service = serve(actor, told.matter, NOTICE, told.addressee, sheet, text, number)
    entry = steps.SUBJECT_FLOW.take(
        steps.NOTIFY, subject, actor, changes={"notice": service}, subject=subject, number=number
    )
    follow_subjects(subject.case)
    return entry


@takes(steps.WAIVE)
def waive(actor: Actor, subject: Subject, files: Sequence[Kept] = ()) -> Entry:
    """登记放弃申辩, with what was signed. Raises Barred without it."""
    if not files:
        raise Barred("请上传本人书面放弃申辩的材料。", field="files")
    entry = steps.SUBJECT_FLOW.take(steps.WAIVE, subject, actor, changes={"waived": True}, subject=subject)
    attach(entry, files)
    return entry


@takes(steps.APPLY_TOLERANCE)
def apply_tolerance(
    actor: Actor, subject: Subject, text: str, applied_on: date, files: Sequence[Kept] = ()
) -> Entry:
    """登记容错申请, one for each subject. Raises Barred."""
    if Tolerance.objects.filter(subject=subject).exists():
        raise Barred("这个对象已经申请过容错。")
    if applied_on > timezone.localdate():
        raise Barred("“申请日期”不能晚于今天。", field="applied_on")
    require_unnamed_in(subject.case, {"text": "申请的事实和理由"}, text=text)
    Tolerance.objects.create(subject=subject, text=text, applied_on=applied_on, entered_by=actor.principal)
    if not subject.matter.duties.filter(step=WEIGH, done_at=None).exists():
        duties.owe(subject.matter, WEIGH, at=timezone.now(), post="director")
    entry = steps.SUBJECT_FLOW.take(steps.APPLY_TOLERANCE, subject, actor, subject=subject)
    attach(entry, files)
    return entry


@takes(weighing.WEIGH)
def weigh(actor: Actor, tolerance: Tolerance, weighed: dict[str, tuple[bool, str]], reason: str) -> Entry:
    """逐项认定: every condition holds, and the subject is exempted; or one does not. Raises Barred where one was not weighed."""
    missing = [
        words for key, words in CONDITIONS.items() if key not in weighed or not weighed[key][1].strip()
    ]
    if missing:
        raise Barred(f"请逐项写明认定的情况：{missing[0]}。")
    require_unnamed_in(
        tolerance.subject.case,
        {"reason": "认定理由"},
        reason=reason + "".join(w for _, w in weighed.values()),
    )
    granted = all(holds for holds, _words in weighed.values())
    state = Tolerance.State.GRANTED if granted else Tolerance.State.REFUSED
    now, subject = timezone.now(), tolerance.subject
    changes: dict[str, Any] = {
        "state": state,
        "weighed": {key: list(value) for key, value in weighed.items()},
        "reason": reason,
        "decided_by": actor.principal,
        "decided_at": now,
    }
    entry = weighing.TOLERANCE_FLOW.take(
        weighing.WEIGH, tolerance, actor, at=now, changes=changes, subject=subject, outcome=state.label
    )
    if not to_be_weighed(subject.case_id).exists():
        duties.done(subject.matter, WEIGH, at=now)
    if granted:
        exempt(subject, reason)
    return entry


@bound_to(steps.EXEMPT)
def exempt(subject: Subject, reason: str) -> None:
    """容错免予问责: what was intended falls away; counted apart."""
    subject = read_anew(subject)
    changes = let_go(subject, reason)
    steps.SUBJECT_FLOW.take(steps.EXEMPT, subject, None, changes=changes, subject=subject)
    follow_subjects(subject.case)
