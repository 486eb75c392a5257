"""谈话函询: a subject is asked to explain, says what it says, and the clue waits to be disposed of by that."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from accountability import numbering
from accountability.actions.hearing import read_anew
from accountability.dues import EXPLAIN
from accountability.flow import explaining as steps
from accountability.flow.subjects import SUBJECT_FLOW
from accountability.models import Case, Explanation, Subject, Way
from accountability.moving import follow_explanations
from accountability.prints import letters
from accountability.served import FEEDBACK, LETTER_OF_INQUIRY
from accountability.unnamed import attach, require_unnamed_in
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.models import Duty, Entry, Service
from bureau.matters.policy import takes
from bureau.matters.service.serving import serve
from bureau.org.actor import Actor
from bureau.org.worktime import local


@takes(steps.ASK)
def ask(actor: Actor, subject: Subject, way: str, topics: str) -> Entry:
    """谈话函询; a letter is served at once. Raises Barred, PressProblem where it cannot be set."""
    require_unnamed_in(subject.case, {"topics": "请说明的问题"}, topics=topics)
    now = timezone.now()
    entry = SUBJECT_FLOW.take(steps.ASK, subject, actor, at=now, subject=subject, way=Way(way).label)
    letter = inquire(actor, subject, topics) if way == Way.LETTER else None
    Explanation.objects.create(
        subject=subject, way=way, topics=topics, letter=letter, approved_by=actor.principal, at=now
    )
    if not Duty.objects.open().filter(matter=subject.matter, step=EXPLAIN).exists():
        duties.owe(subject.matter, EXPLAIN, at=now, person=subject.matter.officer)
    follow_explanations(subject.case)
    return entry


def inquire(actor: Actor, subject: Subject, topics: str) -> Service:
    number, told = numbering.take(numbering.EXPLANATIONS, timezone.now()), read_anew(subject)
    sheet, text = letters.inquiry(told, number, topics), letters.text_of_inquiry(told, topics)
    return serve(actor, told.matter, LETTER_OF_INQUIRY, told.addressee, sheet, text, number)


@takes(steps.EXPLAINS)
def explain(
    actor: Actor, subject: Subject, answered_on: date, words: str, files: Sequence[Kept] = ()
) -> Entry:
    """登记说明. Raises Barred where the day cannot be right, or it names somebody."""
    asked = subject.explanations.get(answered_on=None)
    if not local(asked.at).date() <= answered_on <= timezone.localdate():
        raise Barred("“说明日期”须在批准谈话函询之日和今天之间。", field="answered_on")
    require_unnamed_in(subject.case, {"words": "说明的情况"}, words=words)
    columns: dict[str, Any] = {"answered_on": answered_on, "words": words, "entered_by": actor.principal}
    Explanation.objects.filter(pk=asked.pk).update(**columns)
    entry = SUBJECT_FLOW.take(steps.EXPLAINS, subject, actor, subject=subject, way=asked)
    attach(entry, files)
    follow_explanations(subject.case)
    return entry


def feed_back(actor: Actor, case: Case) -> None:
    """Whoever explained by letter is told that it was believed, where the clue ends by that."""
    explained = Explanation.objects.filter(subject__case=case, way=Way.LETTER, answered_on__isnull=False)
    for subject in case.subjects.filter(pk__in=explained.values("subject")):
        number, told = numbering.take(numbering.EXPLANATIONS, timezone.now()), read_anew(subject)
        sheet, text = letters.feedback(told, number), letters.text_of_feedback(told)
        serve(actor, told.matter, FEEDBACK, told.addressee, sheet, text, number)
