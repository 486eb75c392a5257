"""Until when a unit may object, in words: to what is added or taken before the result is published, to the result by its paper."""

from django.utils import timezone

from appraisal import states
from appraisal.models import Adjustment, Appraised
from bureau.matters.models import Contest
from bureau.matters.service.declared import remedies_of
from bureau.matters.service.rules import contested
from bureau.matters.service.windows import window
from bureau.org.worktime import local


def to_result(part: Appraised) -> str:
    """Empty before its paper was served."""
    service = part.notice
    if service is None:
        return ""
    if contested(service, Contest.Kind.OBJECTION):
        return "已经对考核结果提出过异议，处理情况见告知书页面。"
    if service.received_at is None:
        return "告知书签收以后可以对考核结果提出异议。"
    limit = window(service, remedies_of(service)[0])
    if limit is None or limit.due_at is None:
        return "对考核结果有异议的，在告知书页面提出，由没有参与评分的人员答复。"
    until = f"{local(limit.due_at):%Y-%m-%d %H:%M}"
    if limit.due_at <= timezone.now():
        return f"对考核结果提出异议的时限到{until}为止，已过。"
    return f"对考核结果有异议的，{until}以前在告知书页面提出，由没有参与评分的人员答复。"


def to_adjustment(one: Adjustment) -> str:
    """Empty where it does not count, and once the result was published: then that is objected to."""
    period = one.appraised.period
    if one.answered_at:
        return "单位的异议已答复。"
    if one.objected_at:
        return "单位已提出异议，待答复。"
    if one.state not in (Adjustment.State.CONFIRMED, Adjustment.State.APPROVED) or period.state in (
        states.VOID,
        *states.FROZEN,
    ):
        return ""
    until = (
        f"公示到{period.publicised_until:%Y-%m-%d}，公布以前"
        if period.publicised_until
        else "考核结果公示、公布以前"
    )
    return f"{until}可以提出一次异议，由没有确认、审批这条加减分的人答复。"
