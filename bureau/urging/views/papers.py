from django.shortcuts import get_object_or_404
from django.views import View
from django.views.generic import TemplateView

from bureau.matters import panels
from bureau.matters.views import SeenList, StepPage
from bureau.matters.views.on_paper import printed
from bureau.matters.views.shaped import Shaped
from bureau.urging.filters import PaperFilter
from bureau.urging.flow import FLOW
from bureau.urging.models import Urging
from bureau.urging.offered import actions_on
from bureau.urging.prints import urging_sheet
from bureau.urging.shapes import by_answer, to_be_answered
from bureau.urging.tables import PaperTable


class Papers(Shaped, SeenList):
    """The papers that were issued, as far as the person sees them; also as Excel."""

    card = "urging/card.html"
    asks_due = "answer_due"
    due_words = "应回复"
    laneless = "未回复已升级的、已撤回的和事项已了结的不在看板上，请看列表。"

    model = Urging
    table_class = PaperTable
    filterset_class = PaperFilter
    heading = "催办文书"
    export_name = "催办文书台账"
    template_name = "urging/papers.html"

    def get_queryset(self):
        return super().get_queryset().with_all()

    def lanes(self):
        return by_answer()

    def dates(self):
        return to_be_answered(self.lights)


class PaperPage(TemplateView):
    """A paper: what it said, what the unit answered, what may be done with it."""

    template_name = "urging/page.html"

    def get_context_data(self, **kwargs):
        person = self.request.user
        paper = get_object_or_404(Urging.objects.visible_to(person).with_all(), pk=self.kwargs["pk"])
        lines = paper.matter.entries.readable_by(person, paper.matter)
        lines = lines.filter(step__startswith="urging.", facts__number=paper.number)
        return super().get_context_data(
            paper=paper,
            actions=actions_on(person, paper),
            entries=lines.prefetch_related("attachments"),
            panels_aside=panels.panels(panels.NOTED, person, noted(paper)),
            **kwargs,
        )


def noted(paper: Urging) -> panels.Noted:
    """What may follow from it elsewhere."""
    words = f"{paper.assignment.unit.short}：{paper.get_kind_display()}，{paper.matter.title}"
    return panels.Noted("urging", paper.number, words, paper.matter)


class PaperStep(StepPage):
    flow = FLOW
    template_name = "urging/step.html"

    def records(self, person):
        return Urging.objects.visible_to(person).with_all()


class PrintedPaper(View):
    """催办单, 督办函, 红牌 in print, to whoever sees the paper."""

    def get(self, request, pk):
        paper = get_object_or_404(Urging.objects.visible_to(request.user).with_all(), pk=pk)
        name = f"{paper.get_kind_display()}{paper.number}.pdf"
        number = paper.matter.number
        return printed(request, urging_sheet(paper), name, paper.get_absolute_url(), number)
