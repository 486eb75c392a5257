"""The text of a draft, and to whom it goes."""

from django import forms

from reports.addressing import leaders
from reports.kinds import kind
from reports.models import Bulletin


class BulletinForm(forms.ModelForm):
    """Checks the text; the verb writes it. A 专报 has a tick for each leader who may read it here."""

    class Meta:
        model = Bulletin
        fields = ["title", "body", "report_to", "send_to", "issue_to", "copies", "signer"]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "body": forms.Textarea(attrs={"rows": 22}),
            "report_to": forms.Textarea(attrs={"rows": 2}),
            "send_to": forms.Textarea(attrs={"rows": 2}),
            "issue_to": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "title": "排版时自动按词分行；要自己分行，就在该处换行。",
            "body": "层次序数按“一、”“（一）”“1.”“（1）”书写，排版时自动用相应字体。未改动过的段落随数据更新。",
            "copies": "印在末页，1 至 9999 份。",
            "signer": "由县领导签发的在此选定，核稿后等该领导签发；不选即由局领导签发。",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() - kind(self.instance).fields:
            del self.fields[name]
        self.fields["copies"].min_value, self.fields["copies"].max_value = 1, Bulletin.MOST_COPIES
        self.leaders = list(leaders())
        self.fields["signer"].queryset, self.fields["signer"].empty_label = leaders(), "局领导"
        if self.addressed:
            self.offer_readers()

    @property
    def addressed(self) -> bool:
        """Whether it goes to chosen leaders alone."""
        return "readers" in kind(self.instance).fields

    def offer_readers(self) -> None:
        chosen = set(self.instance.readers.values_list("pk", flat=True))
        self.fields["report_to"].help_text = "印在末页。没有账号的领导写在这里，送纸质件；留空即为所选领导。"
        for leader in self.leaders:
            tick = forms.BooleanField(label=f"送阅：{leader.name}", required=False)
            self.fields[reader_name(leader)], self.initial[reader_name(leader)] = tick, leader.pk in chosen
        self.order_fields(["title", "body", *map(reader_name, self.leaders)])

    def clean_copies(self):
        copies = self.cleaned_data["copies"]
        if not 1 <= copies <= Bulletin.MOST_COPIES:
            raise forms.ValidationError(f"印数应在 1 至 {Bulletin.MOST_COPIES} 份之间。")
        return copies

    def text(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name in self.Meta.fields}

    def readers(self) -> list | None:
        """The ticked leaders; None where everybody reads it."""
        if not self.addressed:
            return None
        return [leader for leader in self.leaders if self.cleaned_data[reader_name(leader)]]


def reader_name(leader) -> str:
    return f"reader_{leader.pk}"
