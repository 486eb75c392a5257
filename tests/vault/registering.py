"""A page on which somebody registers what was said together with who said it; and its address."""

from django import forms
from django.urls import include, path

from bureau.pages.drafting import Drafting
from bureau.pages.fields import words
from bureau.pages.form_page import FormPage
from bureau.vault import opening
from bureau.vault.models import Identity
from bureau.vault.opening import Kept
from bureau.vault.particulars import Particulars
from bureau.vault.scans import ScansField
from bureau.vault.untold import Untold


class Said(forms.Form):
    summary = words("摘要", 200)
    name = words("姓名", 40)
    phone = words("电话", 40, required=False)
    letters = ScansField(label="来信扫描件", required=False)

    def __init__(self, *posted, person):
        super().__init__(*posted)
        self.fields["letters"].of(person)

    def who(self) -> Particulars:
        return Particulars(name=self.cleaned_data["name"], phone=self.cleaned_data["phone"])


class Register(Untold, Drafting, FormPage):
    template_name, handed_out, sealed = "parts/form.html", ("summary",), True
    made = None  # the matter that comes of it

    def form(self, *posted):
        return Said(*posted, person=self.request.user)

    def kept(self, form):
        return [Kept(form.who())]

    def take(self, form) -> Identity:
        return opening.keep(self.request.user, self.made(), form.who(), form.cleaned_data["letters"])

    def home(self):
        return "/"


urlpatterns = [path("register/", Register.as_view()), path("", include("bureau.urls"))]
