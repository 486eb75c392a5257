"""A leader's word on a bulletin or on the answer to an earlier one: problem → 专报 → 批示 → handling → result, each step
linked."""

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.models import Matter
from bureau.org.models import Urgency
from instructions import actions, flow
from instructions.actions.words import NOBODY
from instructions.models import Instruction, Meaning
from reports.models import Bulletin, Instructed
from reports.states import ISSUED


@transaction.atomic
def instruct_on(leader, bulletin, word, plan=NOBODY, urgency=Urgency.NORMAL, files=()) -> Instruction:
    """批示 on an issued bulletin that this leader sees. On the answer to their own instruction it is the next round of
    that, or, where nothing more is asked for, its end; on anything else a new instruction."""
    if not Bulletin.objects.visible_to(leader).filter(pk=bulletin.pk, state=ISSUED).exists():
        raise Barred("只能在已经印发、送您阅示的通报、专报上批示。")
    record = own_answered(leader, bulletin)
    if record is None:
        return begin(leader, bulletin, word, plan, urgency, files)
    if word.meaning in (Meaning.KNOW, Meaning.STUDY):
        return note(leader, record, word, files)
    actions.again(leader, record, word, plan, files)
    keep(bulletin, record, record.round.number)
    return record


def own_answered(leader, bulletin) -> Instruction | None:
    """The instruction of this leader that the bulletin answers, if it waits for a word or may go on."""
    if not bulletin.answers_id or bulletin.answers.leader_id != leader.pk:
        return None
    cover.queue(bulletin.answers)
    found = Instruction.objects.select_related("matter", "paper").filter(state__in=flow.ANSWERED)
    return found.filter(pk=bulletin.answers_id).first()


def note(leader, record, word, files) -> Instruction:
    """圈阅, with what was said beside the circle. Raises Barred where that was done before."""
    if record.state == flow.CLOSED:
        raise Barred("本件您已阅批、已经办结；要继续办理的，请写明要求，选牵头单位或天数。")
    actions.note(leader, record, word.words, positive=word.positive, files=files, origin=word.origin)
    return record


def begin(leader, bulletin, word, plan, urgency, files) -> Instruction:
    """A new instruction; it arises from what the bulletin reports on."""
    on = tuple(reported(bulletin).select_related("officer"))
    paper = actions.OnPaper(bulletin.title, bulletin.number, reports_on=on)
    record = actions.instruct(leader, word, paper, plan, urgency, files)
    keep(bulletin, record, 1)
    return record


def reported(bulletin):
    """What it quotes, and what it answers."""
    keys = [*bulletin.quotes.values_list("matter", flat=True), bulletin.answers_id]
    return Matter.objects.filter(pk__in=[key for key in keys if key])


def keep(bulletin, record, number: int) -> None:
    Instructed.objects.create(bulletin=bulletin, instruction=record.matter, round=number, at=timezone.now())
