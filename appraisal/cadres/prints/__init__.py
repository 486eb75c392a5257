"""个人结果通知书 with its answer, 等次审批表, 结果运用建议书. The only places of the room that say who a cadre is."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.utils import timezone

from appraisal.cadres.models import Council, Merit, Review, Use
from appraisal.tree import shown
from bureau.matters.models import Contest
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Notice, Report, Section, Table

REMEDY = (
    "如对本结果有异议，可以自签收本通知书之日起10日内申请复核，由没有参与评定的人员自收到申请之日起15日内答复；"
    "不因申请复核而加重。"
)
GRADES = (
    Column("单位和职务", "left", 0.24),
    Column("姓名", "center", 0.12),
    Column("月数", "right", 0.08),
    Column("得分", "right", 0.1),
    Column("建议", "center", 0.1),
    Column("等次", "center", 0.1),
    Column("说明", "left", 0.26),
)


def organ() -> str:
    return settings.PLATES["appraisal"]["organ"]


def text_of(merit: Merit) -> str:
    """What stands beside the paper, where more people read than the paper itself: neither score nor grade."""
    return f"{merit.review.period.words}个人考核结果，见所附通知书。"


def notice(merit: Merit, number: str) -> Notice:
    position, period = merit.position, merit.review.period
    why = f"定等说明：{merit.grade_reason}。" if merit.grade_reason else ""
    return Notice(
        organ=organ(),
        number=number,
        title="个人结果通知书",
        main_to=f"{position.unit.name}{position.title}{position.cadre.name}：",
        body=(
            f"{period.words}你在领导班子任职{merit.months}个月，考核得分{shown(merit.score)}分，"
            f"经集体研究、审定，等次为{merit.get_grade_display()}。{why}\n{REMEDY}"
        ),
        date=timezone.localdate(),
    )


def answer(contest: Contest, number: str) -> Notice:
    """The answer to who asked for a review."""
    service = contest.service
    position = service.position
    upheld = contest.state == Contest.State.UPHELD
    redone = "" if upheld else "考核办按本意见重新研究等次，另行通知。"
    return Notice(
        organ=organ(),
        number=number,
        title="考核结果复核意见",
        main_to=f"{position.unit.name}{position.title}{position.cadre.name}：",
        body=(
            f"你{chinese_date(timezone.localdate(contest.at))}对个人结果通知书（{service.number}）提出的复核申请收悉。"
            f"经没有参与评定的人员复核，现答复如下。\n一、申请的事实和理由\n{contest.words}\n"
            f"二、复核意见\n对原结果予以{contest.get_state_display()}。{redone}\n三、理由\n{contest.reason}"
        ),
        date=timezone.localdate(contest.decided_at),
    )


def approval_form(
    review: Review, merits: Sequence[Merit], names: Mapping[int, str], council: Council | None
) -> Report:
    """等次审批表: every cadre of the period, what was studied, who approved."""
    rows = tuple(
        (
            str(one),
            names.get(one.cadre_id, ""),
            str(one.months),
            shown(one.score),
            one.get_proposed_grade_display() or "—",
            one.get_grade_display() or "—",
            "；".join(filter(None, [one.apart or one.grade_reason, *one.caps])),
        )
        for one in merits
    )
    studied = (
        f"{chinese_date(council.held_on)}集体研究，应到{council.expected}人，同意{council.ayes}、反对{council.noes}、"
        f"弃权{council.abstentions}。{council.decided}"
        if council
        else "尚未研究。"
    )
    approved = (
        f"{review.approved_by.signature}，{chinese_date(review.approved_on)}审定，依据{review.paper}。"
        if review.approved_by and review.approved_on
        else "（签字）：　　　　　　　　年　　月　　日"
    )
    return Report(
        f"{review.period.words}干部考核等次审批表",
        timezone.localdate(),
        (
            Section("一、等次", "", Table(GRADES, rows)),
            Section("二、集体研究意见", studied),
            Section("三、审定意见", approved),
        ),
        left=organ(),
        right=str(review.matter.number),
    )


PROPOSALS = {
    Use.Kind.PRAISE: "予以表扬",
    Use.Kind.PROMOTE: "在提拔、重用时优先考虑",
    Use.Kind.ADMONISH: "予以诫勉",
    Use.Kind.MOVE: "调整工作岗位",
    Use.Kind.REMOVE: "免去现任职务",
    Use.Kind.DEMOTE: "降低职务层次",
}


def proposal(use: Use, name: str) -> Notice:
    """结果运用建议书 to the organ that decides."""
    merit, position = use.merit, use.merit.position
    who = f"{position.unit.name}{position.title}{name}"
    return Notice(
        organ=organ(),
        number=use.number,
        title="结果运用建议书",
        main_to=f"{use.organ}：",
        body=(
            f"{who}{merit.review.period.words}考核得分{shown(merit.score)}分，等次为{merit.get_grade_display()}，"
            f"已经集体研究并由分管县领导审定（{merit.review.paper}）。\n一、建议\n按照干部管理权限，{PROPOSALS[Use.Kind(use.kind)]}。\n"
            f"二、理由\n{use.reason}。\n三、反馈\n请将决定及文号函告我办。"
        ),
        date=use.sent_on or timezone.localdate(),
    )
