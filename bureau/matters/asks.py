"""Fields that the steps of several rooms ask for."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.db.models import QuerySet

from bureau.org.models import Person
from bureau.pages.asks import Ask, Day, Files, OneUnit, Text, Units


class PersonField(forms.ModelChoiceField):
    """A person, by unit and post."""

    def label_from_instance(self, person: Person) -> str:
        return person.signature


def nobody() -> QuerySet[Person]:
    return Person.objects.none()


@dataclass(frozen=True)
class Chosen(Ask):
    """One of `people`."""

    people: Callable[[], QuerySet[Person]] = nobody

    def field(self) -> forms.Field:
        return PersonField(
            label=self.label,
            help_text=self.help_text,
            queryset=self.people().select_related("unit"),
            empty_label="请选择",
            error_messages={"required": f"请选择{self.label}。"},
        )


REASON = Text(
    "reason",
    "理由",
    chips=(
        "材料不全，请补充佐证。",
        "未说明完成数量，请补充。",
        "牵头单位不准确，请重新拟定。",
        "任务尚未全部完成。",
    ),
)
REASON_ALONE = Text("reason", "理由", limit=300, rows=2)
REMARK = Text(
    "remark",
    "意见",
    chips=(
        "请于两日内反馈最新进展。",
        "进展描述不具体，请补充数据和时间节点。",
        "请说明未按时完成的原因。",
    ),
)
REMARK_IF_ANY = Text(
    "remark",
    "意见",
    required=False,
    rows=3,
    chips=("同意。", "情况属实，同意。", "同意，请抓紧推进。", "请继续跟踪问效。"),
)
REPORT = Text("text", "办结报告", "办理结果、依据、成效；4000 字以内。", limit=4000, rows=10)
ANSWER = Text("text", "回复内容", limit=4000, rows=8)
UNTIL = Day("until", "新的时限")
LEAD = OneUnit("lead", "牵头单位", "只填一家：全称、简称或拼音首字母。")
CO = Units("co", "协办单位", "多家用顿号隔开；“各乡镇”即全部乡镇。", required=False)
FILES = Files("files", "附件", "可不传。Word、Excel、PDF、图片，每个不超过 30 MB。")
