"""The stretch of days that figures are asked for: a month, a quarter, a year, or from one day to another."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, cast

from django import forms
from django.utils import timezone

from bureau.pages.fields import DateField

QUARTERS = "一二三四"
YEAR = "year"
PARTS = [
    (YEAR, "全年"),
    *[(f"h{number}", f"{name}半年") for number, name in enumerate("上下", 1)],
    *[(f"q{number}", f"第{name}季度") for number, name in enumerate(QUARTERS, 1)],
    *[(str(month), f"{month}月") for month in range(1, 13)],
]


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both included, and what they are called."""

    start: date
    end: date
    words: str

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """The first and the last moment, for comparing with times."""
        return _at(self.start, time.min), _at(self.end, time.max)


def _at(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))


def of(year: int, part: str = YEAR) -> Period:
    """A year, or the part of it that `PARTS` names."""
    label = "" if part == YEAR else dict(PARTS)[part]
    if part == YEAR:
        first, last = 1, 12
    elif part.startswith("h"):
        last = int(part[1:]) * 6
        first = last - 5
    elif part.startswith("q"):
        last = int(part[1:]) * 3
        first = last - 2
    else:
        first = last = int(part)
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), f"{year}年{label}")


def between(start: date, end: date) -> Period:
    return Period(start, end, f"{words(start)}至{words(end)}")


def words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


class PeriodForm(forms.Form):
    """A year and a part of it; or two days, which then count instead. `since`: the first year there is anything of."""

    year = forms.TypedChoiceField(label="年度", coerce=int, required=False)
    part = forms.ChoiceField(label="时段", choices=PARTS, required=False)
    start = DateField(label="起始日期", required=False)
    end = DateField(label="截止日期", required=False)

    def __init__(self, *args: Any, since: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = timezone.localdate()
        years = range(self.today.year, min(since, self.today.year) - 1, -1)
        cast(forms.TypedChoiceField, self.fields["year"]).choices = [(year, f"{year}年") for year in years]

    def clean(self) -> None:
        start, end = (self.cleaned_data.get(name) for name in ("start", "end"))
        if self.errors or not (start or end):
            return
        if not (start and end):
            raise forms.ValidationError("“起始日期”和“截止日期”要一起填；按年度、时段统计的都不用填。")
        if end < start:
            self.add_error("end", "“截止日期”不能早于“起始日期”。")

    @property
    def period(self) -> Period:
        """What is asked for; this year where nothing is, or where it makes no sense."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if given.get("start"):
            return between(given["start"], given["end"])
        return of(given.get("year") or self.today.year, given.get("part") or YEAR)
