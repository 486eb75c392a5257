"""The text of a draft, in whose name it is published, and to whom it goes."""

from django import forms
from django.db.models import Exists, OuterRef

from bureau.org.visible import VisibleField
from bureau.pages.fields import DateField
from bureau.pages.units_field import UnitsField
from reports.addressing import leaders
from reports.kinds import kind
from reports.models import Bulletin

WORDS = ("title", "body")
TYPED = (*WORDS, "main_to", "report_to", "send_to", "issue_to", "copy_to", "note")


class BulletinForm(forms.ModelForm):
    """Checks the text; the verb writes it. Each leader who may read it here has a tick."""

    units = UnitsField(
        label="送达单位",
        required=False,
        handling=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="印发后送到这些单位的页面，由单位签阅。用顿号隔开，可写“各乡镇”。",
    )
    answer_by = DateField(
        label="整改回复时限",
        required=False,
        help_text="要求被点名、被督办的单位在这一天之前书面回复；不要求回复的不填。",
    )

    class Meta:
        model = Bulletin
        fields = [
            "title",
            "body",
            "plate",
            "main_to",
            "report_to",
            "send_to",
            "issue_to",
            "copies",
            "signer",
            "signed_off",
            "copy_to",
            "note",
            "urgency",
            "rates",
        ]
        field_classes = dict.fromkeys(TYPED, VisibleField)
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "body": forms.Textarea(attrs={"rows": 26}),
            "main_to": forms.Textarea(attrs={"rows": 2}),
            "report_to": forms.Textarea(attrs={"rows": 2}),
            "send_to": forms.Textarea(attrs={"rows": 2}),
            "issue_to": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "title": "排版时自动按词分行；要自己分行，就在该处换行。",
            "body": "层次序数按“一、”“（一）”“1.”“（1）”书写；{总数}{已办结}{已办结占比} 等由台账算出；"
            "【表1】【图1】单独成行，就排在那里。",
            "plate": "以哪个机关的名义编印、发函。",
            "main_to": "函留空即为送达单位；通报、简报留空就不印。",
            "signed_off": "正文后印发文机关名称和日期。",
            "note": "印在日期下面的括号里，如“联系人：××，电话：××”。",
            "rates": "{已办结占比} 等算出来的百分比，全文一律。",
            "copies": "印在末页，1 至 9999 份。",
            "signer": "由县领导签发的在此选定，核稿后等该领导签发；不选即由局领导签发。",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind(self.instance)
        for name in self.fields.keys() - set(self.kind.fields):
            del self.fields[name]
        chosen = Bulletin.readers.through.objects.filter(bulletin=self.instance.pk, person=OuterRef("pk"))
        self.leaders = list(leaders().annotate(chosen=Exists(chosen)))
        self.fields["signer"].queryset = leaders()
        self.fields["signer"].widget.choices = [("", "局领导"), *((one.pk, one.name) for one in self.leaders)]
        if "copies" in self.fields:
            self.fields["copies"].min_value, self.fields["copies"].max_value = 1, Bulletin.MOST_COPIES
        for name in ("units", "answer_by"):
            if name in self.fields and name not in self.initial:
                self.initial[name] = self.before(name)
        if "readers" in self.kind.fields:
            self.offer_readers()

    def before(self, name: str):
        value = getattr(self.instance, name)
        return "、".join(unit.short for unit in value.all()) if name == "units" else value

    def offer_readers(self) -> None:
        self.fields["report_to"].help_text = "印在末页。没有账号的领导写在这里，送纸质件；留空即为所选领导。"
        for leader in self.leaders:
            tick = forms.BooleanField(label=f"送阅：{leader.name}", required=False)
            self.fields[reader_name(leader)], self.initial[reader_name(leader)] = tick, leader.chosen

    def written(self) -> list:
        """The fields beside the page."""
        return [self[name] for name in WORDS]

    def issued(self) -> list:
        """The fields of how it goes out: name, signature, receivers."""
        return [field for field in self.visible_fields() if field.name not in WORDS]

    def clean_copies(self):
        copies = self.cleaned_data["copies"]
        if not 1 <= copies <= Bulletin.MOST_COPIES:
            raise forms.ValidationError(f"印发份数应在 1 至 {Bulletin.MOST_COPIES} 份之间。")
        return copies

    def text(self) -> dict:
        names = {*self.Meta.fields, "answer_by"}
        return {name: value for name, value in self.cleaned_data.items() if name in names}

    def readers(self) -> list | None:
        """The ticked leaders; None where nobody is chosen for it."""
        if "readers" not in self.kind.fields:
            return None
        return [leader for leader in self.leaders if self.cleaned_data[reader_name(leader)]]

    def delivered_to(self) -> list | None:
        return self.cleaned_data["units"] if "units" in self.kind.fields else None


def reader_name(leader) -> str:
    return f"reader_{leader.pk}"
