"""What the county decides for all cadres: how much each thing counts, and what usually follows from a grade."""

from typing import Any

from django.urls import reverse

from appraisal.cadres.following import put_usual_uses, usual_uses
from appraisal.cadres.forms import UsualUsesForm, WeightsForm
from appraisal.cadres.views.entitled import PLACE
from appraisal.cadres.weighing import put_weights, weights
from appraisal.views.desk_only import DeskOnly
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage


class Following(DeskOnly, Drafting, FormPage):
    """What usually follows from a grade, for what is proposed from now on."""

    template_name = "merits/usual_uses.html"
    sentence = "已保存，此后按新的对应提出建议。"

    def form(self, *posted: Any) -> UsualUsesForm:
        return UsualUsesForm(*posted, usual=usual_uses())

    def take(self, form: Any) -> None:
        put_usual_uses(self.request.user, form.cleaned_data)

    def home(self) -> str:
        return reverse(PLACE)

    def place(self) -> str:
        return PLACE


class Weighting(DeskOnly, Drafting, FormPage):
    """计分权重, for what is reckoned from now on."""

    template_name = "merits/weights.html"
    sentence = "已保存，此后计算的干部得分按新的权重。"

    def form(self, *posted: Any) -> WeightsForm:
        return WeightsForm(*posted, weighed=weights())

    def take(self, form: Any) -> None:
        put_weights(self.request.user, form.given())

    def home(self) -> str:
        return reverse(PLACE)

    def place(self) -> str:
        return PLACE

    def context(self, form: Any) -> dict:
        return {"rows": list(form.rows())}
