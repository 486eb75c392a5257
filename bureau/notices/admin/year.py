"""工作日历 of one year: twelve months on a page, and what is to become of the days that are ticked."""

from calendar import Calendar as Months
from datetime import date
from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from bureau.org.admin.base import fingerprint
from bureau.org.calendar import current_calendar
from bureau.org.models import WorkdayException
from bureau.org.visible import VisibleField
from bureau.org.worktime.days import WEEKDAYS, DayOn

YEARS = range(2000, 2100)
OFF, ON, USUAL = "off", "on", "usual"
ARRANGEMENTS = [(OFF, "放假"), (ON, "上班（调休）"), (USUAL, "恢复平常")]


class YearForm(forms.Form):
    """Several days of one year, all at once. `entered`: what stands, by day."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    days = forms.MultipleChoiceField(
        error_messages={
            "required": "请先在日历上勾选日期。",
            "invalid_choice": "%(value)s 不是这一年的日期，请重新勾选。",
        }
    )
    arrangement = forms.ChoiceField(label="安排", choices=ARRANGEMENTS, initial=OFF, widget=forms.RadioSelect)
    name = VisibleField(
        label="名称",
        required=False,
        max_length=WorkdayException._meta.get_field("name").max_length,
    )

    def __init__(self, year: int, data=None):
        super().__init__(data)
        rows = WorkdayException.objects.filter(day__year=year)
        self.year, self.entered = year, {row.day: row for row in rows}
        self.stands = fingerprint({f"{row.day}": (row.working, row.name) for row in rows})
        self.initial["seen"] = self.stands
        self.fields["days"].choices = [(f"{day}", f"{day}") for day in days_of(year)]

    def clean_days(self) -> list[date]:
        return [date.fromisoformat(day) for day in self.cleaned_data["days"]]

    def clean(self):
        given = super().clean()
        if self.data.get("seen") != self.stands:
            raise ValidationError("您打开此页后，别人已改过这一年的日历。请刷新页面后重新勾选。")
        if given.get("arrangement") != USUAL and not given.get("name") and "name" not in self.errors:
            self.add_error("name", "请填写节日名称。")
        if given.get("arrangement") == ON:
            usual = [day for day in given.get("days", ()) if day.weekday() < 5]
            if usual:
                told = "、".join(f"{day:%m-%d}（{WEEKDAYS[day.weekday()]}）" for day in usual)
                self.add_error("days", f"{told}本来就上班，请去掉勾选；已录为放假的，选「恢复平常」。")
        return given

    @transaction.atomic
    def save(self) -> list[str]:
        """Returns a line for each day that is another one now: 「2027-02-08 放假（春节）」."""
        arrangement, name = self.cleaned_data["arrangement"], self.cleaned_data["name"]
        wanted = None if arrangement == USUAL else (arrangement == ON, name)
        changed = [day for day in self.cleaned_data["days"] if self.standing(day) != wanted]
        for day in changed:
            self.write(day, wanted)
        word = dict(ARRANGEMENTS)[arrangement]
        return [f"{day} {word}{f'（{name}）' if wanted else ''}" for day in changed]

    def standing(self, day: date) -> tuple[bool, str] | None:
        row = self.entered.get(day)
        return row and (row.working, row.name)

    def write(self, day: date, wanted: tuple[bool, str] | None) -> None:
        if wanted is None:
            WorkdayException.objects.filter(day=day).delete()
        else:
            working, name = wanted
            WorkdayException.objects.update_or_create(day=day, defaults={"working": working, "name": name})

    def months(self) -> list[dict]:
        """For the template: {month, ticked: whether a day of it is, weeks: seven days each, those of other months None}."""
        county, ticked = current_calendar(), set(self.data.getlist("days")) if self.is_bound else set()
        return [
            {
                "month": month,
                "ticked": any(day.startswith(f"{self.year}-{month:02}-") for day in ticked),
                "weeks": [
                    [shown(day, county, ticked) if day.month == month else None for day in week]
                    for week in Months().monthdatescalendar(self.year, month)
                ],
            }
            for month in range(1, 13)
        ]

    def feasts(self) -> list[dict]:
        """For the template: what is entered, {name, row, weekday}, in the order of days."""
        return [
            {"row": row, "weekday": WEEKDAYS[row.day.weekday()]} for _day, row in sorted(self.entered.items())
        ]


def days_of(year: int) -> list[date]:
    weeks = (week for month in range(1, 13) for week in Months().monthdatescalendar(year, month))
    return [day for day, _same in groupby(sorted(day for week in weeks for day in week)) if day.year == year]


def shown(day: date, county, ticked: set[str]) -> dict:
    """How a day looks: its mark in words, its name, whether it is ticked."""
    exception = county.exception(day)
    mark = "" if exception is None else "班" if isinstance(exception, DayOn) else "休"
    return {
        "day": day,
        "mark": mark,
        "name": exception.name if exception else "",
        "works": county.is_workday(day),
        "ticked": f"{day}" in ticked,
    }
