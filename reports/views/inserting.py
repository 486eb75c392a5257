from functools import cached_property

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bureau.matters import policy
from bureau.matters.rooms import room_of
from bureau.matters.views.desk_only import BureauOnly
from reports import actions, flow
from reports.insert_forms import form_for
from reports.inserts.plotted import tables
from reports.inserts.sums import sums_of
from reports.inserts.tables import rooms_for
from reports.models import Insert
from reports.own_forms import OwnChartForm, OwnTableForm
from reports.views.of_bulletin import OnBulletin

OWN_TABLE, OWN_CHART = "own", "plot"
NAMES = {
    Insert.Kind.TABLE: "表格",
    OWN_TABLE: "自制表格",
    Insert.Kind.CHART: "图表",
    OWN_CHART: "自制表格的图",
    Insert.Kind.PHOTO: "照片",
    Insert.Kind.TEXT: "附文",
}


KINDS = {OWN_TABLE: Insert.Kind.TABLE, OWN_CHART: Insert.Kind.CHART}


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
        kind = self.kind_of(self.insert) if self.insert else self.kwargs["kind"]
        if kind not in NAMES:
            raise Http404
        return kind

    @staticmethod
    def kind_of(insert) -> str:
        if "own" in insert.spec:
            return OWN_TABLE
        return OWN_CHART if "table" in insert.spec else insert.kind

    def may(self):
        return policy.may(self.request.user, flow.INSERT, self.record)

    def form(self, *posted):
        if self.kind not in (OWN_TABLE, OWN_CHART):
            return form_for(self.kind, self.record, self.request, posted, self.insert)
        initial = {"title": self.insert.title, "annex": self.insert.annex} if self.insert else {}
        spec = self.insert.spec if self.insert else {}
        if self.kind == OWN_TABLE:
            return OwnTableForm(*posted, spec=spec, initial=initial)
        return OwnChartForm(*posted, tables=tables(self.record), spec=spec, initial=initial)

    def take(self, form) -> Insert:
        person, given = self.request.user, form.given()
        if self.insert:
            return actions.edit_insert(person, self.record, self.insert, given)
        return actions.add_insert(person, self.record, KINDS.get(self.kind, self.kind), given)

    def said(self, insert) -> str:
        where = "作为附件排在正文后面" if insert.annex else f"排在正文里单独成行的 {insert.mark} 处"
        return f"“{insert.title}”已放好，{where}。"

    def tell(self, insert) -> None:
        super().tell(insert)
        for sentence in sums_of(insert):
            messages.warning(self.request, f"{insert.label}：{sentence}")

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
