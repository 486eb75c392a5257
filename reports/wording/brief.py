"""The usual text of a 督查简报 or its 增刊: what happened, what is done well, what comes next (facts §6.2)."""

from dataclasses import dataclass
from typing import ClassVar

from bureau.press.wording.words import Words
from reports.figures import tally
from reports.wording.notice import good, overview


@dataclass(frozen=True)
class BriefWords(Words):
    HEADINGS: ClassVar[dict[str, str]] = {
        "state": "工作进展",
        "ways": "主要做法",
        "next": "下步打算",
    }
    state: str
    ways: str
    next: str


def compose(bulletin) -> BriefWords:
    quotes = list(bulletin.quotes.all())
    figures = overview(bulletin, tally(quotes)) if quotes else ""
    return BriefWords(
        opening="【请写明导语：谁做了什么，取得什么成效】",
        state=figures or "【请写明工作进展】",
        ways="\n".join(filter(None, [good(quotes), "【请写明主要做法】"])),
        next="【请写明下步打算】",
    )


def default_title(source) -> str:
    return f"{source.title}工作情况" if source else "督查工作情况"
