"""A page on which somebody registers what was said together with who said it; and its address."""

from django import forms
from django.urls import include, path

from bureau.pages.fields import words
from bureau.pages.form_page import FormPage
from bureau.vault import opening
from bureau.vault.models import Identity
from bureau.vault.opening import Kept
from bureau.vault.particulars import Particulars
from bureau.vault.untold import Untold


class Said(forms.Form):
    summary = words("摘要", 200)
    name = words("姓名", 40)

    def who(self) -> Particulars:
        return Particulars(name=self.cleaned_data["name"])


class Register(Untold, FormPage):
    form_class, template_name, handed_out = Said, "parts/form.html", ("summary",)
    made = None  # the matter that comes of it

    def kept(self, form):
        return [Kept(form.who())]

    def take(self, form) -> Identity:
        return opening.keep(self.request.user, self.made(), form.who())

    def home(self):
        return "/"


urlpatterns = [path("register/", Register.as_view()), path("", include("bureau.urls"))]
