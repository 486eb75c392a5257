"""Fields that steps ask for, declared once, and the form of a step."""

from django import forms

from bureau.matters.models import Matter
from bureau.pages.fields import DateField, FilesField, unit_input, words
from bureau.pages.units_field import UnitField, UnitsField

FIELDS = {
    "text": lambda: words("内容", 4000, 6),
    "report": lambda: words("办结报告", 4000, 10, help_text="办理结果、依据、成效；4000 字以内。"),
    "reason": lambda: words("理由", 1000),
    "remark": lambda: words("意见", 1000),
    "remark_optional": lambda: words("意见", 1000, 3, required=False),
    "answer": lambda: words("回复内容", 4000, 8),
    "talk": lambda: words(
        "约谈记录", 4000, 8, help_text="时间、地点、参加人（写职务）、谈话要点、整改要求和承诺。"
    ),
    "withdrawal": lambda: words("撤回理由", 500),
    "percent": lambda: forms.IntegerField(
        label="完成进度（%）",
        min_value=0,
        max_value=100,
        required=False,
        help_text="大致完成了百分之多少，可以不填。",
    ),
    "plea": lambda: words("延期原因", 4000),
    "progress": lambda: words("目前进展", 2000, help_text="已经做了什么、到了哪一步、还差什么。"),
    "later": lambda: DateField(label="申请延至"),
    "until": lambda: DateField(label="新的时限"),
    "until_optional": lambda: DateField(
        label="新的时限", required=False, help_text="不填的，仍按现在的时限办理。"
    ),
    "grounds": lambda: words(
        "异议理由", 4000, 6, help_text="写明依据哪项职责分工（“三定”规定、文件文号），建议由哪家单位牵头。"
    ),
    "ruling": lambda: words("裁定理由", 1000),
    "due_optional": lambda: DateField(
        label="办理时限", required=False, help_text="写明了日期的照填；没有的按办理时限表计算。"
    ),
    "lead": lambda: UnitField(
        label="牵头单位", widget=unit_input(), help_text="只填一家：全称、简称或拼音首字母。"
    ),
    "lead_optional": lambda: UnitField(
        label="牵头单位", required=False, widget=unit_input(), help_text="只填一家：全称、简称或拼音首字母。"
    ),
    "co": lambda: UnitsField(
        label="协办单位", required=False, help_text="多家用顿号隔开；“各乡镇”即全部乡镇。"
    ),
    "asked": lambda: words(
        "办理要求", 500, 2, required=False, help_text="对承办单位的具体要求，交办后由它们看到。"
    ),
    "files": lambda: FilesField(
        label="附件", required=False, help_text="可不传。Word、Excel、PDF、图片，每个不超过 30 MB。"
    ),
}
# Words that are often written there; offered as chips, never filled in by themselves.
PHRASES = {
    "remark_optional": ("同意。", "情况属实，同意。", "同意，请抓紧推进。", "请继续跟踪问效。"),
    "reason": (
        "材料不全，请补充佐证。",
        "未说明完成数量，请补充。",
        "牵头单位不准确，请重新拟定。",
        "任务尚未全部完成。",
    ),
    "remark": (
        "请于两日内反馈最新进展。",
        "进展描述不具体，请补充数据和时间节点。",
        "请说明未按时完成的原因。",
    ),
    "ruling": (
        "按职责分工应由你单位牵头，请抓紧办理。",
        "涉及多家单位的，由你单位牵头协调。",
    ),
}
# What a field is called by the verb, where that differs from its name here.
ARGUMENTS = {
    "plea": "text",
    "later": "until",
    "until_optional": "until",
    "grounds": "text",
    "ruling": "remark",
    "remark_optional": "remark",
    "report": "text",
    "answer": "text",
    "talk": "text",
    "withdrawal": "reason",
    "due_optional": "due",
    "lead_optional": "lead",
}


def register(fields: dict, arguments: dict | None = None, phrases: dict | None = None) -> None:
    """What only one room's steps ask for: its fields, what its verbs call them, their chips."""
    FIELDS.update(fields)
    ARGUMENTS.update(arguments or {})
    PHRASES.update(phrases or {})


class StepForm(forms.Form):
    """The form of one step: its asked fields, and nothing else. `person`: whose files it takes."""

    def __init__(self, step, *args, person=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name in step.asks:
            self.fields[name] = FIELDS[name]()
        if "files" in self.fields:
            self.fields["files"].of(person)

    @property
    def takes_units(self) -> bool:
        return any(isinstance(field, UnitsField) for field in self.fields.values())

    def arguments(self) -> dict:
        """Cleaned values by the names that verbs take."""
        return {ARGUMENTS.get(name, name): value for name, value in self.cleaned_data.items()}


def title_field(**kwargs) -> forms.CharField:
    """The decision itself, at most 500 characters; longer ones are refused, never cut."""
    limit = Matter.TITLE_LENGTH
    message = f"督查事项最多{limit}字（现在%(show_value)d字），请精简，原文可以放在“原文”里。"
    return forms.CharField(
        label="督查事项",
        max_length=limit,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": message, "required": "请填写督查事项。"},
        **kwargs,
    )
