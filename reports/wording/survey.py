"""The usual text of an investigation report (调研): a problem found anywhere, written up for leaders."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils import timezone

from bureau.matters.rooms import rooms
from bureau.press.gist import gist
from bureau.press.typeset.dates import chinese_date
from bureau.press.wording.words import Words, numbered
from reports.figures import by_lead, tally
from reports.wording.notice import problems, share

ONE, FIRST_OF_MANY = 60, 40  # characters of a matter's title in the title of the report
FIND = "【请写明调研发现的问题、原因和影响】"
PROPOSE = "【请写明建议采取的措施、责任单位和时限】"


@dataclass(frozen=True)
class SurveyWords(Words):
    HEADINGS: ClassVar[dict[str, str]] = {
        "stand": "基本情况",
        "progress": "办理进展",
        "found": "存在问题",
        "proposal": "下一步建议",
    }
    stand: str
    progress: str
    found: str
    proposal: str


def compose(bulletin) -> SurveyWords:
    quotes = list(bulletin.quotes.all())
    figures = tally(quotes)
    lagging = [quote for quote in quotes if quote.lagging]
    return SurveyWords(
        opening=opening(bulletin, quotes, figures),
        stand=stand(quotes),
        progress=progress(quotes),
        found="\n".join(filter(None, [problems(lagging), *found_there(quotes), FIND])),
        proposal="\n".join([*suggested(quotes), PROPOSE]),
    )


def suggested(quotes) -> list[str]:
    """What the bureau suggested because of these matters already."""
    keys = [quote.matter_id for quote in quotes]
    return [words for room in rooms() for words in room.proposes(keys)]


def found_there(quotes) -> list[str]:
    """What was found wrong on site, where these matters are visits."""
    keys = [quote.matter_id for quote in quotes]
    return [words for room in rooms() for words in room.problems(keys)]


def title(quotes) -> str:
    if len(quotes) == 1:
        return f"关于“{gist(quotes[0].title, ONE)}”有关情况的调研报告"
    return f"关于“{gist(quotes[0].title, FIRST_OF_MANY)}”等{len(quotes)}项督查事项有关情况的调研报告"


def opening(bulletin, quotes, figures) -> str:
    day = chinese_date(timezone.localdate(bulletin.counted_at))
    if len(quotes) == 1:
        only = quotes[0]
        return (
            f"督查局对“{gist(only.title, ONE)}”的办理情况进行了调研。截至{day}，该事项{only.state_words}。"
            "现将有关情况报告如下。"
        )
    late = "，逾期未办结{逾期未办结}项" if figures.overdue else ""
    return (
        f"督查局对{len(quotes)}项督查事项的办理情况进行了调研。截至{day}，已办结{share('已办结')}；"
        f"正在办理{share('正在办理')}{late}。现将有关情况报告如下。"
    )


def stand(quotes) -> str:
    """Who handles what by when; of several the annex says it."""
    if len(quotes) > 1:
        units = "、".join(f"{unit}{len(own)}项" for unit, own in by_lead(quotes).items() if unit)
        return f"涉及的事项共{len(quotes)}项，按牵头单位分：{units}。具体事项、承办单位和时限见附件。"
    only = quotes[0]
    helped = f"、{only.co}协办" if only.co else ""
    handled = f"，由{only.lead}牵头{helped}" if only.lead else ""
    number = f"（{only.number}）" if only.number else ""
    return f"{gist(only.title, ONE)}{number}{handled}，办理时限为{only.due}。"


def progress(quotes) -> str:
    told = [(quote, quote.progress.rstrip("。；")) for quote in quotes if quote.progress]
    if len(quotes) == 1:
        return f"{told[0][1]}。" if told else ""
    return numbered(
        f"第{quote.order}项“{gist(quote.title, FIRST_OF_MANY)}”。{words}。" for quote, words in told
    )
