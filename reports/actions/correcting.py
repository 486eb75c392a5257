"""更正: what is issued is never changed; another issue of its series says what was wrong in it."""

from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.matters.flow import bound_to
from bureau.press.typeset.dates import chinese_date
from bureau.press.wording.levels import titled
from reports import announcing, flow, versions
from reports.actions.opening import Start, begin
from reports.models import Bulletin, Plate
from reports.policy import require_desk

RECALLED = "{day}印发的{number}《{title}》所公开的决定有变化：{why}。\n特此更正。"
BODY = (
    "{day}印发的{number}《{title}》中，“【请写明原文】”有误，应为“【请写明正确的内容】”。\n"
    "特此更正，请以更正后的内容为准。"
)


@bound_to(flow.CREATE_CORRECTION)
@transaction.atomic
def draft_correction(person, bulletin) -> Bulletin:
    """起草更正 of an issued bulletin, to everybody who received it; one at a time is being drafted."""
    require_desk(person)
    wrong = Bulletin.objects.visible_to(person).select_for_update(of=("self",)).get(pk=bulletin.pk)
    refuse(wrong)
    title = titled("".join(wrong.title.split()))
    correction = begin(
        person,
        Start(wrong.series, Plate(wrong.plate)),
        title=f"关于《{title}》的更正",
        body=body_of(wrong, title),
        corrects=wrong,
        **{name: getattr(wrong, name) for name in ("report_to", "send_to", "issue_to", "main_to", "copies")},
    )
    correction.readers.set(wrong.readers.all())
    correction.units.set(wrong.units.all())
    flow.take(flow.CREATE_CORRECTION, correction, person, number=wrong.number)
    versions.keep(correction, person, flow.CREATE_CORRECTION)
    return correction


def body_of(wrong, title: str) -> str:
    """Written out where a decision that it made known was recalled, to be filled in otherwise."""
    told = {"day": chinese_date(wrong.day), "number": wrong.number, "title": title}
    why = announcing.recalled_words(wrong)
    return RECALLED.format(**told, why=why) if why else BODY.format(**told)


def refuse(wrong) -> None:
    if wrong.state != flow.ISSUED:
        raise Barred("已经印发的才要更正；没有印发的退回修改即可。")
    begun = wrong.corrections.filter(state__in=[flow.DRAFT, flow.SUBMITTED, flow.CHECKED]).first()
    if begun:
        raise Barred(f"对{wrong.number}的更正“{begun.title}”正在办理，不能再起草一份。")
    if wrong.corrects_id:
        raise Barred("这一期本身是更正，请对原来的那一期再起草更正。")
