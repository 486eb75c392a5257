"""What is written when a suggestion is raised, or mended before it is approved."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from bureau.matters.models import Matter, Secrecy
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.pages.fields import DateField, Words, words
from bureau.pages.units_field import UnitField
from directives.suggestions.actions import Advice
from directives.suggestions.models import Suggestion, To

NAMED = {To.UNIT: "unit", To.LEADER: "recipient", To.MEETING: "meeting"}


def leaders(_request: Any = None) -> QuerySet[Person]:
    return Person.objects.filter(is_active=True, postings__post=Post.LEADER).order_by("pk")


class AdviceForm(forms.Form):
    """督查建议; cleans to the shape that the verbs take."""

    title = Words(
        label="建议事项",
        max_length=Matter.TITLE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "autofocus": True}),
        help_text="一句话写明建议做什么，如“建议出台种粮大户补贴办法”。",
    )
    grounds = words(
        "情况和问题",
        Suggestion.LENGTHS["grounds"],
        5,
        required=False,
        help_text="督查中看到什么、问题出在哪里，有数据的写数据。",
    )
    text = words("建议内容", Suggestion.LENGTHS["text"], 6, help_text="建议怎么改、由谁来办、什么时候见效。")
    to = forms.ChoiceField(label="提给", choices=To, initial=To.UNIT, widget=forms.RadioSelect)
    unit = UnitField(label="单位", required=False, help_text="提给单位的，填全称、简称或拼音首字母。")
    recipient = forms.ModelChoiceField(
        label="县领导", queryset=Person.objects.none(), required=False, empty_label="提给县领导的，在这里选"
    )
    meeting = Words(
        label="会议",
        max_length=Suggestion.LENGTHS["meeting"],
        required=False,
        help_text="提请会议研究的，写会议名称，如“县人民政府常务会议”。",
    )
    answer_by = DateField(
        label="答复时限", required=False, help_text="不填的，单位按办理时限表答复；县领导不催办。"
    )
    secrecy = forms.ChoiceField(
        label="范围",
        choices=Secrecy,
        initial=Secrecy.NORMAL,
        help_text="限阅：只有经办人、局领导、收文领导和获得授权的人能看到。由限阅事项提出的一律限阅。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        recipient = self.fields["recipient"]
        assert isinstance(recipient, forms.ModelChoiceField)
        recipient.queryset = leaders()

    def clean(self) -> None:
        refuse_unprintable(self, "title", "grounds", "text", "meeting")
        given = self.cleaned_data
        if (day := given.get("answer_by")) and day <= timezone.localdate():
            self.add_error("answer_by", "“答复时限”须在今天之后。")
        for to, name in NAMED.items():
            if to == given.get("to") and not given.get(name) and name not in self.errors:
                self.add_error(name, f"提给{to.label}的，请填写“{self.fields[name].label}”。")
            elif to != given.get("to"):
                given[name] = "" if to == To.MEETING else None

    def advice(self) -> Advice:
        """Only who is chosen is named, whatever else was typed."""
        given = dict(self.cleaned_data)
        del given["to"]
        return Advice(**given)

    @staticmethod
    def of(advice: Advice) -> dict:
        """Initial values from what is registered."""
        return {name: getattr(advice, name) for name in AdviceForm.base_fields}
