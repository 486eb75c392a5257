"""列席会议: noted down, its minutes registered, what was expected ticked."""

from typing import Any

from django import forms
from django.db.models import Case, QuerySet, When
from django.utils import timezone

from bureau.org.models import Person, Unit
from bureau.org.posts import Post
from bureau.pages.fields import DateField, Words, words
from directives.models import Directive, Expected, Sitting, Source

EXPECTED_LENGTH = 8000
NOBODY = "请选择对上的事项，或者记有这一项的来源。"


def attending() -> QuerySet[Person]:
    """Who may sit in for the bureau."""
    bureau = Person.objects.filter(is_active=True, unit__unit_class=Unit.Class.BUREAU)
    return bureau.filter(postings__post__in=[Post.DIRECTOR, Post.OFFICER]).distinct().order_by("pk")


class LinesField(Words):
    """Something a line; cleans to the lines."""

    def __init__(self, *, each: int, **kwargs: Any) -> None:
        self.each = each
        super().__init__(max_length=EXPECTED_LENGTH, widget=forms.Textarea(attrs={"rows": 6}), **kwargs)

    def clean(self, value: Any) -> Any:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        for number, line in enumerate(lines, 1):
            if len(line) > self.each:
                raise forms.ValidationError(
                    f"{self.label}第{number}项最多{self.each}字（现在{len(line)}字），请精简。"
                )
        return lines


def expected_field(required: bool) -> LinesField:
    return LinesField(
        label="预计议定事项",
        each=Expected.LENGTHS["words"],
        required=required,
        help_text="一行一项，写会上定了什么、谁来办。纪要到了以后逐项核对，漏登记的一看就知道。",
    )


class SittingForm(forms.Form):
    """What is known of the meeting; cleans to what the verbs take."""

    kind = forms.ChoiceField(label="会议", choices=Sitting.Kind, widget=forms.RadioSelect)
    name = Words(
        label="届次",
        max_length=Sitting.LENGTHS["name"],
        required=False,
        help_text="如“第12次”；不填的按日期称呼。",
    )
    held_on = DateField(label="日期", initial=timezone.localdate)
    attendees = forms.ModelMultipleChoiceField(
        label="列席人员",
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择列席人员。"},
    )
    agenda = words("议题", Sitting.LENGTHS["agenda"], 4)
    minutes_by = DateField(
        label="纪要应到日期",
        required=False,
        help_text="不填的按会后5个工作日；过了还没有登记纪要，提醒列席人员催要。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attendees = self.fields["attendees"]
        assert isinstance(attendees, forms.ModelMultipleChoiceField)
        attendees.queryset = attending()

    @staticmethod
    def of(sitting: Sitting) -> dict:
        names = ("kind", "name", "held_on", "agenda", "minutes_by")
        return {name: getattr(sitting, name) for name in names} | {"attendees": sitting.attendees.all()}


class NewSittingForm(SittingForm):
    expected = expected_field(required=False)


class ExpectForm(forms.Form):
    expected = expected_field(required=True)


class MinutesForm(forms.Form):
    """Which of the registered papers; that of the day of the meeting first."""

    minutes = forms.ModelChoiceField(
        label="会议纪要",
        queryset=Source.objects.none(),
        empty_label="请选择",
        help_text="这里列出同类的纪要；还没有的，先在“来源与导入”里导入或登记。",
        error_messages={"required": "请选择会议纪要。"},
    )

    def __init__(self, sitting: Sitting, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        minutes = self.fields["minutes"]
        assert isinstance(minutes, forms.ModelChoiceField)
        minutes.queryset = Source.objects.filter(kind=sitting.kind, date__gte=sitting.held_on)
        self.initial["minutes"] = minutes.queryset.filter(date=sitting.held_on).first()


class DirectiveField(forms.ModelChoiceField):
    def label_from_instance(self, directive: Any) -> str:
        number = directive.matter.number or directive.matter.stage
        return f"{number}　{directive.matter.title[:40]}"


class TickForm(forms.Form):
    """The directive that was registered of it, or a paper in which it stands."""

    directive = DirectiveField(
        label="督查事项", queryset=Directive.objects.none(), required=False, empty_label="—"
    )
    source = forms.ModelChoiceField(
        label="来源",
        queryset=Source.objects.none(),
        required=False,
        empty_label="—",
        help_text="记在纪要或其他来文里、不单独立项的，选来源。",
    )

    def __init__(self, expected: Expected, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sitting = expected.sitting
        directive, source = self.fields["directive"], self.fields["source"]
        assert isinstance(directive, forms.ModelChoiceField)
        assert isinstance(source, forms.ModelChoiceField)
        found = Directive.objects.visible_to(person).filter(source__date__gte=sitting.held_on)
        of_the_minutes = Case(When(source=sitting.minutes_id, then=0), default=1)
        directive.queryset = found.order_by(of_the_minutes, "-source__date", "source", "ordinal")
        source.queryset = Source.objects.filter(date__gte=sitting.held_on)

    def clean(self) -> None:
        given = self.cleaned_data
        if bool(given.get("directive")) == bool(given.get("source")) and not self.errors:
            raise forms.ValidationError("只选一个：督查事项，或者来源。" if given.get("source") else NOBODY)


class LeaveOutForm(forms.Form):
    reason = words("不登记的理由", Expected.LENGTHS["left_out"], 3)


class NoMinutesForm(forms.Form):
    reason = words(
        "不出纪要的原因",
        Sitting.LENGTHS["no_minutes"],
        3,
        help_text="如“会议改期”“只传达学习，没有议定事项”。",
    )
