"""The look at what came back, and what was done of it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from bureau.jobs import long
from bureau.jobs.barred import Barred
from bureau.jobs.models import Job
from bureau.jobs.work import start, under_way
from bureau.matters.jobs import CARRY_OUT
from bureau.matters.models import Reimport
from bureau.matters.reimport import taking_in
from bureau.matters.reimport.comparing import waiting
from bureau.matters.rooms import ROOMS, Room
from bureau.org.cipher import Unreadable
from bureau.pages.form_page import FormPage


class Preview(FormPage):
    """What would change, what both sides changed, what cannot be taken; and after it was confirmed, what came of it."""

    template_name = "matters/reimport.html"

    def find(self) -> Reimport:
        """What was sealed under a key that is gone is as good as not there."""
        one = get_object_or_404(Reimport, person=self.request.user, pk=self.kwargs["pk"])
        try:
            self.content = one.content
        except Unreadable as lost:
            raise Http404 from lost
        return one

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(job) if (job := self.at_work) else super().get(request, *args, **kwargs)

    @property
    def at_work(self) -> Job | None:
        return under_way(self.request.user, CARRY_OUT, reimport=self.record.pk)

    def version(self) -> str:
        return str(self.record.version)

    def lock(self) -> Reimport:
        get_object_or_404(Reimport.objects.select_for_update(), pk=self.record.pk)
        return self.find()

    def take(self, form: Any) -> Any:
        if "drop" in self.request.POST:
            taking_in.drop(self.record)
            return None
        if "confirm" not in self.request.POST:
            raise Barred("没有改动任何事项；要改的，请点“确认导入”。")
        if job := self.at_work:
            return job
        rows = list(waiting(self.content["rows"]))
        if not rows:
            raise Barred("没有等着改的内容。")
        choices = {str(row["pk"]): self.request.POST.get(f"choose-{row['pk']}", "") for row in rows}
        if len(rows) <= long.RECORDS_AT_ONCE:
            return taking_in.carry_out(self.record, choices)
        words = f"导回“{self.record.file_name[:60]}”的改动（{len(rows)}行）"
        facts: dict[str, Any] = {"reimport": self.record.pk, "choices": choices}
        return start(self.request.user, CARRY_OUT, words, url=self.record.get_absolute_url(), **facts)

    def tell(self, done: Any) -> None:
        if done is None:
            messages.info(self.request, "这次导回已放弃，没有改动任何事项。")
        elif not isinstance(done, Job):
            messages.success(self.request, f"已改{done}件，下面逐件列出。")

    def leads_to(self, done: Any) -> Any:
        if done is None:
            return reverse("matters:changes", args=[self.record.kind])
        return done if isinstance(done, Job) else self.record

    def home(self) -> Any:
        return self.record

    def place(self) -> str:
        return f"{self.record.kind}:list"

    def still_seen(self, room: Room) -> list[dict[str, Any]]:
        """The rows of matters that its sender sees today."""
        rows = self.content["rows"]
        found = room.record.objects.visible_to(self.request.user).filter(pk__in=[row["pk"] for row in rows])
        seen = set(found.values_list("pk", flat=True))
        return [row for row in rows if row["pk"] in seen]

    def context(self, form: forms.BaseForm) -> dict:
        content, room = self.content, ROOMS[self.record.kind]
        rows = self.still_seen(room)
        pending = list(waiting(rows))
        entry = room.papers.entry if room.papers and self.request.user.sits_at(room.kind) else ""
        return {
            "one": self.record,
            "room": room,
            "conflicts": [row for row in pending if in_conflict(row)],
            "plain": [row for row in pending if not in_conflict(row)],
            "faulty": [row for row in rows if row["faults"]],
            "left": [row for row in rows if row["left"]],
            "done": [row for row in rows if row["outcome"] == taking_in.DONE],
            "kept": [row for row in rows if row["outcome"] == taking_in.KEPT],
            "wrong": content["wrong"],
            "added": content["added"],
            "notes": content["notes"] + gone(len(content["rows"]) - len(rows)),
            "entry": reverse(entry) if entry else "",
            "count": len(pending),
        }


def gone(count: int) -> list[str]:
    return [f"另有{count}件您已经看不到了，没有列出。"] if count else []


def in_conflict(row: dict[str, Any]) -> bool:
    return any(one["conflict"] for one in row["changes"])
