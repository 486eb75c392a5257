"""What the gallery asks with: a form with every kind of field, a query form, a ledger."""

import django_filters
import django_tables2 as tables
from django import forms
from django.template.loader import render_to_string
from django.utils.html import format_html
from django_filters.widgets import RangeWidget

UNITS = [
    ("县发展和改革局", "发改局 fgj"),
    ("县财政局", "财政局 czj"),
    ("县住房和城乡建设局", "住建局 zjj"),
    ("县水利局", "水利局 slj"),
    ("县农业农村局", "农业农村局 nyncj"),
    ("县交通运输局", "交通局 jtj"),
    ("县教育局", "教育局 jyj"),
    ("县市场监督管理局", "市监局 sjj"),
    ("县行政审批服务局", "审批局 spj"),
    ("县林业局", "林业局 lyj"),
    ("县科技和工业信息化局", "科工局 kgj"),
    ("县民政局", "民政局 mzj"),
    ("桃花江镇", "thjz"),
    ("武潭镇", "wtz"),
]
CHOICES = [(str(key), name) for key, (name, _) in enumerate(UNITS)]


class Findable:
    """A widget whose options carry the words by which they are found."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if value:
            option["attrs"]["data-words"] = UNITS[int(value)][1]
        return option


class FindableSelect(Findable, forms.Select):
    pass


class FindableTicks(Findable, forms.CheckboxSelectMultiple):
    pass


class Registering(forms.Form):
    title = forms.CharField(label="督查事项", max_length=200, help_text="一事一项。")
    lead = forms.ChoiceField(
        label="牵头单位", choices=[("", "请选择"), *CHOICES], widget=FindableSelect({"data-filter-list": ""})
    )
    due = forms.DateField(label="办理时限", widget=forms.DateInput({"type": "date"}), required=False)
    urgency = forms.ChoiceField(
        label="紧急程度",
        choices=[("normal", "一般"), ("urgent", "急件")],
        widget=forms.RadioSelect({"class": "chips"}),
    )
    co = forms.MultipleChoiceField(label="协办单位", required=False, choices=CHOICES, widget=FindableTicks)
    words = forms.CharField(label="办理要求", widget=forms.Textarea, required=False)
    paper = forms.FileField(label="附件", required=False)
    inside = forms.BooleanField(label="内部事项", required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].phrases = ["阅", "同意", "请分管领导阅处"]


class Conditions(django_filters.FilterSet):
    q = django_filters.CharFilter(label="关键词")
    light = django_filters.ChoiceFilter(label="亮灯", choices=[("red", "逾期"), ("green", "正常")])
    town = django_filters.ChoiceFilter(
        label="乡镇", choices=[("各乡镇", [("12", "桃花江镇"), ("13", "武潭镇")])]
    )
    units = django_filters.MultipleChoiceFilter(label="承办单位", choices=CHOICES[:3])
    due = django_filters.DateFromToRangeFilter(label="时限", widget=RangeWidget({"type": "date"}))
    mine = django_filters.BooleanFilter(label="我经办的", widget=forms.CheckboxInput)

    def __init__(self, data=None):
        super().__init__(data, queryset=Nothing())


class Nothing:
    """No rows at all: what is tested is how conditions are shown, not what they find."""

    model = None

    def all(self):
        return self


class Ledger(tables.Table):
    tick = tables.CheckBoxColumn(accessor="number", attrs={"td": {"class": "tick"}})
    number = tables.Column("编号", attrs={"td": {"class": "nowrap"}})
    title = tables.Column("督查事项", attrs={"td": {"class": "main"}})
    lead = tables.Column("牵头单位")
    co = tables.Column("协办单位", attrs={"td": {"class": "minor"}})
    due = tables.Column("办理时限", attrs={"td": {"class": "nowrap"}})
    light = tables.Column("亮灯", orderable=False)
    stage = tables.Column("状态")
    open = tables.Column("操作", accessor="number", orderable=False, attrs={"td": {"class": "actions"}})

    empty_url, empty_label = "/", "导入会议纪要"

    class Meta:
        empty_text = "没有符合条件的事项。"

    def render_light(self, value):
        return render_to_string("parts/lamp.html", {"light": value})

    def render_stage(self, value):
        return render_to_string("parts/tag.html", {"words": value, "tone": "blue"})

    def render_open(self):
        return format_html('<a href="/">{}</a>', "打开")


def rows(count: int) -> list[dict]:
    lights = ["green", "yellow", "red", "grey", "blue"]
    return [
        {
            "number": f"桃督〔2026〕{n}号",
            "title": "抓紧完成2026年县级重点项目“五个一”责任分工，报送在建、前期、跟进三类项目表",
            "lead": UNITS[n % len(UNITS)][0],
            "co": "县财政局、县住建局",
            "due": f"2026-06-{1 + n % 28:02}",
            "light": lights[n % 5],
            "stage": "办理中",
        }
        for n in range(1, count + 1)
    ]
