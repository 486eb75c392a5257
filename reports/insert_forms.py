"""What is said of an insert: one form for each kind; `given()` is what the verb is handed."""

from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from bureau.matters.deadlines.lights import Lights
from bureau.matters.rooms import room_of
from bureau.org.visible import VisibleField
from bureau.pages import period
from reports import figures
from reports.actions import Given
from reports.inserts.tables import rooms_for
from reports.models import Insert
from reports.opening_form import recent_years

NO_GROUP = "不分组"
QUOTES = "quotes"
USUAL = ("number", "title", "lead", "due", "stage", "progress")
TEXT_LENGTH = 20_000


class InsertForm(forms.Form):
    title = VisibleField(label="标题", max_length=Insert.TITLE_LENGTH)
    annex = forms.BooleanField(
        label="作为附件",
        required=False,
        help_text="排在正文后面另起一页；不勾选的排在正文里。",
    )

    def given(self) -> Given:
        return Given(self.cleaned_data["title"], self.cleaned_data.get("annex", False), **self.more())

    def more(self) -> dict:
        raise NotImplementedError


class TableForm(InsertForm):
    """Which rows of a room's ledger, by the room's own `filters`; which of its columns; by which of them grouped."""

    columns = forms.MultipleChoiceField(label="列", widget=forms.CheckboxSelectMultiple)
    group = forms.ChoiceField(label="分组", required=False)

    def __init__(self, *posted, asked, room: str, spec: dict, **kwargs):
        super().__init__(*posted, **kwargs)
        self.room, view = room, room_of(room).ledger
        columns = view.table_class.ledger_columns()
        self.fields["columns"].choices = columns
        self.fields["group"].choices = [("", NO_GROUP), *columns]
        self.initial |= {"columns": spec.get("columns", USUAL), "group": spec.get("group", "")}
        said = self.data if self.is_bound else QueryDict(spec.get("query") or asked.GET.urlencode())
        self.filters = filters_of(view, asked, said)

    def clean(self):
        if not self.filters.is_valid():
            raise forms.ValidationError("“查询条件”里有的填得不对，请看该处的红字。")

    def more(self) -> dict:
        asked = [(key, value) for key, value in self.data.items() if value and self.is_condition(key)]
        chosen = {name: self.cleaned_data[name] for name in ("columns", "group")}
        return {"spec": {"room": self.room, "query": urlencode(asked), **chosen}}

    def is_condition(self, key: str) -> bool:
        """Of a range the browser sends two: 「due_min」「due_max」."""
        return any(key == name or key.startswith(f"{name}_") for name in self.filters.fields)


def filters_of(view, asked, said):
    """The form of a ledger's conditions; the paper that matters come from is chosen here, not followed by a link."""
    found = view.filterset_class(said, request=asked, lights=Lights(), queryset=view.model.objects.none())
    for field in found.form.fields.values():
        if isinstance(field, forms.ModelChoiceField):
            field.widget = forms.Select()
            field.widget.choices, field.empty_label = field.choices, "全部"
    return found.form


class ChartForm(InsertForm):
    """What is counted, of what, and how it is drawn."""

    kind = forms.ChoiceField(label="图形", choices=figures.CHART_KINDS)
    by = forms.ChoiceField(label="分组", choices=figures.CHART_BY)
    measures = forms.MultipleChoiceField(
        label="数据", choices=figures.CHART_MEASURES, widget=forms.CheckboxSelectMultiple
    )
    year = forms.TypedChoiceField(
        label="范围",
        coerce=int,
        required=False,
        empty_value=None,
        help_text="所引用的事项，或者某年登记的全部事项。",
    )
    part = forms.ChoiceField(label="时段", choices=period.PARTS, required=False)

    def __init__(self, *posted, spec: dict, **kwargs):
        super().__init__(*posted, **kwargs)
        over = spec.get("over", QUOTES)
        self.initial |= {name: spec[name] for name in ("kind", "by", "measures") if name in spec}
        self.initial |= over if over != QUOTES else {}
        self.fields["year"].choices = [("", "本期引用的事项"), *recent_years()]

    def more(self) -> dict:
        said = self.cleaned_data
        days = {"year": said["year"], "part": said["part"] or period.YEAR}
        spec = {name: said[name] for name in ("kind", "by", "measures")}
        return {"spec": {**spec, "over": days if said["year"] else QUOTES}}


class PhotoForm(InsertForm):
    photo = forms.FileField(
        label="照片",
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        help_text="JPG 或 PNG。照片里的拍摄地点等信息不会保留。",
    )

    def more(self) -> dict:
        return {"photo": self.cleaned_data["photo"]}


class TextForm(InsertForm):
    text = VisibleField(
        label="正文",
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="层次序数按“一、”“（一）”书写。",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["annex"]

    def more(self) -> dict:
        return {"text": self.cleaned_data["text"]}


def form_for(kind: str, bulletin, asked, posted=(), insert=None) -> InsertForm:
    """`posted`: what a request sent, (data, files); `insert`: the one that is changed."""
    initial = {"title": insert.title, "annex": insert.annex} if insert else {}
    spec = insert.spec if insert else {}
    if kind == Insert.Kind.TABLE:
        rooms, room = rooms_for(bulletin), spec.get("room") or asked.GET.get("room")
        room = room if room in rooms else rooms[0]
        return TableForm(*posted, asked=asked, room=room, spec=spec, initial=initial)
    if kind == Insert.Kind.CHART:
        return ChartForm(*posted, spec=spec, initial=initial)
    if kind == Insert.Kind.PHOTO:
        return PhotoForm(*posted, initial=initial)
    return TextForm(*posted, initial={**initial, **(insert.data if insert else {})})
