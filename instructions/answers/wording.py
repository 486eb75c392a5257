"""The usual text of a 专报 that answers a leader: the result first, then what was asked, done and left, and what is
proposed (facts §6.2). Composed from the replies that were accepted, or from the bureau's own result."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django.utils import timezone

from bureau.matters.models import Assignment
from bureau.press.gist import gist
from bureau.press.typeset.dates import chinese_date
from bureau.press.wording.levels import demoted, quoted, titled
from bureau.press.wording.words import Words, numbered
from instructions.answers.story import Story
from instructions.facts import handling_words
from instructions.models import Instruction, Round

RESULT_WORDS, PAPER_WORDS = (
    120,
    60,
)  # characters of the result in the first paragraph, of the paper in the title
NOTHING_LEFT = "督查局审核办理结果时，没有发现需要提请关注的突出问题。"


@dataclass(frozen=True)
class AnswerWords(Words):
    HEADINGS: ClassVar[dict[str, str]] = {
        "said": "批示情况",
        "done": "办理情况",
        "left": "存在问题",
        "proposal": "下一步建议",
    }
    said: str
    done: str
    left: str
    proposal: str


def compose(instruction: Instruction, number: int) -> AnswerWords:
    story = Story(instruction, number)
    problems = list(filter(None, (late(story), returned(story), silent(story))))
    return AnswerWords(
        opening=opening(story),
        said="\n".join([*map(earlier, story.rounds[:-1]), said(story)]),
        done=done(story),
        left=numbered(problems) or NOTHING_LEFT,
        proposal=proposal(story.handler, bool(problems)),
    )


def title(instruction: Instruction, number: int) -> str:
    leader = instruction.rounds.get(number=number).leader_name
    again = "再次批示" if number > 1 else "批示"
    return f"关于{leader}对《{titled(gist(instruction.paper.title, PAPER_WORDS))}》{again}办理情况的报告"


def opening(story: Story) -> str:
    lead = story.lead.unit if story.lead else None
    asked, handling = story.asked, handling_words(lead, [part.unit for part in story.co])
    in_time = "，超过办理时限" if story.days_late else "，未超过办理时限"
    return (
        f"{asked.leader_name}{chinese_date(asked.date)}批示的事项，{handling}，已办理完毕"
        f"{in_time if asked.due_at else ''}。主要结果：{gist(story.result, RESULT_WORDS)}。现将有关情况报告如下。"
    )


def earlier(one: Round) -> str:
    """A round before this one, which was answered already."""
    answered = f"办理结果已于{day(one.answered_at)}专报呈阅。" if one.answered_at else ""
    return f"{chinese_date(one.date)}，{one.leader_name}批示：“{quoted(one.words)}”{answered}"


def said(story: Story) -> str:
    asked = story.asked
    how = "再次批示" if len(story.rounds) > 1 else f"在{story.instruction.paper}上批示"
    given = f"督查局于{day(asked.opened_at)}交办" if asked.opened_at else ""
    due = f"，办理时限为{day(asked.due_at)}" if asked.due_at else ""
    return f"{chinese_date(asked.date)}，{asked.leader_name}{how}：“{quoted(asked.words)}”{given}{due}。"


def done(story: Story) -> str:
    """The lead's result and each part, or what the bureau did itself."""
    if story.lead is None:
        return demoted(f"督查局核查办理。{story.result}")
    told = [(part, story.results[part.pk]) for part in (story.lead, *story.co) if part.pk in story.results]
    return numbered(f"{part.unit.short}{role(part)}。{demoted(text)}" for part, text in told)


def role(part: Assignment) -> str:
    return "（牵头）" if part.is_lead else "（协办）"


def late(story: Story) -> str:
    if not story.days_late:
        return ""
    return f"办理超过时限。{story.handler}报送办理结果比时限晚{story.days_late}日。"


def returned(story: Story) -> str:
    reasons = [gist(reason, RESULT_WORDS) for reason in story.reasons_of_return]
    if not reasons:
        return ""
    return f"办理质量不高。办理结果曾被退回重办{len(reasons)}次，原因是：{'；'.join(reasons)}。"


def silent(story: Story) -> str:
    names = "、".join(story.silent)
    return f"协办单位没有报送结果。{names}没有报送协办部分的办理情况。" if names else ""


def proposal(handler: str, problems: bool) -> str:
    mended = f"整改存在问题。由{handler}对照上述问题明确措施、责任人和完成时间，督查局跟踪核查。"
    kept = f"巩固办理成果。由{handler}继续抓好后续工作，防止问题反弹。"
    again = "适时开展“回头看”。督查局对办理结果进行现场核查，情况有变化的及时报告。"
    return numbered([mended if problems else "", kept, again])


def day(at: datetime) -> str:
    return chinese_date(timezone.localdate(at))
