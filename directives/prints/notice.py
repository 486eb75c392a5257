"""督查通知单 of a dispatched directive: to whom, what, by when (facts §2.1: 任务来源、承办任务、完成时限)."""

from django.conf import settings
from django.utils import timezone

from bureau.matters.deadlines import dues
from bureau.org.collective import in_words, township_ids
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Notice
from directives.dues import NODE
from directives.facts import target_words
from directives.stages import stages_of

BODY = (
    "现将{paper}中的下列事项交你单位办理。请抓紧落实，按时签收、反馈、报送办结报告；"
    "不能按期办结的，须在时限之前申请延期。"
)
FIRST_STEPS = {dues.SIGN: "签收", dues.FIRST_REPLY: "首次反馈"}
CO = "结果由牵头单位统一报送。"


def notice_sheet(directive) -> Notice:
    parts = [one for one in directive.matter.assignments.select_related("unit") if one.is_lead or one.helps]
    co, towns = [part for part in parts if not part.is_lead], township_ids()
    return Notice(
        organ=settings.BUREAU_NAME,
        number=directive.notice_number,
        title="督查通知单",
        main_to=f"{addressees(parts, towns)}：",
        body=BODY.format(paper=directive.source.cited) + (CO if co else ""),
        date=timezone.localdate(directive.matter.opened_at),
        fields=tuple((label, text) for label, text in rows(directive, parts, addressees(co, towns)) if text),
    )


def addressees(parts, towns: frozenset[int]) -> str:
    """Full names, as a letter names them; all townships together as 「各乡镇」."""
    names = {part.unit.short: part.unit.name for part in parts}
    shorts = in_words([part.unit for part in parts], towns).split("、")
    return "、".join(names.get(short, short) for short in shorts)


def rows(directive, parts, co: str):
    """Label and text of each row; empty ones are left out."""
    matter = directive.matter
    yield "事项编号", matter.number
    yield "督查事项", matter.title
    yield "牵头单位", next(part.unit.name for part in parts if part.is_lead)
    yield "协办单位", co
    yield "目标", target_words(directive)
    yield "阶段节点", "；".join(f"{chinese_date(one.day)}前{one.words}" for one in stages_of(directive))
    yield "责任领导", directive.leader
    yield "办理要求", parts[0].asked
    yield "办理时限", limits(matter)
    yield "经办人员", matter.officer.name


def limits(matter) -> str:
    """What the lead owed when it was made so, and by when: 「签收：2026年10月26日前；首次反馈：…；办结：…」."""
    owed = matter.duties.filter(assignment__role="lead", original_due_at__isnull=False).order_by("opened_at")
    until = {duty.step: moment(duty.original_due_at) for duty in owed}
    named = [(label, until[step]) for step, label in FIRST_STEPS.items() if step in until]
    return "；".join(f"{label}：{words}" for label, words in (*named, original_due(matter)))


def original_due(matter) -> tuple[str, str]:
    """The result's date, or a long-term item's next report, as the paper was sent out with; extensions come on
    papers of their own."""
    first = matter.duties.filter(step__in=[dues.REPORT, NODE]).order_by("opened_at").first()
    if first is None or first.original_due_at is None:
        return "办结", "长期"
    return first.get_step_display(), moment(first.original_due_at)


def moment(at) -> str:
    """「2026年11月20日」, with the hour where the limit does not end with the day."""
    local = timezone.localtime(at)
    hour = "" if (local.hour, local.minute) == (23, 59) else f"{local:%H时%M分}"
    return f"{chinese_date(local.date())}{hour}前"
