"""What a leader fills in: words or handwriting, and who is to handle it by when."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from bureau.leading import strokes
from bureau.leading.sentence import asks_nothing, composed
from bureau.matters.doors import asks_authority
from bureau.matters.forms import FilesField, words
from bureau.matters.units_field import UnitField, UnitsField
from bureau.matters.views.acting import on_whose_word, said
from bureau.org.models import Urgency
from instructions.actions import Plan, Word
from instructions.models import Meaning, Origin, Paper, Round

LONGEST = 365  # days
URGENCIES = [one for one in Urgency.choices if one[0] in ("flash", "urgent", "normal", "complex")]
MEANT = ("lead", "co", "days")  # whoever fills in one of these wants it handled


def unit_box(many: bool) -> forms.TextInput:
    """Finds units by name or initials: by the browser's list, and by units.js with a thumb."""
    options = {"list": "unit-names", "data-units": "many" if many else "one", "autocomplete": "off"}
    return forms.TextInput(attrs=options | {"placeholder": "名称或拼音首字母"})


class OrderForm(forms.Form):
    """Who handles it, by when, how urgent. `actor`: the leader, or the leader through somebody's hand."""

    lead = UnitField(label="牵头单位", required=False, widget=unit_box(many=False))
    co = UnitsField(
        label="会同单位", required=False, widget=unit_box(many=True), help_text="多家用顿号隔开。"
    )
    days = forms.IntegerField(
        label="几日内报我",
        required=False,
        min_value=1,
        max_value=LONGEST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "data-days": ""}),
        error_messages={
            "invalid": "“几日内报我”只填天数，如 7。",
            "min_value": "“几日内报我”至少是 1 日。",
            "max_value": f"“几日内报我”最多 {LONGEST} 日。",
        },
    )
    urgency = forms.ChoiceField(
        label="紧急程度",
        choices=URGENCIES,
        initial=Urgency.NORMAL,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    only_read = forms.BooleanField(
        label="只作阅知，不用交办", required=False, help_text="登记后存阅，不再催办。"
    )
    positive = forms.BooleanField(label="肯定性批示", required=False, help_text="年度考核时作为依据。")

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor = actor
        if asks_authority(actor):
            self.fields |= on_whose_word()

    def clean(self):
        given = super().clean()
        lead, co = given.get("lead"), given.get("co") or []
        if lead and lead in co:
            self.add_error("co", f"{lead.short}已是牵头单位，不能同时会同办理，请从“会同单位”中去掉。")
        if co and not lead and "lead" not in self.errors:
            self.add_error("lead", "选了会同单位，请再选一家牵头单位。牵头单位只能有一家。")
        if given.get("only_read") and any(given.get(name) for name in MEANT):
            self.add_error("only_read", "选了单位或天数，就是要办理的；请取消勾选，或者把单位和天数清空。")
        if asks_authority(self.actor) and not self.errors:
            self.said = said(given)
        return given

    @property
    def handled(self) -> bool:
        """Whether it is to be handled and answered, or only known."""
        given = self.cleaned_data
        if given["only_read"]:
            return False
        return any(given[name] for name in MEANT) or not asks_nothing(self.written())

    def written(self) -> str:
        raise NotImplementedError

    def meaning(self) -> Meaning:
        """批办 where a unit is named, 阅处 where the bureau is to find one."""
        if not self.handled:
            return Meaning.KNOW
        return Meaning.ORDER if self.cleaned_data["lead"] else Meaning.HANDLE

    def word(self, origin=Origin.TYPED) -> Word:
        return Word(
            leader_name=self.actor.name,
            leader=self.actor,
            words=self.written(),
            date=timezone.localdate(),
            meaning=self.meaning(),
            positive=self.cleaned_data["positive"],
            wants_answer=self.handled,
            origin=origin,
        )

    def plan(self) -> Plan:
        given = self.cleaned_data
        due = timezone.localdate() + timedelta(days=given["days"]) if given["days"] else None
        return Plan(given["lead"], tuple(given["co"]), due)


class InstructForm(OrderForm):
    """批示 in letters. `freely`: on no document, so that it may say what it is about."""

    words = words("批示内容", Round.WORDS_LENGTH, 3, required=False)
    subject = forms.CharField(
        label="事由", max_length=Paper.TITLE_LENGTH, required=False, help_text="可不填，以批示内容为题。"
    )
    field_order = ["words", "lead", "co", "days", "urgency", "positive", "only_read", "subject"]

    def __init__(self, *args, freely: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not freely:
            del self.fields["subject"]

    def clean(self):
        given = super().clean()
        if not self.errors and not self.written():
            self.add_error("words", "请填写批示内容：可以点一句常用语，也可以只选牵头单位和天数。")
        return given

    def written(self) -> str:
        """As typed; where nothing was, the sentence that the choices make."""
        given = self.cleaned_data
        return given["words"].strip() or composed(given["lead"], given["co"], given["days"])


class InkForm(OrderForm):
    """批示 by hand: strokes drawn over the page, or the photograph of a page that was written on. `files_of`: who is
    logged in."""

    strokes = forms.CharField(required=False, widget=forms.HiddenInput, max_length=strokes.LONGEST)
    photo = FilesField(label="手写批示的照片", required=False, help_text="拍下写好的那一页，JPG 或 PNG。")
    field_order = ["strokes", "photo", "lead", "co", "days", "urgency", "positive", "only_read"]

    def __init__(self, *args, files_of, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["photo"].of(files_of)

    def clean_strokes(self):
        return strokes.read(self.cleaned_data["strokes"])

    def clean_photo(self):
        photos = self.cleaned_data["photo"]
        if len(photos) > 1 or any(photo.kind not in ("png", "jpg") for photo in photos):
            raise forms.ValidationError("请只传一张照片（JPG 或 PNG）。")
        return photos

    def clean(self):
        given = super().clean()
        if not self.errors and bool(given["strokes"]) == bool(given["photo"]):
            self.add_error("photo", "请在页面上手写，或者上传手写批示的照片，二者选一。")
        return given

    def written(self) -> str:
        """Nobody has read it yet."""
        return Round.UNREAD

    def word(self, origin=Origin.INK) -> Word:
        return super().word(origin)
