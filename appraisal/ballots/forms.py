"""A poll as it is typed; what is entered of a group: how many slips, how many ballots of paper."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from appraisal.ballots.actions.preparing import Given, Voters
from appraisal.ballots.actions.printing import MOST
from appraisal.ballots.counting import Count
from appraisal.ballots.models import Group, PaperCount, Poll, Subject
from appraisal.ballots.models.poll import LEAST, LIMITS
from appraisal.ballots.terms import USUAL, Option
from appraisal.models import Indicator, Period
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Unit
from bureau.pages.fields import DateField, words

OPTIONS, GROUPS = 5, 8  # so many rows of boxes
OPTION_LENGTH = 6  # what one sees on a telephone beside three others


def number(label: str, low: int, high: int, **kwargs: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=low, max_value=high, **kwargs)


def value(label: str, **kwargs: Any) -> forms.DecimalField:
    bounds: dict[str, Any] = {"min_value": 0, "max_value": 100, "max_digits": 5, "decimal_places": 2}
    return forms.DecimalField(label=label, **bounds, **kwargs)


class PollForm(forms.Form):
    title = words(
        "名称", Poll.LENGTHS["title"], 1, help_text="印在票上，如：2026年度领导班子和领导干部民主测评。"
    )
    kinds = forms.MultipleChoiceField(
        label="测评什么",
        choices=Subject.Kind,
        initial=[Subject.Kind.TEAM],
        widget=forms.CheckboxSelectMultiple,
        help_text="领导干部按干部名册的任职列出，票上写单位和职务，不写姓名。",
    )
    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label="被测评单位", widget=forms.CheckboxSelectMultiple
    )
    opens_on = DateField(label="开始日期", initial=timezone.localdate)
    closes_on = DateField(label="截止日期", help_text="当天仍可投票。")
    least = number(
        "有效票不少于", LEAST, 1000, initial=LEAST, help_text="一组的有效票少于这个数，不显示结果。"
    )
    high_from = value("高分从几分起", initial=Decimal(90))
    high_most = number("高分最多几个", 0, 500, required=False, help_text="超过的整张票无效；空着不限。")
    low_below = value("不到几分算低分", initial=Decimal(70))
    low_least = number("低分至少几个", 0, 500, required=False, help_text="不足的整张票无效；空着不限。")
    refuse_equal = forms.BooleanField(label="全部选同一项的整张票无效", required=False)
    refuse_full = forms.BooleanField(label="全部选最高一项的整张票无效", required=False)

    def __init__(self, *args: Any, period: Period, poll: Poll | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["units"]
        field.queryset = Unit.objects.filter(pk__in=period.appraised.values("assignment__unit")).order_by(
            "order", "pk"
        )
        self.put_options(poll.terms.options if poll else USUAL)
        self.put_voters(list(poll.groups.all()) if poll else [])
        if poll:
            self.initial = self.initial_of(poll)

    def put_options(self, known: Sequence[Option]) -> None:
        for at in range(OPTIONS):
            one = known[at] if at < len(known) else None
            self.fields[f"option_{at}"] = words(
                f"选项{at + 1}", OPTION_LENGTH, 1, required=False, initial=one.name if one else ""
            )
            worth = value(f"选项{at + 1}的分值", required=False, initial=one.value if one else None)
            self.fields[f"worth_{at}"] = worth

    def put_voters(self, known: Sequence[Group]) -> None:
        for at in range(GROUPS):
            one = known[at] if at < len(known) else None
            self.fields[f"group_{at}"] = words(
                f"投票人{at + 1}", Group.NAME_LENGTH, 1, required=False, initial=one.name if one else ""
            )
            weight = value(f"投票人{at + 1}的权重（%）", required=False, initial=one.weight if one else None)
            self.fields[f"weight_{at}"] = weight
            self.fields[f"entitled_{at}"] = number(
                f"投票人{at + 1}的应投人数", 1, 100_000, required=False, initial=one.entitled if one else None
            )
            self.fields[f"way_{at}"] = forms.ChoiceField(
                label=f"投票人{at + 1}的方式", choices=Group.Way, initial=one.way if one else Group.Way.CODES
            )

    def initial_of(self, poll: Poll) -> dict[str, Any]:
        rows = list(poll.subjects.all())
        names = ("title", "opens_on", "closes_on", "least", *LIMITS)
        return {name: getattr(poll, name) for name in names} | {
            "kinds": {one.kind for one in rows},
            "units": {one.unit_id for one in rows},
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        texts = [f"option_{at}" for at in range(OPTIONS)] + [f"group_{at}" for at in range(GROUPS)]
        refuse_unprintable(self, "title", *texts)
        self.whole("option", ("worth",), OPTIONS)
        self.whole("group", ("weight", "entitled"), GROUPS)
        if not self.errors and not any(given[f"group_{at}"] for at in range(GROUPS)):
            self.add_error("group_0", "请填写投票人。")
        return given

    def whole(self, name: str, others: Sequence[str], count: int) -> None:
        """A row is filled in whole, or left empty."""
        for at in range(count):
            named = self.cleaned_data.get(f"{name}_{at}")
            for field in (f"{other}_{at}" for other in others):
                filled = self.cleaned_data.get(field) is not None
                if field in self.errors or filled == bool(named):
                    continue
                label = self.fields[field].label
                self.add_error(
                    field if named else f"{name}_{at}",
                    f"请填写{label if named else self.fields[f'{name}_{at}'].label}。",
                )

    def given(self) -> Given:
        found = self.cleaned_data
        return Given(
            title=found["title"],
            kinds=found["kinds"],
            units=list(found["units"]),
            voters=[
                Voters(
                    found[f"group_{at}"], found[f"weight_{at}"], found[f"way_{at}"], found[f"entitled_{at}"]
                )
                for at in range(GROUPS)
                if found[f"group_{at}"]
            ],
            opens_on=found["opens_on"],
            closes_on=found["closes_on"],
            options=[
                Option(found[f"option_{at}"], found[f"worth_{at}"])
                for at in range(OPTIONS)
                if found[f"option_{at}"]
            ],
            limits={name: found[name] for name in ("least", *LIMITS)},
        )

    # --- for the page -----------------------------------------------------------------------------------
    def said(self) -> list[forms.BoundField]:
        return [self[name] for name in ("title", "kinds", "units", "opens_on", "closes_on")]

    def limited(self) -> list[forms.BoundField]:
        return [self[name] for name in ("least", *LIMITS)]

    def options(self) -> list[tuple[forms.BoundField, ...]]:
        return [(self[f"option_{at}"], self[f"worth_{at}"]) for at in range(OPTIONS)]

    def voters(self) -> list[tuple[forms.BoundField, ...]]:
        names = ("group", "weight", "entitled", "way")
        return [tuple(self[f"{name}_{at}"] for name in names) for at in range(GROUPS)]


class CodesForm(forms.Form):
    count = number(
        "印几张", 1, MOST, help_text=f"一次最多{MOST}张。票码只印这一次，本系统不留，丢了不能再印出来。"
    )


class CancelCodesForm(forms.Form):
    reason = words("理由", 200, 2, help_text="如：纸条印坏、丢失。")


class HandOutForm(forms.Form):
    count = number("到现在一共发出几张", 0, 100_000, help_text="只记张数；发给谁记在会场的纸质名单上。")

    def __init__(self, *args: Any, by_now: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["count"].initial = by_now or None


class PaperCountForm(forms.Form):
    """One counter's figures: of each row how many for each option."""

    received = number("收回张数", 0, 100_000)
    invalid = number("无效张数", 0, 100_000)

    def __init__(
        self,
        *args: Any,
        subjects: Sequence[Subject],
        options: Sequence[Option],
        mine: PaperCount | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.subjects, self.options = subjects, options
        for name in ("received", "invalid"):
            self.fields[name].initial = getattr(mine, name) if mine else None
        for one in subjects:
            for at, option in enumerate(options):
                self.fields[f"c_{one.pk}_{at}"] = number(
                    f"{one.label}“{option.name}”的票数",
                    0,
                    100_000,
                    initial=mine.cells[str(one.pk)][at] if mine else None,
                )

    def counted(self) -> Count:
        given = self.cleaned_data
        rows = tuple(
            tuple(given[f"c_{one.pk}_{at}"] for at in range(len(self.options))) for one in self.subjects
        )
        return Count(given["received"], given["invalid"], rows)

    def rows(self) -> Iterator[tuple[Subject, list[tuple[str, forms.BoundField]]]]:
        for one in self.subjects:
            yield (
                one,
                [(option.name, self[f"c_{one.pk}_{at}"]) for at, option in enumerate(self.options)],
            )


class FeedForm(forms.Form):
    indicator = forms.ModelChoiceField(
        Indicator.objects.none(), label="写入哪项指标", help_text="数据来源是“测评”的指标。"
    )
    kind = forms.ChoiceField(label="用哪一类对象的结果")

    def __init__(self, *args: Any, indicators: Any, kinds: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["indicator"].queryset = indicators
        fields["kind"].choices = kinds
