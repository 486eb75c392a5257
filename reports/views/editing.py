from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.generic import TemplateView

from bureau.jobs.barred import Barred
from bureau.matters import policy
from bureau.matters.seen import check_seen
from bureau.pages.drafting import Drafting
from bureau.pages.once import Twice, once, token
from directives.views.desk_only import DeskOnly
from reports import actions, computed, drawing, flow, presence
from reports.figures import tally
from reports.forms import BulletinForm
from reports.marks_form import QuoteForm
from reports.models import Bulletin, Mailing
from reports.policy import locked
from reports.previewing import Preview, faces, preview, unseen
from reports.views.inserting import NAMES

HERE = "here"  # the page that is shown already


class Edit(DeskOnly, Drafting, TemplateView):
    """A draft: its text beside the page as it will be printed, and the matters it quotes. Save, refresh, look, or send to
    be checked."""

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
        form = self.filled(BulletinForm(instance=bulletin))
        return self.show(bulletin, form, rows, unseen(bulletin))

    def post(self, request, pk):
        bulletin = self.bulletin()
        if policy.may(request.user, flow.EDIT, bulletin):
            presence.here(request.user, bulletin)
        if "draft" in request.POST:
            return self.save_draft()
        form = BulletinForm(request.POST, instance=self.bulletin())
        rows = [QuoteForm(quote, request.POST) for quote in bulletin.quotes.all()]
        valid = all([form.is_valid(), *(row.is_valid() for row in rows)])
        if "preview" in request.POST:
            return self.look(bulletin, form, rows, valid)
        if not valid:
            return self.show(bulletin, form, rows)
        try:
            self.save(bulletin, form, rows)
        except Twice:
            pass
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(self.bulletin(), form, rows, status=409)
        self.forget_draft()
        presence.gone(request.user, bulletin)
        return redirect(bulletin if "submit" in request.POST else "reports:edit", *self.page_key(bulletin))

    def page_key(self, bulletin) -> list:
        return [] if "submit" in self.request.POST else [bulletin.pk]

    def save(self, bulletin, form, rows) -> None:
        """The edit, and what the button asks for besides: all or nothing."""
        person, posted = self.request.user, self.request.POST
        with once(posted.get("once")):
            check_seen(posted.get("seen"), locked(bulletin).version)
            left = actions.edit(
                person, bulletin, form.text(), marks(rows), form.readers(), form.delivered_to()
            )
            if "address" in posted:
                actions.apply_mailing(person, bulletin, self.mailing())
            if "refresh" in posted:
                left += actions.refresh(person, bulletin)
            if "submit" in posted:
                actions.submit(person, bulletin)
        self.tell(dict.fromkeys(left))

    def mailing(self) -> Mailing:
        key = self.request.POST.get("mailing", "")
        number = int(key) if key.isdecimal() and len(key) < 19 else 0
        if (found := Mailing.objects.filter(pk=number).first()) is None:
            raise Barred("请选一个“分发名单”。")
        return found

    def tell(self, left) -> None:
        done = {
            "address": "已保存，已套用分发名单。",
            "submit": "已送核稿。",
            "refresh": "已保存，数据已按台账刷新。",
        }
        messages.success(
            self.request, next((done[name] for name in done if name in self.request.POST), "已保存。")
        )
        if left:
            messages.warning(self.request, f"“{'”“'.join(left)}”已手工改过，没有随数据更新，请自行核对。")

    def look(self, bulletin, form, rows, valid: bool):
        """预览 of what is typed: beside the text by itself, or by the button as the whole page; nothing is saved."""
        posted = self.request.POST
        asked = posted["preview"] if posted["preview"] != HERE else posted.get("page", "")
        number = int(asked) if asked.isdecimal() and len(asked) < 6 else 1
        if valid:
            made = preview(self.request.user, bulletin, form, marks(rows), number)
        else:
            made = Preview(trouble="有的内容还没有填对，改好后即可预览。", faces=faces())
        if self.request.htmx:
            others = presence.others(self.request.user, bulletin)
            context = {"bulletin": bulletin, "preview": made, "others": others}
            return render(self.request, "reports/parts/looked.html", context)
        return self.show(self.bulletin(), form, rows, made)

    def show(self, bulletin, form, rows, made=None, status=200):
        context = self.get_context_data(
            bulletin=bulletin,
            form=form,
            rows=rows,
            preview=made or Preview(faces=faces()),
            wrong=any(row.errors for row in rows),
            figures=tally(bulletin.quotes),
            moved=drawing.has_moved(bulletin),
            mailings=list(Mailing.objects.all()),
            inserts=list(bulletin.inserts.all()),
            insert_kinds=NAMES.items(),
            fields=computed.NAMES,
            others=presence.others(self.request.user, bulletin),
            comments=list(bulletin.comments.select_related("author", "settled_by")),
            may_comment=True,
            comment_once=token(),
            may_settle=True,
            once=token(),
            seen=self.seen(bulletin.version),
            **self.drafting(),
        )
        return self.render_to_response(context, status=status)


def marks(rows) -> dict:
    return {row.quote.pk: row.marks() for row in rows}
