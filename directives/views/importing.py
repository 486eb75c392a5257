from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from bureau.files import converting, store
from bureau.files.classified import is_marked
from bureau.files.refused import Refused
from bureau.files.sending import send
from bureau.jobs import long
from bureau.jobs.barred import Barred
from bureau.jobs.models import Job
from bureau.jobs.work import start, under_way
from bureau.org.request import Request
from bureau.pages.looking import Leaf, Look, OfAFile, Shown
from directives.actions import importing
from directives.jobs import WAITING
from directives.models import Intake
from directives.views.desk_only import DeskOnly

READ, CONVERT = "directives.read", "directives.convert"


class Upload(DeskOnly, View):
    """Choose a file; it is read and shown, nothing is registered yet."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest) -> HttpResponse:
        upload = request.FILES.get("file")
        if upload is None:
            return self.show("请选择要导入的 Word 或 Excel 文件。")
        try:
            if converting.program() and converting.is_old(upload):
                return redirect(self.convert(upload))
            kept = store.keep(upload)
            if long.takes_long_to_read(kept):
                return redirect(self.hand_over(kept))
            intake = importing.take_in(self.request.user, kept)
        except (Refused, Barred) as refusal:
            return self.show(str(refusal))
        return redirect("directives:intake", intake.pk)

    def convert(self, upload: Any) -> Job:
        """A file of an older program waits, sealed, until the worker has made it readable. Raises Refused."""
        if upload.size > settings.FILE_SIZE_LIMIT or is_marked(upload.name):
            store.checked(upload, settings.FILE_SIZE_LIMIT)
        sealed = store.put_sealed(upload.read(), WAITING)
        store.note(store.waiting() / sealed)
        words, back = f"转换并读取“{upload.name[:80]}”", reverse("directives:import")
        return start(self.request.user, CONVERT, words, url=back, sealed=sealed, name=upload.name[:200])

    def hand_over(self, kept: store.Kept) -> Job:
        """The worker reads it; the same file sent twice is read once."""
        person, back = self.request.user, reverse("directives:import")
        return under_way(person, READ, **asdict(kept)) or start(
            person, READ, f"读取“{kept.name[:80]}”", url=back, **asdict(kept)
        )

    def show(self, error: str = "") -> HttpResponse:
        mine = Intake.objects.filter(person=self.request.user, source=None)
        context = {
            "error": error,
            "unfinished": mine.filter(discarded_at=None)[:10],
            "discarded": mine.exclude(discarded_at=None)[:5],
        }
        return render(self.request, "directives/upload.html", context, status=422 if error else 200)


class FileOfAnIntake(DeskOnly, OfAFile):
    """The file that was uploaded, for whoever uploaded it."""

    def file(self) -> Shown:
        intake = get_object_or_404(Intake.objects.filter(person=self.request.user), pk=self.kwargs["pk"])
        there = reverse("directives:intake_file", args=[intake.pk])
        return Shown(intake.file_name, intake.file_kind, intake.file_size, intake.sha256, intake, there)


class IntakeFile(FileOfAnIntake):
    """As a download."""

    def get(self, request: Request, pk: int) -> HttpResponseBase:
        file = self.file()
        return send(request, file.sha256, file.name, back=file.home)


class LookAtIntake(FileOfAnIntake, Look):
    request: Request
    leaf = "directives:intake_leaf"


class IntakeLeaf(FileOfAnIntake, Leaf):
    """One page of it."""


class Restore(DeskOnly, View):
    """恢复: an import that was given up comes back."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return redirect(self.intake())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        intake = self.intake()
        importing.restore(intake)
        return redirect(intake)

    def intake(self) -> Intake:
        mine = Intake.objects.filter(person=self.request.user, source=None)
        return get_object_or_404(mine, pk=self.kwargs["pk"])
