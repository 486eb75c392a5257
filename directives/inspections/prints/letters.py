"""督查结论 and 复核决定书, as letters."""

from django.conf import settings
from django.utils import timezone

from bureau.matters.models import Contest
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Notice
from directives.inspections.models import Inspection, Target

REMEDY = (
    "如对本结论不服，可以自收到之日起30日内，向{government}申请复核；"
    "{government}自收到申请之日起30日内作出复核决定，参与作出本结论的人员回避。"
)


def text_of(target: Target) -> str:
    """What is concluded, in plain text under its levels: it is what is served."""
    return levels(("认定的事实", target.facts), ("证据", target.evidence), ("结论和要求", target.opinion))


def levels(*parts: tuple[str, str]) -> str:
    return "\n".join(
        f"{number}、{head}\n{text}" for number, (head, text) in zip("一二三", parts, strict=False)
    )


def conclusion(target: Target, number: str) -> Notice:
    inspection = target.inspection
    remedy = REMEDY.format(government=f"{settings.COUNTY_NAME}人民政府")
    return Notice(
        organ=settings.BUREAU_NAME,
        number=number,
        title="督查结论",
        main_to=f"{target.unit.successor.name}：",
        body=(
            f"按照《{inspection.matter.title}》督查方案（{inspection.matter.number}），督查组于{period(inspection)}"
            f"对你单位进行了督查。现将涉及你单位的督查结论反馈如下，请按要求整改。\n{text_of(target)}\n{remedy}"
        ),
        date=timezone.localdate(),
    )


def period(inspection: Inspection) -> str:
    if inspection.begins_on == inspection.ends_on:
        return chinese_date(inspection.begins_on)
    return f"{chinese_date(inspection.begins_on)}至{chinese_date(inspection.ends_on)}"


def review_decision(contest: Contest, number: str) -> Notice:
    """The answer to who applied for a review: their reasons, what is decided and why."""
    service = contest.service
    decided = levels(
        ("申请的事实和理由", contest.text),
        ("复核决定", f"对原结论予以{contest.get_state_display()}。"),
        ("决定的理由", contest.reason),
    )
    return Notice(
        organ=settings.BUREAU_NAME,
        number=number,
        title="督查结论复核决定书",
        main_to=f"{service.assignment.unit.successor.name}：",
        body=(
            f"你单位{chinese_date(timezone.localdate(contest.at))}对督查结论（{service.number}）提出的复核申请收悉。"
            f"经没有参与作出该结论的人员复核，现决定如下。\n{decided}"
        ),
        date=timezone.localdate(contest.decided_at),
    )
