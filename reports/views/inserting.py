from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView, View

from bureau.jobs.barred import Barred
from bureau.matters import policy
from bureau.matters.rooms import room_of
from bureau.matters.seen import check_seen
from bureau.pages.once import Twice, once, token
from directives.views.desk_only import DeskOnly
from reports import actions, flow
from reports.insert_forms import form_for
from reports.inserts.tables import rooms_for
from reports.models import Bulletin, Insert
from reports.policy import locked

NAMES = {
    Insert.Kind.TABLE: "表格",
    Insert.Kind.CHART: "图表",
    Insert.Kind.PHOTO: "照片",
    Insert.Kind.TEXT: "附文",
}


class OfDraft:
    """Of a draft that the person may edit; any other leads back to its page with the reason. Stands behind `DeskOnly`."""

    def dispatch(self, request, *args, **kwargs):
        self.bulletin = get_object_or_404(Bulletin.objects.visible_to(request.user), pk=kwargs["pk"])
        if not (verdict := policy.may(request.user, flow.INSERT, self.bulletin)):
            messages.warning(request, verdict.reason)
            return redirect(self.bulletin)
        return super().dispatch(request, *args, **kwargs)

    @property
    def editor(self) -> str:
        return reverse("reports:edit", args=[self.bulletin.pk])

    def taken_once(self, act):
        """`act` unless it was sent twice, or others changed the draft meanwhile (Barred)."""
        posted = self.request.POST
        try:
            with once(posted.get("once")):
                check_seen(posted.get("seen"), locked(self.bulletin).version)
                act()
        except Twice:
            pass


class Put(DeskOnly, OfDraft, TemplateView):
    """A new insert of the kind in the address, or one that is changed."""

    template_name = "reports/insert.html"

    def insert(self) -> Insert | None:
        key = self.kwargs.get("insert")
        return get_object_or_404(self.bulletin.inserts, pk=key) if key else None

    def kind(self) -> str:
        insert = self.insert()
        kind = insert.kind if insert else self.kwargs["kind"]
        if kind not in Insert.Kind.values:
            raise Http404
        return kind

    def get(self, request, **kwargs):
        return self.show(form_for(self.kind(), self.bulletin, request, insert=self.insert()))

    def post(self, request, **kwargs):
        kind, insert = self.kind(), self.insert()
        form = form_for(kind, self.bulletin, request, (request.POST, request.FILES), insert)
        if not form.is_valid():
            return self.show(form)
        try:
            self.taken_once(lambda: self.place(kind, insert, form.given()))
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(form, status=409)
        return redirect(self.editor)

    def place(self, kind: str, insert, given) -> None:
        person = self.request.user
        if insert:
            insert = actions.edit_insert(person, self.bulletin, insert, given)
        else:
            insert = actions.add_insert(person, self.bulletin, kind, given)
        where = "作为附件排在正文后面" if insert.annex else f"排在正文里单独成行的 {insert.mark} 处"
        messages.success(self.request, f"“{insert.title}”已放好，{where}。")

    def show(self, form, status=200):
        rooms = [(name, room_of(name).layout.title) for name in rooms_for(self.bulletin)]
        self.bulletin.refresh_from_db()
        context = self.get_context_data(
            bulletin=self.bulletin,
            form=form,
            insert=self.insert(),
            kind_label=NAMES[self.kind()],
            rooms=rooms if len(rooms) > 1 and not self.insert() and hasattr(form, "room") else [],
            hidden={"once": token(), "seen": self.bulletin.version},
        )
        return self.render_to_response(context, status=status)


class Drop(DeskOnly, OfDraft, View):
    """删除, by a button of the insert's page."""

    http_method_names = ["post"]

    def post(self, request, pk, insert):
        found = get_object_or_404(self.bulletin.inserts, pk=insert)
        try:
            self.taken_once(lambda: actions.drop_insert(request.user, self.bulletin, found))
        except Barred as barred:
            messages.error(request, str(barred))
        return redirect(self.editor)
