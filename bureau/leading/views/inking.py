from functools import cached_property

from django.core.files.base import ContentFile
from django.http import Http404
from django.utils import timezone

from bureau.files import store
from bureau.jobs.barred import Barred
from bureau.leading import models, painting
from bureau.leading.forms import InkForm
from bureau.leading.views.instructing import Writing
from bureau.org.keys import key_of
from reports import leaves

NAME = "手写批示.png"
LOST = "这一期的文件不在存储里，不能在上面手写，请改为上传照片，并告知督查局从备份中恢复。"


class Ink(Writing):
    """手写批示: on the page `?leaf=` of a bulletin, or on an empty sheet; or a photograph of one."""

    template_name = "leading/ink.html"

    def form(self, *posted):
        return InkForm(*posted, actor=self.actor, files_of=self.request.user)

    @cached_property
    def leaf(self) -> int:
        if not (number := key_of(self.request.GET.get("leaf", "1"))):
            raise Http404
        return number

    @cached_property
    def pdf(self) -> bytes | None:
        """What is written on; None for an empty sheet, and where the store has lost the file."""
        bulletin = getattr(self.record, "bulletin", None)
        try:
            return leaves.printed(bulletin) if bulletin else None
        except FileNotFoundError:
            return None

    def sheet(self, width=leaves.WIDE):
        """The picture of the page; 404 where there is no such page."""
        if self.pdf is None:
            return painting.blank()
        if (picture := leaves.leaf(self.pdf, self.leaf, width)) is None:
            raise Http404
        return picture

    @property
    def lost(self) -> bool:
        """Whether the page is not there to be written on."""
        return self.pdf is None and hasattr(self.record, "bulletin")

    def prepare(self, form) -> None:
        """What is kept of it: the photograph, or the page with the ink on it."""
        self.kept = self.picture(form)

    def picture(self, form) -> store.Kept:
        if photos := form.cleaned_data["photo"]:
            return photos[0]
        if self.lost:
            raise Barred(LOST)
        picture = painting.inked(self.sheet(), form.cleaned_data["strokes"])
        return store.keep(ContentFile(leaves.png(picture), name=NAME))

    def write(self, leader, form):
        given, paper = form.cleaned_data, self.record
        record = paper.take(leader, form.word(), form.plan(), given["urgency"], [self.kept])
        models.Ink.objects.create(
            round=record.rounds.order_by("-number").first(),
            person=leader.principal,
            page=self.leaf,
            strokes=given["strokes"],
            picture=self.kept.sha256,
            at=timezone.now(),
            **paper.written_on(),
        )
        return record

    def context(self, form) -> dict:
        size = self.sheet(width=leaves.NARROW).size
        count = leaves.count(self.pdf) if self.pdf else 1
        address = {"bulletin": self.record.bulletin.pk} if self.pdf else {}
        return super().context(form) | {
            "leaf": self.leaf,
            "lost": LOST if self.lost else "",
            "src": self.way("leaf", *address.values(), self.leaf) if self.pdf else "",
            "size": size,
            "others": [
                {"number": one, "url": self.way("ink", leaf=one, **address)} for one in range(1, count + 1)
            ],
        }
