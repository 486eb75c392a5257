"""The hall's own steps: an assignment's and a reply's steps, files, and their addresses."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404

from bureau.files.naming import named
from bureau.files.sending import send
from bureau.matters.access.visibility import readable_files, reads, seen_by
from bureau.matters.access.watched import looked
from bureau.matters.actions import version
from bureau.matters.flow import Step
from bureau.matters.merger import matter as handover
from bureau.matters.models import Assignment, Attachment, Entry, Matter, Reply
from bureau.matters.parts import disputes, extensions, steps
from bureau.matters.views.step import StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.request import Request
from bureau.org.served import unserved
from bureau.pages.looking import Leaf, Look, OfAFile, Shown
from bureau.pages.once import Stale

RULED = (steps.UPHOLD, steps.REASSIGN, steps.LET_GO)


class OwnStep(StepPage):
    """At an address of the hall, and all the same in the room of its matter."""

    def place(self) -> str:
        return f"{self.record.matter.kind}:list"


class AssignmentStep(OwnStep):
    """A unit acts on its own part; the desk on any. Another unit's part answers like an absent one."""

    flow = steps.ASSIGNMENT

    def records(self, person: Person | Actor) -> QuerySet:
        parts = Assignment.objects.filter(seen_by(person, to="matter")).select_related("matter", "unit")
        return parts.filter(Q(matter__kind__in=person.functions) | Q(unit__in=person.own_units))

    def find(self) -> Assignment:
        """A form opened for the part of a unit that was merged goes on with its successor's."""
        return handover.heir(super().find())

    def part(self) -> Assignment:
        return self.record

    def prepare(self, form: forms.BaseForm) -> None:
        """What was typed for another part is not sent for this one before its writer has been told. Raises Stale."""
        part = self.record
        if part.pk != self.kwargs["pk"] and self.request.POST.get("seen") != version(part):
            raise Stale(fused(part))

    def more(self, record: Any, step: Step) -> dict:
        if step is steps.ASK_EXTENSION:
            return {"standing": extensions.standing(record, extensions.would_decide(record))}
        if step is steps.URGE:
            return {"unserved": unserved([record.unit])}
        return {"dispute": disputes.standing(record)} if step is steps.DISPUTE else {}


def fused(part: Assignment) -> str:
    return (
        f"您打开本页之后，单位已合并：您单位在本事项的任务与{part.unit.short}的合为一项，"
        f"由{part.unit.short}{part.get_role_display()}。您填写的内容还在，请核对后再次提交。"
    )


class ReplyStep(OwnStep):
    """The unit's own drafts, the lead's co-units' answers, the desk's and the deciding leader's."""

    flow = steps.REPLY_FLOW

    def subject(self, record: Reply) -> Reply:
        return record

    def said(self, entry: Entry) -> str:
        """Who takes back is told where the words are, too."""
        kept = "；写过的内容还在原来的表单里，改好再报。" if self.step == steps.TAKE_BACK else ""
        return super().said(entry) + kept

    def more(self, record: Any, step: Step) -> dict:
        part = record.assignment
        if step in (steps.GRANT_EXTENSION, steps.REFUSE_EXTENSION):
            return {"standing": extensions.standing(part, extensions.decides(part))}
        return {"dispute": disputes.standing(part)} if step in RULED else {}

    def records(self, person: Person | Actor) -> QuerySet:
        found = Reply.objects.filter(seen_by(person, to="assignment__matter"))
        keys = [
            reply.pk
            for reply in found.filter(pk=self.kwargs["pk"]).select_related("assignment")
            if reads(person, reply, list(reply.assignment.matter.assignments.all()))
        ]
        return found.filter(pk__in=keys).select_related(
            "assignment__matter", "assignment__unit", "author", "proposed"
        )


class FileOfALine(OfAFile):
    """A file, to whoever reads the line it came with."""

    def file(self) -> Shown:
        person, pk = self.request.user, self.kwargs["pk"]
        files = Attachment.objects.filter(readable_files(person)).select_related("matter")
        file = get_object_or_404(files, pk=pk, matter__in=Matter.objects.visible_to(person))
        get_object_or_404(file.matter.entries.readable_by(person, file.matter), pk=file.entry_id)
        looked(file.matter)
        name = named(file.name, file.kind)
        return Shown(
            name, file.kind, file.size, file.sha256, file.matter, file.get_absolute_url(), file.kept_about
        )


class Download(FileOfALine):
    """As a download, never shown as it is inside the site."""

    def get(self, request: Request, pk: int) -> HttpResponseBase:
        file = self.file()
        return send(request, file.sha256, file.name, back=file.home, about=file.about)


class LookAtFile(FileOfALine, Look):
    leaf = "matters:leaf"


class FileLeaf(FileOfALine, Leaf):
    """One page of it."""
