"""The plan, and what is written down on site."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.forms.models import ModelChoiceIterator
from django.utils import timezone

from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Person, Posting
from bureau.org.posts import ADMINISTRATORS, Post
from bureau.pages.fields import DateField, FilesField, Words, words
from bureau.pages.units_field import UnitField, UnitsField
from directives.inspections.models import (
    CheckItem,
    Finding,
    Inspection,
    Method,
    Signature,
    Target,
    Type,
    Use,
    Verification,
)
from directives.inspections.planned import Plan

LENGTHS = Inspection.LENGTHS
MOST_ITEMS = 60


def people(*posts: str) -> Any:
    """Who may be named in a plan: who holds one of these posts. The bureau's people come first."""
    found = Person.objects.filter(is_active=True).exclude(postings__post__in=ADMINISTRATORS)
    leads = Exists(Posting.objects.filter(person=OuterRef("pk"), post=Post.LEADER))
    return found.filter(postings__post__in=posts).annotate(leads=leads).distinct().order_by("leads", "pk")


GOES = (Post.OFFICER, Post.INTAKE, Post.ACCOUNTABILITY, Post.APPRAISAL, Post.DIRECTOR, Post.LEADER)


class Grouped(ModelChoiceIterator):
    """The bureau's people, then the leaders of the county, each under its heading."""

    def __iter__(self) -> Iterator[Any]:
        yield ("", self.field.empty_label)
        for leads, found in groupby(self.queryset, attrgetter("leads")):
            yield ("县领导" if leads else "督查局", [self.choice(person) for person in found])


class Signed(forms.ModelChoiceField):
    iterator = Grouped

    def label_from_instance(self, person: Person) -> str:
        return person.signature


class AllSigned(forms.ModelMultipleChoiceField):
    def label_from_instance(self, person: Person) -> str:
        return person.signature


