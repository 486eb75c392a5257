"""The usual text of a 专报 that answers a leader: the result first, then what was asked, done and left, and what is
proposed (facts §6.2). Composed from the replies that were accepted, or from the bureau's own result."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils import timezone

from bureau.matters.models import Entry, Reply
from instructions.facts import handling_words
from reports.gist import gist
from reports.typeset.dates import chinese_date
from reports.wording.levels import demoted, quoted
from reports.wording.words import Words, numbered

RESULT_WORDS, PAPER_WORDS = (
    120,
    60,
)  # characters of the result in the first paragraph, of the paper in the title
RETURNED = ("instructions.return", "instructions.self_return")
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


def compose(bulletin) -> AnswerWords:
    story = Story(bulletin.answers, bulletin.round)
    problems = story.problems
    return AnswerWords(
        opening=story.opening,
        said=story.said,
        done=story.done,
        left=numbered(problems) or NOTHING_LEFT,
        proposal=proposal(story.handler, bool(problems)),
    )


def title(instruction, number: int) -> str:
    said = instruction.rounds.get(number=number)
    again = "再次批示" if number > 1 else "批示"
    return f"关于{said.leader_name}对《{gist(instruction.paper.title, PAPER_WORDS)}》{again}办理情况的报告"


class Story:
    """One round of an instruction: who wrote what, who handled it, and what they handed in."""

    def __init__(self, instruction, number: int):
        self.instruction, self.matter = instruction, instruction.matter
        self.rounds = list(instruction.rounds.filter(number__lte=number))
        self.asked = self.rounds[-1]
        parts = list(self.matter.assignments.select_related("unit"))
        helpers = set(instruction.co_units.values_list("pk", flat=True))
        self.lead = None if instruction.self_handled else next((part for part in parts if part.is_lead), None)
        self.co = [part for part in parts if part.helps and part.unit_id in helpers]
        self.results = self.handed_in([part for part in (self.lead, *self.co) if part])

    def handed_in(self, parts) -> dict[int, str]:
        """Part → the last result that stands, of this round."""
        sent = Reply.objects.filter(
            assignment__in=parts,
            kind=Reply.Kind.FINAL,
            state__in=[Reply.State.SENT, Reply.State.ACCEPTED],
            sent_at__gte=self.asked.at,
        )
        return dict(sent.order_by("pk").values_list("assignment", "text"))

    @property
    def handler(self) -> str:
        return self.lead.unit.short if self.lead else "督查局"

    @property
    def result(self) -> str:
        return self.results.get(self.lead.pk, "") if self.lead else self.instruction.result

    @property
    def opening(self) -> str:
        handling = handling_words(self.lead and self.lead.unit, [part.unit for part in self.co])
        return (
            f"{self.asked.leader_name}{day(self.asked.date)}批示的事项，{handling}，已办理完毕{self.punctual}。"
            f"主要结果：{gist(self.result, RESULT_WORDS)}。现将有关情况报告如下。"
        )

    @property
    def punctual(self) -> str:
        return "" if self.asked.due_at is None else "，超过办理时限" if self.days_late else "，未超过办理时限"

    @property
    def days_late(self) -> int:
        asked = self.asked
        if not (asked.due_at and asked.finished_at):
            return 0
        return max(0, (local_day(asked.finished_at) - local_day(asked.due_at)).days)

    @property
    def said(self) -> str:
        """All rounds as one story, the one that is answered last."""
        return "\n".join([*(earlier(one) for one in self.rounds[:-1]), self.this_word])

    @property
    def this_word(self) -> str:
        asked, again = self.asked, "再次" if len(self.rounds) > 1 else ""
        given = f"督查局于{day(local_day(asked.opened_at))}交办" if asked.opened_at else ""
        due = f"，办理时限为{day(local_day(asked.due_at))}" if asked.due_at else ""
        where = f"在{self.instruction.paper}上" if not again else ""
        return (
            f"{day(asked.date)}，{asked.leader_name}{again}{where}批示：“{quoted(asked.words)}”{given}{due}。"
        )

    @property
    def done(self) -> str:
        """The lead's result and each part, or what the bureau did itself."""
        if self.lead is None:
            return demoted(f"督查局核查办理。{self.instruction.result}")
        told = [(part, self.results[part.pk]) for part in (self.lead, *self.co) if part.pk in self.results]
        return numbered(f"{part.unit.short}{role(part)}。{demoted(text)}" for part, text in told)

    @property
    def problems(self) -> list[str]:
        """What the ledger knows; what the officers know they write."""
        found = []
        if self.days_late:
            found.append(f"办理超过时限。{self.handler}报送办理结果比时限晚{self.days_late}日。")
        if returned := self.returned:
            why = "；".join(gist(reason, RESULT_WORDS) for reason in returned)
            found.append(f"办理质量不高。办理结果曾被退回重办{len(returned)}次，原因是：{why}。")
        if silent := [part.unit.short for part in self.co if part.pk not in self.results]:
            found.append(f"协办单位没有报送结果。{'、'.join(silent)}没有报送协办部分的办理情况。")
        return found

    @property
    def returned(self) -> list[str]:
        lines = Entry.objects.filter(matter=self.matter, step__in=RETURNED, at__gte=self.asked.at)
        return [line.facts.get("reason", "") for line in lines.order_by("seq")]


def role(part) -> str:
    return "（牵头）" if part.is_lead else "（协办）"


def earlier(said) -> str:
    answered = f"办理结果已于{day(local_day(said.answered_at))}专报呈阅。" if said.answered_at else ""
    return f"{day(said.date)}，{said.leader_name}批示：“{quoted(said.words)}”{answered}"


def proposal(handler: str, problems: bool) -> str:
    mended = f"整改存在问题。由{handler}对照上述问题明确措施、责任人和完成时间，督查局跟踪核查。"
    kept = f"巩固办理成果。由{handler}继续抓好后续工作，防止问题反弹。"
    again = "适时开展“回头看”。督查局对办理结果进行现场核查，情况有变化的及时报告。"
    return numbered([mended if problems else "", kept, again])


def local_day(at):
    return timezone.localdate(at)


def day(date) -> str:
    return chinese_date(date)
