"""受理、不予受理告知书, 转办单, 说明通知, 答复书, as letters (rooms §14.3)."""

from django.conf import settings
from django.utils import timezone

from bureau.matters.deadlines import dues
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Notice
from complaints.models import Complaint, Hearing

COMPLAINANT = "投诉人："
TWICE = "一式两份，一份交投诉人，一份附卷。"
KEEP_QUIET = "不得向被反映的单位和人员透露反映人信息；违者按规定追究责任。"
REMEDIES = (
    "如不服本答复意见，可以自收到之日起30日内请求本局的上一级机关复查；"
    "涉及行政行为的，可以依法申请行政复议或者提起行政诉讼。"
)


def accepted(complaint: Complaint) -> Notice:
    """受理告知书: told by which number, how it is handled, by when."""
    due = complaint.matter.due_at
    until = f"，办理期限至{day(due)}" if due else ""
    deemed = "受理审查期限届满，视为受理" if complaint.deemed else "经审查，符合受理条件，决定予以受理"
    body = (
        f"你（单位）于{day(complaint.received_at)}通过{complaint.get_channel_display()}方式反映的"
        f"“{complaint.matter.title}”（编号：{complaint.matter.number}），本局已收悉。{deemed}{until}。"
        "办理结果将及时答复；办理期间可以凭编号向本局查询。\n特此告知。"
    )
    return letter(complaint, "受理告知书", body)


def refused(complaint: Complaint) -> Notice:
    """不予受理告知书: which ground, why, and where to."""
    body = (
        f"你（单位）于{day(complaint.received_at)}通过{complaint.get_channel_display()}方式反映的"
        f"“{complaint.matter.title}”（编号：{complaint.matter.number}），本局已收悉。经审查，该事项属于下列情形："
        f"{complaint.get_ground_display()}。{ended(complaint.refusal_words)}据此，决定不予受理。\n"
        f"请你（单位）{ended(complaint.route)}\n特此告知。"
    )
    return letter(complaint, "不予受理告知书", body)


def letter(complaint: Complaint, title: str, body: str) -> Notice:
    return Notice(
        organ=settings.BUREAU_NAME,
        number=complaint.notice_number or "",
        title=title,
        main_to=COMPLAINANT,
        body=body,
        date=timezone.localdate(complaint.decided_at),
        note=TWICE,
    )


def transfer(complaint: Complaint) -> Notice:
    """转办单 (交办通知单): what was written for the units, and nothing else."""
    matter = complaint.matter
    parts = [part for part in matter.assignments.select_related("unit") if part.is_lead or part.helps]
    lead = [part.unit.name for part in parts if part.is_lead]
    co = [part.unit.name for part in parts if not part.is_lead]
    rows = [
        ("投诉编号", matter.number or ""),
        ("投诉事由", str(complaint.cause)),
        ("发生地点", complaint.place),
        ("发生时间", complaint.happened),
        ("事项摘要", complaint.summary),
        ("诉求", complaint.demand),
        ("协办单位", "、".join(co)),
        ("办理要求", parts[0].asked if parts else ""),
        ("办理时限", original_due(complaint)),
        ("保密要求", KEEP_QUIET),
        ("联系人员", matter.officer.signature),
    ]
    word = complaint.get_mode_display() or "转办"
    return Notice(
        organ=settings.BUREAU_NAME,
        number=complaint.transfer_number or "",
        title=f"投诉件{word}单",
        main_to=f"{'、'.join(lead)}：",
        body="现将下列投诉事项交你单位办理。请按时签收，调查核实后报送办结报告；调查核实须有两人以上参加。",
        date=timezone.localdate(matter.opened_at),
        fields=tuple((label, text) for label, text in rows if text),
        rooms=(("签收人、时间", 2),),
    )


def original_due(complaint: Complaint) -> str:
    """As it was sent out with."""
    duty = complaint.matter.duties.filter(step=dues.REPORT).order_by("opened_at").first()
    return f"{day(duty.original_due_at)}前" if duty and duty.original_due_at else ""


def hearing(asked: Hearing) -> Notice:
    """说明通知 to the unit that is complained about: the questions alone."""
    unit = asked.complaint.respondent
    return Notice(
        organ=settings.BUREAU_NAME,
        number=asked.number,
        title="关于说明有关情况的通知",
        main_to=f"{unit.name if unit else ''}：",
        body=(
            "为核实有关情况，请你单位就下列问题作出书面说明，由单位负责人签字并加盖公章，"
            f"于{chinese_date(asked.until)}前报送本局。\n{asked.questions}"
        ),
        date=asked.asked_on,
    )


def answer(complaint: Complaint) -> Notice:
    """答复书: facts, finding, remedy, and the ways of appeal."""
    return Notice(
        organ=settings.BUREAU_NAME,
        number=complaint.answer_number or "",
        title=f"{complaint.matter.title.removesuffix('的投诉')}的答复意见",
        main_to=COMPLAINANT,
        body=f"{complaint.answer}\n{REMEDIES}",
        date=timezone.localdate(complaint.answered_at),
        note=TWICE,
    )


def day(moment) -> str:
    return chinese_date(timezone.localdate(moment)) if moment else ""


def ended(words: str) -> str:
    """With its full stop."""
    return words if not words or words[-1] in "。！？" else f"{words}。"
