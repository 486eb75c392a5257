import functools

from django.contrib import messages
from django.db.models import Q, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views import View
from django.views.generic import TemplateView

from bureau.files.sending import send
from bureau.matters import panels, policy
from bureau.matters.actions import actions_through
from bureau.matters.models import Matter
from bureau.matters.views.on_paper import inline, printed
from bureau.org.posts import Post
from bureau.pages.once import token
from bureau.press.printing import PressProblem
from reports import actions, burden, contents, drawing, flow
from reports.addressing import addressees
from reports.figures import tally
from reports.kinds import kind
from reports.models import Bulletin, Instructed
from reports.onscreen import blocks
from reports.personal import for_reader
from reports.policy import at_the_desk, comments, eyes, settles
from reports.prints.bulletin import sheet_of
from reports.views.leaf import LOST, pages
from reports.views.said import said
from reports.written import standing

PARTS = ("inserts", "comments", "responses", "objections")
OF_THE_DESK = ("entries", "receipts", "readers", "units")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Page(TemplateView):
    """A bulletin to read, to sign, to download; what it quotes leads to the matters one may see."""

    template_name = "reports/page.html"

    def get_context_data(self, **kwargs):
        person = self.request.user
        bulletin = self.bulletin(person)
        if self.request.method == "GET" and bulletin.unread:
            actions.read(person, bulletin)
        ways = eyes(person, bulletin)
        desk = any(map(at_the_desk, ways))
        contents.fill(bulletin, *PARTS, *(OF_THE_DESK if desk else ()), quotes=contents.quotes_for(person))
        quotes = list(bulletin.quotes.all())
        return super().get_context_data(
            bulletin=bulletin,
            quotes=quotes,
            readable=readable(person, quotes, bulletin),
            blocks=blocks(bulletin),
            pages=self.pages(bulletin),
            corrected=corrected(bulletin, person),
            once=token(),
            figures=tally(quotes) if quotes else None,
            moved=not bulletin.is_frozen and drawing.moved(quotes),
            may_edit=policy.may(person, flow.EDIT, bulletin),
            actions=actions_through(flow.FLOW, ways, bulletin),
            instructed=written_on(bulletin, person),
            leaders=[one for one in ways if one.holds(Post.LEADER)],
            entries=bulletin.entries.all() if desk else [],
            may_word=desk or not kind(bulletin).restricted,
            burdened=burden.warnings(bulletin) if desk else [],
            panels_aside=panels.panels(panels.NOTED, person, noted(bulletin)) if desk else [],
            **said(bulletin, person, ways, quotes),
            **commented(bulletin, person, desk),
            **(addressees(bulletin) if desk else {}),
            **kwargs,
        )

    def bulletin(self, person) -> Bulletin:
        key, found = self.kwargs["pk"], contents.noting_parts(Bulletin.objects.visible_to(person))
        return get_object_or_404(actions.noting_unread(found, person, key), pk=key)

    def pages(self, bulletin) -> list[dict]:
        """As it will be printed, for who checks or signs it on whatever they have in hand."""
        if bulletin.state not in (flow.SUBMITTED, flow.CHECKED):
            return []
        address = functools.partial(reverse, "reports:leaf")
        return pages(
            self.request, bulletin, lambda page, width: f"{address(args=[bulletin.pk, page])}?w={width}"
        )


def noted(bulletin) -> panels.Noted:
    """What may follow from it elsewhere."""
    return panels.Noted("bulletin", bulletin.number or "", bulletin.title)


def corrected(bulletin, person) -> dict:
    """The issue that it corrects, and those that correct it, as far as this person sees them."""
    if not (bulletin.has_corrections or bulletin.corrects_id):
        return {"by": [], "of": None}
    near = Q(corrects=bulletin) | Q(pk=bulletin.corrects_id)
    found = list(Bulletin.objects.visible_to(person).filter(near).order_by("pk"))
    return {
        "by": [one for one in found if one.corrects_id == bulletin.pk] if bulletin.is_frozen else [],
        "of": next((one for one in found if one.pk == bulletin.corrects_id), None),
    }


def commented(bulletin, person, desk: bool) -> dict:
    """批注 for who drafts, checks and signs it; nobody else ever reads them."""
    if not comments(person, bulletin, ever=True):
        return {}
    return {
        "comments": list(bulletin.comments.all()),
        "may_comment": bool(comments(person, bulletin)),
        "may_settle": bool(settles(person, bulletin)),
        "comment_once": token(),
    }


def readable(person, quotes, bulletin) -> set[int]:
    """Of what it quotes (`contents.quotes_for`) and answers, the keys of what this person may open."""
    found, answered = {quote.matter_id for quote in quotes if quote.readable}, bulletin.answers_id
    if answered is None or answered in {quote.matter_id for quote in quotes}:
        return found
    return found | set(Matter.objects.visible_to(person).filter(pk=answered).values_list("pk", flat=True))


def written_on(bulletin, person) -> list[Instructed]:
    """What leaders wrote on it, as far as this person sees what came of it."""
    if not bulletin.has_instructed:
        return []
    seen = Matter.objects.visible_to(person)
    found = standing().filter(bulletin=bulletin, instruction__in=seen.values("pk"))
    return list(found.select_related("instruction"))


class Pdf(View):
    """The issued file, for download; of a draft a preview, set on request and marked as a draft."""

    def get(self, request, pk):
        bulletin = get_object_or_404(Bulletin.objects.visible_to(request.user), pk=pk)
        if bulletin.is_frozen:
            return self.issued(bulletin)
        prefetch_related_objects([bulletin], "quotes", "inserts")
        name = f"草稿-{bulletin.title}.pdf"
        return printed(request, sheet_of(bulletin), name, bulletin.get_absolute_url())

    def issued(self, bulletin):
        if bulletin.state != flow.ISSUED:
            messages.info(self.request, "正在排版，成文后即可下载。")
            return redirect(bulletin)
        actions.read(self.request.user, bulletin)
        if kind(bulletin).restricted:
            return self.own_copy(bulletin)
        file = bulletin.rendering
        return send(self.request, file.sha256, file.name, back=bulletin, content_type="application/pdf")

    def own_copy(self, bulletin):
        """With the reader's name over it."""
        try:
            return inline(for_reader(bulletin, self.request.user), bulletin.rendering.name)
        except FileNotFoundError:
            messages.error(self.request, LOST)
        except PressProblem as problem:
            messages.error(self.request, str(problem))
        return redirect(bulletin)


class Word(View):
    """The issued file as Word; of what is restricted for the desk alone, for it bears no reader's name."""

    def get(self, request, pk):
        bulletin = get_object_or_404(Bulletin.objects.visible_to(request.user), pk=pk, state=flow.ISSUED)
        if kind(bulletin).restricted and not at_the_desk(request.user):
            raise Http404
        file = bulletin.rendering
        if not file.word_sha256:
            messages.warning(request, "这一期没有 Word 文件。")
            return redirect(bulletin)
        actions.read(request.user, bulletin)
        return send(request, file.word_sha256, file.word_name, back=bulletin, content_type=DOCX)
