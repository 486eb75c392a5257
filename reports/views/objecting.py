from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from bureau.matters.flow import Barred
from bureau.matters.forms import words
from bureau.matters.once import Twice, check_seen, once, token
from directives.views.desk_only import DeskOnly
from reports import actions
from reports.models import Bulletin, Objection
from reports.policy import decides


class ReasonForm(forms.Form):
    reason = words("核实意见", Objection.TEXT_LENGTH, 6)


class Decide(DeskOnly, View):
    """核实 of what a unit says is wrong in an issue."""

    def objection(self) -> Objection:
        seen = Bulletin.objects.visible_to(self.request.user)
        found = Objection.objects.filter(bulletin__in=seen.values("pk")).select_related("bulletin", "unit")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get(self, request, pk):
        objection = self.objection()
        if not (verdict := decides(request.user, objection)):
            messages.warning(request, verdict.reason)
            return redirect(objection.bulletin)
        return self.show(objection, ReasonForm())

    def post(self, request, pk):
        objection, form, posted = self.objection(), ReasonForm(request.POST), request.POST
        if not form.is_valid():
            return self.show(objection, form)
        try:
            with once(posted.get("once")):
                check_seen(posted.get("seen"), objection.version)
                upheld = posted.get("verdict") == "uphold"
                entry = actions.decide_objection(request.user, objection, upheld, form.cleaned_data["reason"])
                messages.success(request, entry.sentence)
        except Twice:
            pass
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(self.objection(), form, status=409)
        return redirect(objection.bulletin)

    def show(self, objection, form, status=200):
        hidden = {"once": token(), "seen": objection.version}
        context = {"objection": objection, "form": form, "hidden": hidden}
        return render(self.request, "reports/objection.html", context, status=status)
