"""改后导回: a ledger as a workbook to be changed, the upload of it, and the look at what it would change."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views import View

from bureau.files import store
from bureau.files.cipher import Unreadable
from bureau.files.refused import Refused
from bureau.files.room import room_on_disk
from bureau.files.sniff import FileKind
from bureau.jobs import long
from bureau.jobs.barred import Barred
from bureau.jobs.models import Job
from bureau.jobs.work import start, under_way
from bureau.matters.jobs import CARRY_OUT, CHANGEABLE, READ
from bureau.matters.models import Reimport
from bureau.matters.reimport import taking_in
from bureau.matters.reimport.columns import Columns
from bureau.matters.reimport.comparing import waiting
from bureau.matters.reimport.workbook import MOST_ROWS, write
from bureau.matters.rooms import ROOMS, Room
from bureau.matters.tables import MatterTable
from bureau.org.request import Request
from bureau.pages import export
from bureau.pages.form_page import FormPage

SHOWN = 10  # imports of one's own that are listed


class OfALedger(View):
    """Of the room that the address names; 404 to whom no column of it is ever open."""

    request: Request

    @cached_property
    def room(self) -> Room:
        if (room := ROOMS.get(self.kwargs["room"])) is None:
            raise Http404
        return room

    @cached_property
    def columns(self) -> Columns:
        columns = Columns(self.room, self.request.user)
        if not columns.changes:
            raise Http404
        return columns

    @property
    def list_url(self) -> str:
        return f"{reverse(f'{self.room.kind}:list')}?{self.request.GET.urlencode()}"


class Changeable(OfALedger):
    """The ledger as it is filtered and sorted on the screen, to be changed in Excel."""

    def get(self, request: Request, room: str) -> HttpResponseBase:
        columns = self.columns
        table = self.room.ledger.ledger(request)
        if table is None:
            return redirect(self.list_url)
        if (count := table.data.data.count()) > MOST_ROWS:
            words = f"共{count}行，一次最多导出{MOST_ROWS}行来改，请加上查询条件后再导出。"
            messages.error(request, words)
            return redirect(self.list_url)
        name = name_of(self.room)
        if count <= long.CHANGEABLE_ROWS:
            return self.at_once(columns, table, count, name)
        facts = {"room": room, "query": request.GET.urlencode()}
        return redirect(
            start(request.user, CHANGEABLE, f"导出{name}（{count}行）", url=self.list_url, **facts)
        )

    def at_once(self, columns: Columns, table: MatterTable, count: int, name: str) -> HttpResponse:
        answer = HttpResponse(content_type=export.TYPE)
        try:
            with room_on_disk():
                write(columns, table, count, self.room.ledger.export_name, answer)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.list_url)
        return export.as_download(answer, name)


def name_of(room: Room) -> str:
    return f"{room.ledger.export_name}（可改后导回）"


class UploadForm(forms.Form):
    file = forms.FileField(
        label="改好的 Excel 表",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text="上传后先列出每一处改动，确认以后才改。",
        error_messages={
            "required": "请选择改好的 Excel 文件。",
            "empty": "这个文件是空的，请重新保存后再上传。",
        },
    )


class Upload(OfALedger, FormPage):
    """Where the workbook is fetched, and where it comes back."""

    form_class = UploadForm
    template_name = "matters/reimport_upload.html"
    asks_again = False  # the same file once more changes nothing twice

    def find(self) -> Columns:
        return self.columns

    def prepare(self, form: Any) -> None:
        try:
            self.kept = store.keep(form.cleaned_data["file"])
        except Refused as refusal:
            raise Barred(str(refusal), field="file") from refusal
        if self.kept.kind != FileKind.XLSX:
            raise Barred(f"文件「{self.kept.name}」不是 Excel 表格，请另存为 .xlsx 后再上传。", field="file")

    def take(self, form: Any) -> Reimport | Job:
        kind, person = self.room.kind, self.request.user
        if long.takes_long_to_read(self.kept):
            facts = {"room": kind, **vars(self.kept)}
            words = f"读取“{self.kept.name[:80]}”"
            return under_way(person, READ, **facts) or start(
                person, READ, words, url=self.request.path, **facts
            )
        try:
            return taking_in.take_in(person, kind, self.kept)
        except Refused as refusal:
            raise Barred(str(refusal), field="file") from refusal

    def tell(self, done: Any) -> None:
        """The page that follows says it."""

    def leads_to(self, done: Any) -> Any:
        return done

    def home(self) -> Any:
        return self.list_url

    def place(self) -> str:
        return f"{self.room.kind}:list"

    def context(self, form: forms.BaseForm) -> dict:
        mine = Reimport.objects.filter(person=self.request.user, kind=self.room.kind)
        return {
            "room": self.room,
            "columns": self.columns,
            "labels": [
                self.columns.labels[key] for key in self.columns.labels if key in self.columns.changeable
            ],
            "list_url": self.list_url,
            "imports": mine.defer("sealed")[:SHOWN],
        }


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
