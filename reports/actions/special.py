"""Beginning a 专报: the answer to a leader's word, or an investigation report on a problem found anywhere."""

from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.flow import bound_to
from bureau.matters.models import Matter
from bureau.matters.policy import Refused
from bureau.matters.rooms import answers_of
from reports import addressing, choosing, drawing, flow, versions
from reports.actions.opening import Start, begin, write_words
from reports.models import Bulletin, Series
from reports.policy import require_desk
from reports.wording import survey


@bound_to(flow.CREATE_ANSWER)
@transaction.atomic
def draft_answer(person, matter) -> Bulletin:
    """起草专报: from the accepted result of the latest round, to the leader whose word it was."""
    require_desk(person)
    cover.queue(matter)
    if not Matter.objects.visible_to(person).filter(pk=matter.pk).exists():
        raise Refused("限阅的批示件由经办督查员或局领导起草专报。")
    answers = answers_of(matter.kind)
    number = answers.round(matter)
    refuse_second(matter, number)
    title = answers.title(matter, number)
    bulletin = begin(person, Start(Series.SPECIAL), title=title, answers=matter, round=number)
    choosing.refuse_moved_on(bulletin)
    readers = addressing.usual_readers(bulletin)
    bulletin.readers.set(readers)
    bulletin.report_to = addressing.usual_address(bulletin, readers)
    bulletin.save(update_fields=["report_to"])
    write_words(bulletin)
    flow.take(flow.CREATE_ANSWER, bulletin, person, instruction=matter.number, round=number)
    versions.keep(bulletin, person, flow.CREATE_ANSWER)
    return bulletin


def refuse_second(matter, number: int) -> None:
    """A round is answered once."""
    known = Bulletin.objects.filter(answers=matter, round=number).exclude(state=flow.DISCARDED).first()
    if known:
        which = known.number or f"“{known.title}”（{known.get_state_display()}，{known.drafted_by}拟稿）"
        raise Barred(f"{matter.number}第{number}轮批示已有专报：{which}，不能再起草一份。")


@transaction.atomic
def draft_survey(person, matters) -> Bulletin:
    """起草调研专报: on these matters of any room, sealed or not; whom it goes to is chosen while it is drafted."""
    require_desk(person)
    chosen = choosing.choose_any(person, matters)
    bulletin = begin(person, Start(Series.SPECIAL), title="调研报告")
    drawing.quote(bulletin, [matter.pk for matter in chosen], bulletin.counted_at)
    bulletin.title = survey.title(list(bulletin.quotes.all()))
    bulletin.save(update_fields=["title"])
    write_words(bulletin)
    flow.take(flow.CREATE, bulletin, person, count=len(chosen), origin="")
    versions.keep(bulletin, person, flow.CREATE)
    return bulletin
