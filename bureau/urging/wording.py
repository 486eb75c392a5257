"""What a paper says, composed once when it is issued (facts §2.4): what is late, since when, what went before, what is asked."""

from django.utils import timezone

from bureau.matters.deadlines import dues
from bureau.notices.models import Kind

ASKED = "书面回复我局，说明未按时限办理的原因、已经采取的措施和完成的时间"
DEMANDS = {
    Kind.SLIP: "请抓紧办理，并于{by}{asked}。",
    Kind.LETTER: "现予黄牌警示。请主要负责人亲自过问、限期办理，并于{by}{asked}。逾期仍未办理的，将予红牌警示并约谈。",
    Kind.RED: "现予红牌警示，并约谈你单位主要负责人（时间、地点见下表）。请立即整改，并于{by}{asked}。"
    "约谈后仍不落实的，将提请通报批评，或者按程序移交问责线索。",
}
TWICE = "办结报告已两次被退回，须重新办理"


def compose(paper, late: int, twice: bool, earlier) -> str:
    """The text of a paper about to be issued, a paragraph a line. `late`: working days past the due time;
    `earlier`: papers on the same step before this one, oldest first."""
    demand = DEMANDS[paper.kind].format(by=by(paper), asked=ASKED)
    paragraphs = [opening(paper, late, twice), before(earlier), demand]
    if paper.remark:
        paragraphs.append(f"具体要求：{paper.remark}")
    return "\n".join(filter(None, paragraphs))


def opening(paper, late: int, twice: bool) -> str:
    matter, part = paper.matter, paper.assignment
    return (
        f"你单位{part.get_role_display()}的督查事项“{matter.title}”（{matter.number}），"
        f"“{paper.duty.get_step_display()}”的时限为{moment(paper.due_at)}，{what(paper, late, twice)}。"
    )


def what(paper, late: int, twice: bool) -> str:
    """The lateness in a clause: 「已逾期3个工作日，尚未签收」."""
    not_done = dues.DUES[paper.duty.step].undone
    if paper.due_at > paper.issued_at:
        return TWICE
    lateness = f"已逾期{late}个工作日" if late else "已过时限"
    return f"{lateness}，{not_done}" + (f"；{TWICE}" if twice else "")


def before(earlier) -> str:
    """The papers that went before, by number, day and what became of them."""
    told = "、".join(
        f"{one.get_kind_display()}（{one.number}，{day(one.issued_at)}，{became(one)}）" for one in earlier
    )
    return f"此前已发出{told}。" if told else ""


def became(paper) -> str:
    return "已回复" if paper.answered_at else "未回复"


def by(paper) -> str:
    """By when an answer is asked for: 「2026年11月20日前」; 「近日」 where the limits give no date."""
    return f"{moment(paper.answer_due_at)}前" if paper.answer_due_at else "近日"


def day(at) -> str:
    """「2026年11月20日」"""
    local = timezone.localtime(at)
    return f"{local.year}年{local.month}月{local.day}日"


def moment(at) -> str:
    """The day, with the hour where the time does not end with the day."""
    local = timezone.localtime(at)
    return day(at) + ("" if (local.hour, local.minute) == (23, 59) else f"{local:%H时%M分}")
