from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView

from bureau.jobs.barred import Barred
from bureau.matters.seen import check_seen
from bureau.pages.once import Twice, once, token
from directives.views.desk_only import DeskOnly
from reports import actions
from reports.mailing_form import MailingForm
from reports.models import Mailing


class Mailings(DeskOnly, TemplateView):
    template_name = "reports/mailings.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            mailings=Mailing.objects.prefetch_related("readers", "units"), **kwargs
        )


class Edit(DeskOnly, TemplateView):
    """A new list, or one that is changed or dropped."""

    template_name = "reports/mailing.html"

    def mailing(self, rows=Mailing.objects) -> Mailing:
        key = self.kwargs.get("pk")
        return get_object_or_404(rows.all(), pk=key) if key else Mailing(version=0)

    def get(self, request, **kwargs):
        return self.show(MailingForm(instance=self.mailing()))

    def post(self, request, **kwargs):
        form = MailingForm(request.POST, instance=self.mailing())
        if "drop" not in request.POST and not form.is_valid():
            return self.show(form)
        try:
            with once(request.POST.get("once")):
                now = self.mailing(Mailing.objects.select_for_update())
                check_seen(request.POST.get("seen"), now.version)
                self.take(form)
        except Twice:
            pass
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(form, status=409)
        return redirect("reports:mailings")

    def take(self, form) -> None:
        if "drop" in self.request.POST:
            actions.drop_mailing(self.request.user, get_object_or_404(Mailing, pk=self.kwargs.get("pk")))
            messages.success(self.request, "分发名单已删除。")
            return
        given = form.cleaned_data
        actions.keep_mailing(self.request.user, form.instance, given["readers"], given["units"])
        messages.success(self.request, f"分发名单“{form.instance.name}”已保存。")

    def show(self, form, status=200):
        hidden = {"once": token(), "seen": form.instance.version}
        context = self.get_context_data(form=form, mailing=form.instance, hidden=hidden)
        return self.render_to_response(context, status=status)
