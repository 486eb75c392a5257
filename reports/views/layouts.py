from copy import copy

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView, View

from bureau.matters.views.desk_only import BureauOnly
from bureau.pages.form_page import FormPage
from reports import actions
from reports.layout_form import LayoutForm
from reports.models import Layout
from reports.prints.samples import samples


class Layouts(BureauOnly, TemplateView):
    template_name = "reports/layouts.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(layouts=Layout.objects.all(), **kwargs)


class Samples(BureauOnly, View):
    """样张: the first page of every series as it would be printed now."""

    def get(self, request):
        answer = HttpResponse(samples(request.user), content_type="application/pdf")
        answer["Content-Disposition"] = 'inline; filename="samples.pdf"'
        return answer


class Edit(BureauOnly, FormPage):
    """A new layout, or one that is changed."""

    template_name = "reports/layout.html"

    def find(self, rows=Layout.objects) -> Layout:
        key = self.kwargs.get("pk")
        return get_object_or_404(rows.all(), pk=key) if key else Layout(version=0)

    def version(self) -> int:
        return self.record.version

    def lock(self) -> Layout:
        return self.find(Layout.objects.select_for_update())

    def form(self, *posted):
        return LayoutForm(*posted, instance=copy(self.record))

    def take(self, form) -> Layout:
        said = form.cleaned_data
        return actions.keep_layout(self.request.user, form.instance, said["next_no"], said["next_total"])

    def said(self, layout) -> str:
        return f"“{layout}”的版式已保存，新起草的照此印；已印发的不变。"

    def home(self) -> str:
        return "reports:layouts"

    def context(self, form) -> dict:
        return {"layout": self.record}
