"""利害关系申报: one's own, declared and withdrawn on one page; the director reads everybody's."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from accountability import actions
from accountability.forms import InterestForm
from accountability.interests import split, with_whom
from accountability.models import Interest
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.views.desk_only import BureauOnly
from bureau.org.posts import Post
from bureau.pages.form_page import FormPage

PAGE = "accountability:interests"


class Interests(BureauOnly, FormPage):
    template_name, form_class = "accountability/interests.html", InterestForm
    sentence = "已申报。指定初核、调查人员和登记出席时会提示回避。"

    def take(self, form: Any) -> list[Interest]:
        return actions.declare(self.request.user, **form.declared())

    def home(self) -> str:
        return reverse(PAGE)

    def context(self, form: Any) -> dict:
        own, others = split(self.request.user)
        return {
            "own": [(one, with_whom(one)) for one in own],
            "others": [(one, with_whom(one)) for one in others],
            "sees_others": self.request.user.holds(Post.DIRECTOR),
        }


class Withdraw(BureauOnly, FormPage):
    """撤销 of one's own, asked once more."""

    template_name = "accountability/withdraw_interest.html"
    sentence = "已撤销，以后不再提示回避。"

    def find(self) -> Interest:
        own = Interest.objects.filter(person=self.request.user).select_related("unit", "cadre")
        return get_object_or_404(own, pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return No("这一项已经撤销。") if self.record.withdrawn_at else Yes()

    def take(self, form: Any) -> Interest:
        return actions.withdraw(self.request.user, self.record)

    def home(self) -> str:
        return reverse(PAGE)

    def context(self, form: Any) -> dict:
        return {"interest": self.record, "with_whom": with_whom(self.record)}
