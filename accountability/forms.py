"""Registering a clue, and what only this room's pages ask for."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.db.models import Exists, OuterRef
from django.utils import timezone

from accountability.actions import Clue, Held, Piece, Talk
from accountability.asked import INQUIRES, Signed
from accountability.models import (
    CONDITIONS,
    Case,
    Evidence,
    Fault,
    Ground,
    Interest,
    Interview,
    Meeting,
    Source,
    Subject,
    Tolerance,
)
from bureau.matters.models import Matter
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Person, Position, Unit
from bureau.org.posts import Post
from bureau.pages.fields import DateField, FilesField, Words, words
from bureau.pages.units_field import UnitsField
from bureau.vault.particulars import Particulars
from bureau.vault.scans import ScansField

LENGTHS = Case.LENGTHS
MINUTE = "%Y-%m-%dT%H:%M"
VAULTED = ("name", "phone", "address", "letters")


def line(label: str, limit: int, help_text: str = "", **kwargs: Any) -> Words:
    return Words(label=label, max_length=limit, help_text=help_text, required=False, **kwargs)


def by_post(position: Position) -> str:
    """A person by unit and post; no page shows a name."""
    return f"{position}（{position.get_rank_display()}）"


class Positions(forms.ModelMultipleChoiceField):
    def label_from_instance(self, position: Position) -> str:
        return by_post(position)


class OnePosition(forms.ModelChoiceField):
    def label_from_instance(self, position: Position) -> str:
        return by_post(position)


def held_today(units: Iterable[Unit] | None = None) -> Any:
    found = Position.objects.filter(until=None, cadre__status="serving").select_related("unit", "cadre")
    found = found if units is None else found.filter(unit__in=list(units))
    return found.order_by("unit__order", "pk")


class ClueForm(forms.Form):
    """线索: nine fields before the eyes, the rest folded away."""

    title = Words(
        label="线索名称",
        max_length=200,
        widget=forms.TextInput(attrs={"autofocus": True}),
        help_text="如：对停产整治企业擅自恢复生产监管不力。不写姓名。",
    )
    summary = words(
        "问题摘要", LENGTHS["summary"], 4, help_text="什么事、何时何地、哪个单位哪个岗位应当做而没有做。"
    )
    units = UnitsField(
        label="涉及单位",
        required=False,
        handling=False,
        help_text="可不填；多家用顿号隔开，立案以前还可以登记。",
    )
    source = forms.ChoiceField(label="线索来源", choices=Source, initial=Source.LETTER)
    fault = forms.ChoiceField(label="问题类别", choices=Fault, initial=Fault.INACTION)
    received_on = DateField(label="收到日期")
    happened = line("发生时间", LENGTHS["happened"], "如：2026年11月14日夜。")
    materials = words(
        "已掌握材料", LENGTHS["materials"], 3, required=False, help_text="一行一份：名称、页数。"
    )
    files: Any = FilesField(
        label="材料", required=False, help_text="可不传。PDF、图片、Word、Excel；不要有反映人的名字。"
    )
    source_words = line("来源说明", LENGTHS["source_words"], "移送机关、文号，通报期号等。")
    repeat_reason = words(
        "同一事实仍须办理的理由",
        LENGTHS["repeat_reason"],
        2,
        required=False,
        help_text="同一事实已有线索或者案件的，写明为什么还要办（不重复问责）。",
    )
    name = line("反映人姓名", 40, "有人来信来访反映的填写；加密保存，只有受理人、经办人和局领导能看。")
    phone = line("反映人电话", 40)
    address = line("反映人住址", 120)
    letters: Any = ScansField(label="来信扫描件", required=False, help_text="可不传。随身份加密保存。")

    folded = ("source_words", "repeat_reason", *VAULTED)

    def __init__(
        self, *args: Any, person: Person, new: bool = True, receives: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in ("files", "letters"):
            cast(FilesField, self.fields[name]).of(person, sealed=True)
        for name in ("name", "phone", "address"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        self.fields["received_on"].initial = timezone.localdate
        gone = (*VAULTED, "files", "units") if not new else VAULTED if not receives else ()
        for name in gone:
            del self.fields[name]

    @property
    def unfolded(self) -> bool:
        shown = [name for name in self.folded if name in self.fields]
        return any(self[name].value() or self[name].errors for name in shown)

    def clean(self) -> None:
        refuse_unprintable(self, "title", "summary", "happened", "source_words")
        given = self.cleaned_data
        if given.get("letters") and not given.get("name"):
            self.add_error("letters", "匿名的不留来信扫描件；反映人愿意留下姓名的，填写“反映人姓名”。")

    def clue(self, about: Matter | None = None) -> Clue:
        given = self.cleaned_data
        names = ("title", "source", "fault", "summary", "received_on", "source_words", "happened")
        columns = {name: given[name] for name in (*names, "materials", "repeat_reason")}
        return Clue(**columns, units=tuple(given.get("units") or ()))

    @property
    def who(self) -> Particulars | None:
        """The reporter, where they gave a name."""
        given = self.cleaned_data
        if not given.get("name"):
            return None
        return Particulars(name=given["name"], phone=given["phone"], address=given["address"])

    @staticmethod
    def of(case: Case) -> dict[str, Any]:
        names = ("source", "fault", "summary", "received_on", "source_words", "happened")
        known = {name: getattr(case, name) for name in (*names, "materials", "repeat_reason")}
        return known | {"title": case.matter.title}


class SubjectsForm(forms.Form):
    """登记问责对象: units, and persons by what they are."""

    units = UnitsField(label="单位", required=False, handling=False, help_text="单位本身应当问责的填写。")
    positions = Positions(
        label="人员",
        queryset=Position.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="从干部名册里选，涉及单位的排在前面；名册里没有的先登记到名册。",
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        subjects = Subject.objects.filter(case=case)
        found = held_today().exclude(pk__in=subjects.exclude(position=None).values("position"))
        nearest = found.annotate(concerned=Exists(subjects.filter(unit=OuterRef("unit"))))
        self.fields["positions"].queryset = nearest.order_by(  # type: ignore[attr-defined]
            "-concerned", "unit__order", "pk"
        )

    def clean(self) -> None:
        if not self.cleaned_data.get("units") and not self.cleaned_data.get("positions") and not self.errors:
            raise forms.ValidationError("请填写单位，或者选择人员。")


class AvoidForm(forms.Form):
    """登记回避."""

    person = forms.ModelChoiceField(label="回避人", queryset=Person.objects.none(), empty_label="请选择")
    ground = forms.ChoiceField(label="事由", choices=Ground, widget=forms.RadioSelect)
    words = line("说明", 200, "不写姓名。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Person.objects.filter(is_active=True, postings__post__in=(*INQUIRES, Post.LEADER))
        self.fields["person"].queryset = found.distinct().order_by("pk")  # type: ignore[attr-defined]
        self.fields["person"].label_from_instance = lambda one: one.signature  # type: ignore[attr-defined]


class EvidenceForm(forms.Form):
    """登记证据."""

    name = Words(label="名称", max_length=Evidence.LENGTHS["name"], help_text="如：现场检查记录、督查底稿。")
    origin = Words(label="来源", max_length=Evidence.LENGTHS["origin"], help_text="哪个单位、哪一件事项。")
    taken_on = DateField(label="提取日期")
    pages = forms.IntegerField(label="页数", min_value=1, max_value=9999, initial=1)
    original = forms.BooleanField(
        label="原件", required=False, help_text="复印件由提取人核对，印“与原件核对无误”。"
    )
    source = forms.CharField(
        label="引自事项的编号",
        max_length=40,
        required=False,
        help_text="引用督查、投诉等事项的填写编号；限阅的事项，先请它的经办人授权查阅。",
    )
    quote = words(
        "摘录", Evidence.LENGTHS["quote"], 4, required=False, help_text="按今天的内容摘录，以后不变。"
    )
    files: Any = FilesField(label="附件", required=False, help_text="可不传。")

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        cast(FilesField, self.fields["files"]).of(person, sealed=True)
        self.fields["taken_on"].initial = timezone.localdate

    def clean_source(self) -> Matter | None:
        """Only what this person sees exists."""
        if not (number := self.cleaned_data["source"].strip()):
            return None
        found = Matter.objects.visible_to(self.person).filter(number=number).first()
        if found is None:
            raise forms.ValidationError(
                f"没有找到编号是“{number}”的事项，请核对；限阅的，先请它的经办人授权查阅。"
            )
        return found

    def piece(self) -> Piece:
        names = ("name", "origin", "taken_on", "pages", "original", "source", "quote")
        return Piece(**{name: self.cleaned_data[name] for name in names})


def moment(label: str) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTE),
        input_formats=[MINUTE, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        error_messages={"required": f"请填写{label}。", "invalid": f"“{label}”不是一个时间，请重新填写。"},
    )


class InterviewForm(forms.Form):
    """登记询问笔录."""

    asked = Words(
        label="被询问人单位和职务",
        max_length=Interview.LENGTHS["asked"],
        help_text="不写姓名；姓名签在纸质笔录上。",
    )
    place = Words(label="地点", max_length=Interview.LENGTHS["place"])
    began_at = moment("开始时间")
    ended_at = moment("结束时间")
    askers = Signed(
        label="询问人",
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择询问人，至少两人。"},
    )
    text = words("笔录", Interview.LENGTHS["text"], 14, help_text="一问一答；先告知权利和义务。不写姓名。")
    files: Any = FilesField(label="签字笔录", required=False, help_text="打印、逐页签字以后的扫描件。")

    def __init__(self, *args: Any, case: Case, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(FilesField, self.fields["files"]).of(person, sealed=True)
        self.fields["askers"].queryset = case.investigators.order_by("pk")  # type: ignore[attr-defined]

    def clean(self) -> None:
        refuse_unprintable(self, "asked", "place", "text")

    def talk(self) -> Talk:
        given = self.cleaned_data
        names = ("asked", "place", "began_at", "ended_at", "text")
        return Talk(**{name: given[name] for name in names}, askers=tuple(given["askers"]))


class MeetingForm(forms.Form):
    """登记集体研究."""

    held_on = DateField(label="日期")
    place = Words(label="地点", max_length=Meeting.LENGTHS["place"])
    expected = forms.IntegerField(label="应到人数", min_value=1, max_value=60)
    present = Signed(
        label="出席",
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="应当回避的不参加研究和表决。",
        error_messages={"required": "请选择出席的人。"},
    )
    attending = line("列席", Meeting.LENGTHS["attending"], "单位和职务。")
    opinions = words("各人意见", Meeting.LENGTHS["opinions"], 6, help_text="逐人写明，称职务。")
    ayes = forms.IntegerField(label="同意人数", min_value=0, max_value=60)
    noes = forms.IntegerField(label="反对人数", min_value=0, max_value=60, initial=0)
    abstentions = forms.IntegerField(label="弃权人数", min_value=0, max_value=60, initial=0)
    minority = words(
        "少数意见", Meeting.LENGTHS["minority"], 2, required=False, help_text="有反对、弃权的写明。"
    )
    conclusion = words("结论", Meeting.LENGTHS["conclusion"], 4, help_text="逐个对象写明。")
    files: Any = FilesField(label="附件", required=False, help_text="可不传。")

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(FilesField, self.fields["files"]).of(person, sealed=True)
        self.fields["held_on"].initial = timezone.localdate
        found = Person.objects.filter(is_active=True, postings__post__in=(*INQUIRES, Post.LEADER))
        self.fields["present"].queryset = found.distinct().order_by("pk")  # type: ignore[attr-defined]

    def clean(self) -> None:
        refuse_unprintable(self, "place", "attending", "opinions", "minority", "conclusion")

    def held(self) -> Held:
        given = dict(self.cleaned_data)
        given.pop("files")
        return Held(**given | {"present": tuple(given["present"])})


class WeighForm(forms.Form):
    """逐项认定 of a request for tolerance: each condition holds or not, with words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, label in CONDITIONS.items():
            self.fields[key] = forms.ChoiceField(
                label=label,
                choices=[("yes", "符合"), ("no", "不符合")],
                widget=forms.RadioSelect,
                error_messages={"required": "请选择符合还是不符合。"},
            )
            self.fields[f"{key}_words"] = Words(label="认定的情况", max_length=500)
        self.fields["reason"] = words("认定理由", Tolerance.LENGTHS["reason"], 4)

    def weighed(self) -> dict[str, tuple[bool, str]]:
        given = self.cleaned_data
        return {key: (given[key] == "yes", given[f"{key}_words"]) for key in CONDITIONS}


