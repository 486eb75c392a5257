"""Computed fields: 「{已办结}件，占{已办结占比}」 in a text, filled from the quoted matters wherever it is shown, and written
into it when it is signed. 「{县水利局：已办结}」 counts the matters of one lead unit."""

import re
from functools import cached_property

from bureau.jobs.barred import Barred
from bureau.matters.counting.figures import Ratio
from reports.figures import Figures, tally
from reports.models import Rates

FIELD = re.compile(r"\{([^{}\n]{1,60})\}")
OF_UNIT = "："
COUNTS = {
    "总数": "total",
    "已办结": "closed",
    "正在办理": "running",
    "中止办理": "suspended",
    "逾期未办结": "overdue",
    "进展滞后": "lagging",
    "已到时限": "due",
    "按期办结": "on_time",
}
SHARES = {
    f"{name}占比": column for name, column in COUNTS.items() if column not in ("total", "due", "on_time")
}
PUNCTUALITY = "按期办结率"
FINE = "（一位小数）"  # after a share: 「7.7%」 instead of 「8%」
RATES = (*SHARES, PUNCTUALITY)
NAMES = (*COUNTS, *RATES, *(f"{name}{FINE}" for name in RATES))
TEXTS = ("title", "body")


def number(name: str, figures: Figures) -> int:
    """A count, or a whole percentage."""
    return getattr(figures, COUNTS[name]) if name in COUNTS else ratio(name, figures).percent


def ratio(name: str, figures: Figures) -> Ratio:
    return figures.punctuality if name == PUNCTUALITY else figures.share(SHARES[name])


def value(name: str, figures: Figures, rates: str = Rates.WHOLE) -> str:
    """A field's text; `rates`: how percentages are printed."""
    if name in COUNTS:
        return str(number(name, figures))
    if name.endswith(FINE):
        name, rates = name.removesuffix(FINE), Rates.TENTHS
    found = ratio(name, figures)
    if rates == Rates.WHOLE:
        return f"{found.percent}%"
    tenths = str(found.tenths)
    return f"{tenths.removesuffix('.0') if rates == Rates.TRIMMED else tenths}%"


def uneven(figures: Figures) -> int:
    """What the whole shares of all matters add up to, where that is not 100 for rounding; else 0."""
    parts = [figures.share(name).percent for name in ("closed", "running", "suspended")]
    return sum(parts) if figures.total and sum(parts) != 100 else 0


class Filling:
    """The fields of one bulletin; its quotes are asked for once, and only where the text counts them."""

    def __init__(self, bulletin):
        self.bulletin, self.known = bulletin, {}

    @cached_property
    def quotes(self) -> list:
        return list(self.bulletin.quotes.all())

    def text(self, text: str) -> str:
        """The text with its fields filled; what is no field stays as typed."""
        return FIELD.sub(lambda found: self.field(found[1]) or found[0], text)

    def field(self, words: str) -> str | None:
        unit, _, name = words.rpartition(OF_UNIT)
        return (
            value(name.strip(), self.figures(unit.strip()), self.bulletin.rates)
            if name.strip() in NAMES
            else None
        )

    def figures(self, unit: str) -> Figures:
        if unit not in self.known:
            self.known[unit] = tally(quote for quote in self.quotes if not unit or quote.lead == unit)
        return self.known[unit]


def body_of(bulletin) -> str:
    """The text as it reads."""
    return Filling(bulletin).text(bulletin.body)


def texts_of(bulletin) -> dict[str, str]:
    """Its texts by name, filled: what is written into it at signing."""
    filling = Filling(bulletin)
    return {name: filling.text(getattr(bulletin, name)) for name in TEXTS}


def unknown(bulletin) -> list[str]:
    """What stands in braces and is no field, or counts a unit that leads nothing here."""
    leads = {quote.lead for quote in bulletin.quotes.all()}
    found = (match[1] for name in TEXTS for match in FIELD.finditer(getattr(bulletin, name)))
    return [words for words in dict.fromkeys(found) if not known(words, leads)]


def known(words: str, leads: set[str]) -> bool:
    unit, _, name = words.rpartition(OF_UNIT)
    return name.strip() in NAMES and (not unit or unit.strip() in leads)


def refuse_unknown(bulletin) -> None:
    if names := unknown(bulletin):
        listed = "、".join(f"{{{name}}}" for name in names)
        raise Barred(f"文中的{listed}不是数据字段，请改正或者删去；可用的字段：{'、'.join(NAMES)}。")
