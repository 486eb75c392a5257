from typing import Any

from django import forms
from django.urls import reverse

from bureau.pages.drafting import Drafting
from bureau.pages.fields import Words
from bureau.vault.correcting import correct
from bureau.vault.models import Line
from bureau.vault.particulars import LABELS
from bureau.vault.views.looking import SHOWN
from bureau.vault.views.of_identity import OfIdentity

LENGTH = 120  # characters of one of them


class CorrectForm(forms.Form):
    """What is left blank stays as it is: who has not looked reads nothing here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in SHOWN:
            widget = forms.TextInput(attrs={"autocomplete": "off"})  # browsers remember what was typed
            self.fields[name] = Words(label=LABELS[name], max_length=LENGTH, required=False, widget=widget)
        self.fields["emptied"] = forms.MultipleChoiceField(
            label="删去（原来填写的不对，又没有正确的）",
            choices=[(name, LABELS[name]) for name in SHOWN],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.fields["why"] = Words(label="改正的理由", max_length=Line.WHY_LENGTH)

    def changes(self) -> dict[str, str]:
        given = {name: self.cleaned_data[name] for name in SHOWN if self.cleaned_data[name]}
        return dict.fromkeys(self.cleaned_data["emptied"], "") | given


class Correct(Drafting, OfIdentity):
    """改正身份. What is typed is kept sealed, until it is sent."""

    sealed = True
    form_class, template_name = CorrectForm, "vault/correct.html"
    sentence = "已改正，原来的密封保存，并记入查看记录。"

    def version(self) -> int:
        return self.identity.formers.count()

    def take(self, form: Any) -> Line:
        return correct(self.request.user, self.identity, form.changes(), form.cleaned_data["why"])

    def home(self) -> str:
        return reverse("vault:open", args=[self.identity.key])
