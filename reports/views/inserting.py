from functools import cached_property

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bureau.matters import policy
from bureau.matters.rooms import room_of
from bureau.matters.views.desk_only import BureauOnly
from reports import actions, flow
from reports.insert_forms import form_for
from reports.inserts.tables import rooms_for
from reports.models import Insert
from reports.views.of_bulletin import OnBulletin

NAMES = {
    Insert.Kind.TABLE: "表格",
    Insert.Kind.CHART: "图表",
    Insert.Kind.PHOTO: "照片",
    Insert.Kind.TEXT: "附文",
}


class OfDraft(OnBulletin):
    """About an insert of a draft; leads back to its editor."""

    @cached_property
    def insert(self) -> Insert | None:
        key = self.kwargs.get("insert")
        return get_object_or_404(self.record.inserts, pk=key) if key else None

    def leads_to(self, done) -> str:
        return reverse("reports:edit", args=[self.record.pk])


class Put(BureauOnly, OfDraft):
    """A new insert of the kind in the address, or one that is changed."""

    template_name = "reports/insert.html"

    @property
    def kind(self) -> str:
        kind = self.insert.kind if self.insert else self.kwargs["kind"]
        if kind not in Insert.Kind.values:
            raise Http404
        return kind

    def may(self):
        return policy.may(self.request.user, flow.INSERT, self.record)

    def form(self, *posted):
        return form_for(self.kind, self.record, self.request, posted, self.insert)

    def take(self, form) -> Insert:
        person, given = self.request.user, form.given()
        if self.insert:
            return actions.edit_insert(person, self.record, self.insert, given)
        return actions.add_insert(person, self.record, self.kind, given)

    def said(self, insert) -> str:
        where = "作为附件排在正文后面" if insert.annex else f"排在正文里单独成行的 {insert.mark} 处"
        return f"“{insert.title}”已放好，{where}。"

    def context(self, form) -> dict:
        rooms = [(name, room_of(name).layout.title) for name in rooms_for(self.record)]
        choice = len(rooms) > 1 and not self.insert and hasattr(form, "room")
        return {
            "bulletin": self.record,
            "insert": self.insert,
            "kind_label": NAMES[self.kind],
            "rooms": rooms if choice else [],
        }


class Drop(BureauOnly, OfDraft):
    """删除, by a button of the insert's page."""

    http_method_names = ["post"]
    sentence = "已删除。"

    def take(self, form) -> None:
        actions.drop_insert(self.request.user, self.record, self.insert)

    def home(self) -> str:
        return self.leads_to(None)
