from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from bureau.jobs.barred import Barred
from bureau.matters.seen import check_seen
from bureau.pages.drafting import Drafting
from bureau.pages.fields import words
from bureau.pages.once import Twice, once, token
from directives.views.desk_only import DeskOnly
from reports import actions
from reports.models import Bulletin, Objection
from reports.policy import decides


class ReasonForm(forms.Form):
    reason = words("核实意见", Objection.TEXT_LENGTH, 6)


VERDICTS = {"uphold": True, "dismiss": False}


class Decide(DeskOnly, Drafting, View):
    """核实 of what a unit says is wrong in an issue."""

    def objection(self) -> Objection:
        seen = Bulletin.objects.visible_to(self.request.user)
        found = Objection.objects.filter(bulletin__in=seen.values("pk")).select_related("bulletin", "unit")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get(self, request, pk):
        objection = self.objection()
        if not (verdict := decides(request.user, objection)):
            messages.warning(request, verdict.reason)
            if not self.draft:
                return redirect(objection.bulletin)
        return self.show(objection, self.filled(ReasonForm()))

    def post(self, request, pk):
        objection, form = self.objection(), ReasonForm(request.POST)
        if "draft" in request.POST:
            return self.save_draft()
        if not form.is_valid():
            return self.show(objection, form)
        try:
            with once(request.POST.get("once")):
                check_seen(request.POST.get("seen"), objection.version)
                messages.success(request, self.decide(objection, form.cleaned_data["reason"]).sentence)
        except Twice:
            pass
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(self.objection(), form, status=409)
        self.forget_draft()
        return redirect(objection.bulletin)

    def decide(self, objection, reason: str):
        upheld = VERDICTS.get(self.request.POST.get("verdict"))
        if upheld is None:
            raise Barred("请按“属实，予以更正”或“不予更正”提交。")
        return actions.decide_objection(self.request.user, objection, upheld, reason)

    def show(self, objection, form, status=200):
        hidden = {"once": token(), "seen": objection.version}
        context = {"objection": objection, "form": form, "hidden": hidden, **self.drafting()}
        return render(self.request, "reports/objection.html", context, status=status)
