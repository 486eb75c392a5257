"""The usual text of a 督办函 or a free 督查通知单: which matters, how they stand, what is asked by when (facts §2.1)."""

from dataclasses import dataclass

from bureau.press.gist import gist
from bureau.press.typeset.dates import chinese_date
from bureau.press.wording.words import Words
from reports.models.series import Series
from reports.wording.notice import TITLE_WORDS

TITLES = {Series.LETTER: "关于督促办理有关事项的函", Series.SLIP: "督查通知单"}
ASKED = "【请写明要求做什么、做到什么程度】"


@dataclass(frozen=True)
class LetterWords(Words):
    stand: str
    asked: str
    ending: str

    def body(self) -> str:
        """A letter has no headings."""
        return "\n".join(filter(None, (self.opening, self.stand, self.asked, self.ending)))


def compose(bulletin) -> LetterWords:
    quotes = list(bulletin.quotes.all())
    return LetterWords(
        opening=opening(bulletin, quotes),
        stand="\n".join(f"{place}.{item(quote)}" for place, quote in enumerate(quotes, 1))
        if len(quotes) > 1
        else "",
        asked=ASKED,
        ending=ending(bulletin),
    )


def opening(bulletin, quotes) -> str:
    if not quotes:
        return "【请写明事由】"
    if len(quotes) == 1:
        return f"由你单位牵头办理的{item(quotes[0])}"
    return "由你单位牵头办理的下列事项，现将有关情况函告如下："


def item(quote) -> str:
    number = f"（{quote.number}）" if quote.number else ""
    told = f"，{quote.progress.rstrip('。；')}" if quote.progress else ""
    return f"“{gist(quote.title, TITLE_WORDS)}”{number}，办理时限为{quote.due}，{quote.state_words}{told}。"


def ending(bulletin) -> str:
    by = f"于{chinese_date(bulletin.answer_by)}前" if bulletin.answer_by else "及时"
    return f"请{by}将办理情况书面报送我局。"


def addressees(quotes) -> str:
    """The lead units of what is quoted, each once."""
    return "、".join(dict.fromkeys(quote.lead for quote in quotes if quote.lead))