class PlanForm(forms.Form):
    """督查方案; cleans to the shape that the verbs take."""

    title = Words(
        label="名称",
        max_length=200,
        widget=forms.TextInput(attrs={"autofocus": True}),
        help_text="如：停产整治企业夜间暗访。",
    )
    type = forms.ChoiceField(label="督查类型", choices=Type, initial=Type.SPECIAL)
    targets = UnitsField(label="督查对象", help_text="多家用顿号隔开；“各乡镇”即全部乡镇。")
    content = words("督查内容", LENGTHS["content"], 4, help_text="查什么：哪些部署、哪些事项的落实情况。")
    begins_on = DateField(label="开始日期")
    ends_on = DateField(label="结束日期")
    unannounced = forms.BooleanField(
        label="暗访", required=False, help_text="结束以前只有督查组和审批人知道有这次活动。"
    )
    methods = forms.MultipleChoiceField(
        label="督查方式", choices=Method, widget=forms.CheckboxSelectMultiple, initial=[Method.CHECK]
    )
    items = words(
        "督查清单", 4000, 5, required=False, help_text="一行一项，在每个对象都要看的；现场逐项记录。"
    )
    head = Signed(label="组长", queryset=None, empty_label="请选择")
    members = AllSigned(label="组员", queryset=None, required=False, widget=forms.CheckboxSelectMultiple)
    approver = Signed(
        label="审批人", queryset=None, empty_label="请选择", help_text="县长，或者县里规定的审批人。"
    )
    scope = Words(label="督查范围", max_length=LENGTHS["scope"], required=False)
    invited = Words(
        label="邀请参加人员",
        max_length=LENGTHS["invited"],
        required=False,
        help_text="人大代表、政协委员、专家，写单位和职务。",
    )
    overlap_reason = words(
        "仍须督查的理由",
        LENGTHS["overlap_reason"],
        2,
        required=False,
        help_text="同一对象时间重叠或者内容相近的督查已有安排时填写（严禁重复督查、多头督查）。",
    )

    folded = ("scope", "invited", "overlap_reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, posts in (("head", GOES), ("members", GOES), ("approver", (Post.LEADER, Post.DIRECTOR))):
            self.fields[name].queryset = people(*posts)  # type: ignore[attr-defined]

    @property
    def unfolded(self) -> bool:
        """Something folded away is filled in, or wrong."""
        return any(self[name].value() or self[name].errors for name in self.folded)

    def clean_items(self) -> tuple[str, ...]:
        rows = [row.strip() for row in self.cleaned_data["items"].splitlines() if row.strip()]
        if len(rows) > MOST_ITEMS:
            raise forms.ValidationError(f"督查清单最多{MOST_ITEMS}项，请合并。")
        if long := [number for number, row in enumerate(rows, 1) if len(row) > CheckItem.WORDS_LENGTH]:
            raise forms.ValidationError(f"督查清单第{long[0]}项超过{CheckItem.WORDS_LENGTH}字，请精简。")
        return tuple(rows)

    def clean(self) -> None:
        refuse_unprintable(self, "title", "content", "scope", "invited", "overlap_reason")

    def plan(self, follows: Inspection | None = None) -> Plan:
        given = dict(self.cleaned_data)
        given["members"] = tuple(one for one in given["members"] if one != given["head"])
        given |= {name: tuple(given[name]) for name in ("methods", "targets")}
        return Plan(**given, follows=follows)

    @staticmethod
    def of(plan: Plan) -> dict[str, Any]:
        """Initial values from what is written down."""
        initial = {name: getattr(plan, name) for name in PlanForm.base_fields}
        return initial | {"items": "\n".join(plan.items), "members": [one.pk for one in plan.members]}


class OnSiteForm(forms.Form):
    """What both forms of the site say: under which key it was typed, and when by the telephone's clock."""

    key = forms.UUIDField(
        label="设备编号", widget=forms.HiddenInput, error_messages={"required": "请重新打开本页再填写。"}
    )
    found_at = forms.DateTimeField(
        label="时间",
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid": "“时间”不是一个时间，请重新打开本页再填写。"},
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photos"].of(person)  # type: ignore[attr-defined]


class FindingForm(OnSiteForm):
    """One thing that was seen."""

    kind = forms.ChoiceField(
        label="类别",
        choices=Finding.Kind,
        initial=Finding.Kind.PROBLEM,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    item = forms.ModelChoiceField(
        label="清单项", queryset=CheckItem.objects.none(), required=False, empty_label="不在清单上"
    )
    words = words("看到的情况", Finding.LENGTHS["words"], 3, help_text="看到什么、听到什么、数是多少。")
    photos = FilesField(label="照片", required=False, help_text="可不拍。照片、Word、PDF，每个不超过 30 MB。")
    place = Words(label="地点", max_length=Finding.LENGTHS["place"], required=False)

    def __init__(self, *args: Any, target: Target, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = target.inspection.items.all()  # type: ignore[attr-defined]


class SignatureForm(OnSiteForm):
    """现场签字."""

    signer = Words(
        label="签字人单位和职务",
        max_length=Signature.SIGNER_LENGTH,
        help_text="如：县水利局分管副局长；不写姓名。",
    )
    remark = words("签字人的意见", Signature.REMARK_LENGTH, 2, required=False, help_text="没有意见的不填。")
    photos = FilesField(label="签字", required=False, help_text="在上面签字；也可以上传签过字的底稿照片。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="sign_%s", **kwargs)  # on one page with the other form
        self.fields["photos"].widget.attrs["data-needed"] = ""  # asked for before it is put in the queue


class SuperviseForm(forms.Form):
    """转为督查事项."""

    title = words("督查事项", 200, 2)
    lead = UnitField(label="牵头单位", help_text="只填一家：全称、简称或拼音首字母。")
    due = DateField(label="办理时限", required=False, help_text="不填的，交办时按办理时限表计算。")

    def clean_due(self) -> Any:
        due = self.cleaned_data["due"]
        if due and due <= timezone.localdate():
            raise forms.ValidationError("“办理时限”须在今天之后。")
        return due


class VerifyForm(forms.Form):
    """现场核查."""

    outcome = forms.ChoiceField(label="核查结果", choices=Verification.Outcome, widget=forms.RadioSelect)
    words = words("核查情况", Verification.WORDS_LENGTH, 4)
    photos = FilesField(label="照片", required=False, help_text="可不拍。")

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photos"].of(person)  # type: ignore[attr-defined]


class UseForm(forms.Form):
    """结果运用建议."""

    kind = forms.ChoiceField(label="建议", choices=Use.Kind, widget=forms.RadioSelect)
    reason = words("事实和理由", Use.LENGTHS["reason"], 4)
