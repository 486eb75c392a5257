from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView

from bureau.matters import policy
from bureau.matters.flow import Barred
from bureau.matters.once import Twice, check_seen, once, token
from bureau.matters.views.drafting import Drafting
from directives.views.desk_only import DeskOnly
from reports import actions, drawing, flow
from reports.figures import tally
from reports.forms import BulletinForm
from reports.marks_form import QuoteForm
from reports.models import Bulletin
from reports.policy import locked


class Edit(DeskOnly, Drafting, TemplateView):
    """A draft: its text beside the figures, and the matters it quotes. Save, refresh, or send to be checked."""

    template_name = "reports/edit.html"

    def bulletin(self):
        return get_object_or_404(Bulletin.objects.visible_to(self.request.user), pk=self.kwargs["pk"])

    def get(self, request, pk):
        bulletin = self.bulletin()
        if not (verdict := policy.may(request.user, flow.EDIT, bulletin)):
            messages.warning(request, verdict.reason)
            if not self.draft:
                return redirect(bulletin)
        rows = [self.filled(QuoteForm(quote)) for quote in bulletin.quotes.all()]
        return self.show(bulletin, self.filled(BulletinForm(instance=bulletin)), rows)

    def post(self, request, pk):
        bulletin = self.bulletin()
        if "draft" in request.POST:
            return self.save_draft()
        form = BulletinForm(request.POST, instance=self.bulletin())
        rows = [QuoteForm(quote, request.POST) for quote in bulletin.quotes.all()]
        if not all([form.is_valid(), *(row.is_valid() for row in rows)]):
            return self.show(bulletin, form, rows)
        try:
            self.save(bulletin, form, rows)
        except Twice:
            pass
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(self.bulletin(), form, rows, status=409)
        self.forget_draft()
        return redirect(bulletin if "submit" in request.POST else "reports:edit", *self.page_key(bulletin))

    def page_key(self, bulletin) -> list:
        return [] if "submit" in self.request.POST else [bulletin.pk]

    def save(self, bulletin, form, rows) -> None:
        """The edit, and what the button asks for besides: all or nothing."""
        person, posted = self.request.user, self.request.POST
        with once(posted.get("once")):
            check_seen(posted.get("seen"), locked(bulletin).version)
            marks = {row.quote.pk: row.marks() for row in rows}
            left = actions.edit(person, bulletin, form.text(), marks, form.readers())
            if "refresh" in posted:
                left += actions.refresh(person, bulletin)
            if "submit" in posted:
                actions.submit(person, bulletin)
        self.tell(dict.fromkeys(left))

    def tell(self, left) -> None:
        done = {"submit": "已送核稿。", "refresh": "已保存，数据已按台账刷新。"}
        messages.success(
            self.request, next((done[name] for name in done if name in self.request.POST), "已保存。")
        )
        if left:
            messages.warning(self.request, f"“{'”“'.join(left)}”已手工改过，没有随数据更新，请自行核对。")

    def show(self, bulletin, form, rows, status=200):
        context = self.get_context_data(
            bulletin=bulletin,
            form=form,
            rows=rows,
            wrong=any(row.errors for row in rows),
            figures=tally(bulletin.quotes),
            moved=drawing.has_moved(bulletin),
            once=token(),
            seen=self.seen(bulletin.version),
            **self.drafting(),
        )
        return self.render_to_response(context, status=status)
