from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from bureau.files import store
from bureau.files.refused import Refused
from bureau.jobs import long
from bureau.jobs.barred import Barred
from bureau.jobs.models import Job
from bureau.jobs.work import start, under_way
from bureau.pages.once import Stale
from directives import rows
from directives.actions import importing
from directives.models import PAPERS, Cadence, Intake, Source
from directives.views.desk_only import DeskOnly

READ, REGISTER = "directives.read", "directives.register"
HEAD = ("kind", "organ", "title", "number", "date")


class Upload(DeskOnly, View):
    """Choose a file; it is read and shown, nothing is registered yet."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest) -> HttpResponse:
        upload = request.FILES.get("file")
        if upload is None:
            return self.show("请选择要导入的 Word 或 Excel 文件。")
        try:
            kept = store.keep(upload)
            if long.takes_long_to_read(kept):
                return redirect(self.hand_over(kept))
            intake = importing.take_in(self.request.user, kept)
        except (Refused, Barred) as refusal:
            return self.show(str(refusal))
        return redirect("directives:intake", intake.pk)

    def hand_over(self, kept: store.Kept) -> Job:
        """The worker reads it; the same file sent twice is read once."""
        person, back = self.request.user, reverse("directives:import")
        return under_way(person, READ, **asdict(kept)) or start(
            person, READ, f"读取“{kept.name[:80]}”", url=back, **asdict(kept)
        )

    def show(self, error: str = "") -> HttpResponse:
        unfinished = Intake.objects.filter(person=self.request.user, source=None)[:10]
        context = {"error": error, "unfinished": unfinished}
        return render(self.request, "directives/upload.html", context, status=422 if error else 200)


class Preview(DeskOnly, View):
    """What was read, beside the words it was read from; every field can be mended before anything is registered."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        intake = self.intake()
        elsewhere = intake.source or self.under_way(intake)
        return redirect(elsewhere) if elsewhere else self.show(intake)

    @transaction.atomic
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Under lock, so that of two windows at once the second finds what the first has left."""
        intake = self.intake(Intake.objects.select_for_update())
        if intake.source:
            messages.info(request, "这份文件已经导入，没有重复登记。")
            return redirect(intake.source)
        if job := self.under_way(intake):
            messages.info(request, "这份文件正在登记，没有重复提交。")
            return redirect(job)
        try:
            self.keep(intake)
            return self.do(intake, request.POST.get("do", "save"))
        except Barred as barred:
            return self.show(intake, str(barred), status=409)

    def hand_over(self, intake: Intake) -> Job:
        """The worker registers it; nobody can change it meanwhile."""
        importing.require_settled(intake)
        words, back = f"登记“{intake.head['title'][:60]}”（{len(intake.rows)}项）", self.request.path
        return start(self.request.user, REGISTER, words, url=back, intake=intake.pk)

    def under_way(self, intake: Intake) -> Job | None:
        return under_way(self.request.user, REGISTER, intake=intake.pk)

    def intake(self, intakes: Any = Intake.objects) -> Intake:
        return get_object_or_404(intakes.filter(person=self.request.user), pk=self.kwargs["pk"])

    def keep(self, intake: Intake) -> None:
        """Save what the form holds; a form opened before another window changed the rows is not saved over it."""
        post = self.request.POST
        if post.get("version") != str(intake.version):
            raise Stale("这份导入在另一个窗口里改过了，下面是最新的内容，请在此基础上继续。")
        head = {name: rows.typed(post, f"head-{name}") for name in HEAD}
        importing.save(intake, head, rows.posted(post, len(intake.rows)))

    def do(self, intake: Intake, button: str) -> HttpResponse:
        """`commit`, `save`, `discard`, or a mend of one row: `merge-3`, `split-3`, `drop-3`, `add-3`."""
        name, _, place = button.partition("-")
        if name == "commit":
            return self.commit(intake)
        if name == "discard":
            importing.discard(intake)
            messages.info(self.request, "这次导入已放弃，没有登记任何事项。")
            return redirect("directives:import")
        if name in rows.MENDS and place in map(str, range(len(intake.rows))):
            importing.mend(intake, name, int(place))
            return redirect(f"{self.request.path}#row-{max(int(place) - 1, 0)}")
        messages.success(self.request, "已暂存，可以随时回来继续。")
        return redirect(self.request.path)

    def commit(self, intake: Intake) -> HttpResponse:
        if wrong := head_problem(intake.head):
            return self.show(intake, wrong, status=422)
        if importing.earlier(intake.sha256) and "again" not in self.request.POST:
            return self.show(
                intake, "同一份文件以前导入过。确要再导入一次，请勾选“仍要再次导入”。", status=409
            )
        if len(intake.rows) > long.REGISTERED_ITEMS:
            return redirect(self.hand_over(intake))
        source = importing.commit(self.request.user, intake)
        messages.success(self.request, f"已登记{source.directives.count()}项督查事项，请核对后提请审定。")
        return redirect(source)

    def show(self, intake: Intake, error: str = "", status: int = 200) -> HttpResponse:
        problems = importing.problems(intake)
        context = {
            "intake": intake,
            "rows": list(zip(intake.rows, problems, strict=True)),
            "wrong": sum(map(bool, problems)),
            "error": error,
            "earlier": importing.earlier(intake.sha256),
            "kinds": PAPERS,
            "cadences": Cadence.choices,
        }
        return render(self.request, "directives/preview.html", context, status=status)


def head_problem(head: dict) -> str:
    """What is wrong with the paper itself; empty when nothing is."""
    if head["kind"] not in dict(PAPERS):
        return "请选择来源的类别。"
    if not head["title"]:
        return "请填写来源的标题。"
    for name, label in (("title", "标题"), ("number", "文号"), ("organ", "发文机关")):
        most = Source.LENGTHS[name]
        if len(head[name]) > most:
            return f"来源的{label}最多{most}字，请精简。"
    return "" if rows.as_date(head["date"]) else "来源的日期不是一个存在的日期，请按 2026-12-31 的样子填写。"