class InterestForm(forms.Form):
    """利害关系申报."""

    units = UnitsField(
        label="单位",
        required=False,
        handling=False,
        help_text="本人或者近亲属任职过、有利害关系的单位；多家用顿号隔开。",
    )
    position = OnePosition(
        label="干部",
        queryset=Position.objects.none(),
        required=False,
        empty_label="不涉及具体的人",
        help_text="与某一名干部有关系的，选他的职务；他调动以后，申报仍然跟着他。",
    )
    ground = forms.ChoiceField(
        label="关系",
        choices=[one for one in Ground.choices if one[0] not in (Ground.HANDLED, Ground.WITNESS)],
        widget=forms.RadioSelect,
        error_messages={"required": "请选择是哪一种关系。"},
    )
    words = line("说明", Interest.WORDS_LENGTH, "不写姓名，如：配偶在该单位任职。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["position"].queryset = held_today()  # type: ignore[attr-defined]

    def clean(self) -> None:
        refuse_unprintable(self, "words")
        if not self.cleaned_data.get("units") and not self.cleaned_data.get("position") and not self.errors:
            self.add_error("units", "请填写单位，或者在下面选择干部的职务。")

    def declared(self) -> dict[str, Any]:
        given, position = self.cleaned_data, self.cleaned_data["position"]
        chosen = {"units": list(given["units"] or ()), "cadre": position and position.cadre}
        return chosen | {name: given[name] for name in ("ground", "words")}


def offered(form: forms.BaseForm, choices: Sequence[tuple[str, str]]) -> None:
    """The measures that a step may choose among."""
    if "measures" in form.fields:
        form.fields["measures"].choices = choices  # type: ignore[attr-defined]
