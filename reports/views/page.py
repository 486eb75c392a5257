from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views import View
from django.views.generic import TemplateView

from bureau.files.sending import send
from bureau.matters import policy
from bureau.matters.models import Matter
from reports import drawing, flow
from reports.doors import DOORS
from reports.figures import tally
from reports.models import Bulletin
from reports.policy import at_the_desk
from reports.prints.bulletin import bulletin_sheet
from reports.prints.press import PressProblem, pdf_of
from reports.typeset.levels import paragraphs


class Page(TemplateView):
    """A bulletin to read, to sign, to download; what it quotes leads to the matters one may see."""

    template_name = "reports/page.html"

    def get_context_data(self, **kwargs):
        person = self.request.user
        bulletin = get_object_or_404(Bulletin.objects.visible_to(person), pk=self.kwargs["pk"])
        quotes = list(bulletin.quotes.select_related("matter"))
        return super().get_context_data(
            bulletin=bulletin,
            quotes=quotes,
            readable=set(
                Matter.objects.visible_to(person).filter(quotes__in=quotes).values_list("pk", flat=True)
            ),
            paragraphs=paragraphs(bulletin.body),
            figures=tally(bulletin.quotes),
            moved=not bulletin.is_frozen and drawing.has_moved(bulletin),
            may_edit=policy.may(person, flow.EDIT, bulletin),
            doors=DOORS.open_through([person, *person.acts_for], bulletin),
            entries=bulletin.entries.all() if any(map(at_the_desk, [person, *person.acts_for])) else [],
            **kwargs,
        )


class Pdf(View):
    """The issued file, for download; of a draft a preview, set on request and marked as a draft."""

    def get(self, request, pk):
        bulletin = get_object_or_404(Bulletin.objects.visible_to(request.user), pk=pk)
        if bulletin.is_frozen:
            return self.issued(bulletin)
        try:
            pdf = pdf_of(bulletin_sheet(bulletin))
        except PressProblem as problem:
            messages.error(request, str(problem))
            return redirect(bulletin)
        return inline(pdf, f"草稿-{bulletin.title}.pdf")

    def issued(self, bulletin):
        if bulletin.state != flow.ISSUED:
            messages.info(self.request, "正在排版，成文后即可下载。")
            return redirect(bulletin)
        file = bulletin.rendering
        return send(self.request, file.sha256, file.name, back=bulletin, content_type="application/pdf")


def inline(pdf: bytes, name: str) -> HttpResponse:
    """A PDF that the browser shows, under a name for saving."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(name)}"
    return response
