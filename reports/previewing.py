"""The page as it would be printed if what is typed were saved now: saved, set, and taken back in one transaction."""

import base64
from dataclasses import dataclass, field

from django.core.cache import cache
from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.press.printing import FACES, pdf_of
from bureau.press.typeset.fonts import faces_in_use
from bureau.press.typeset.sheets import Sheet
from reports import checking, leaves
from reports.actions.drafting import edit
from reports.kinds import kind
from reports.models import Bulletin
from reports.prints.bulletin import sheet_of
from reports.proofreading import findings

LICENSED = {"Typeset FangSong": "仿宋", "Typeset KaiTi": "楷体", "Typeset XiaoBiaoSong": "小标宋"}
TEN_MINUTES = 600  # seconds a page that was looked at is kept, so that turning it costs nothing


@dataclass(frozen=True)
class Preview:
    """`picture`: the page `number` of `count` as a data address; `trouble`: why there is none; `length`: characters of the
    text, `longest`: how many it should have at most."""

    number: int = 1
    count: int = 0
    picture: str = ""
    trouble: str = ""
    length: int = 0
    longest: int = 0
    findings: list = field(default_factory=list)
    most: int = checking.MOST
    faces: list = field(default_factory=list)

    @property
    def too_long(self) -> bool:
        return self.length > self.longest


def preview(person, bulletin, form, number: int = 1) -> Preview:
    """Of what the valid form says."""
    try:
        with transaction.atomic():
            edit(person, bulletin, form.text(), form.marks(), form.readers(), form.delivered_to())
            made = looked_at(Bulletin.objects.get(pk=bulletin.pk), number)
            transaction.set_rollback(True)
    except Barred as barred:
        return Preview(trouble=str(barred), faces=faces())
    return made


def unseen(bulletin) -> Preview:
    """What can be said of the bulletin without setting it."""
    return Preview(**about(bulletin, sheet_of(bulletin)))


def about(bulletin, sheet: Sheet) -> dict:
    return {
        "length": checking.length(sheet.body),
        "longest": kind(bulletin).longest,
        "faces": faces(),
        "findings": findings(bulletin),
    }


def looked_at(bulletin, number: int = 1) -> Preview:
    """Of the bulletin as it stands in this transaction."""
    sheet = sheet_of(bulletin)
    said = about(bulletin, sheet)
    try:
        pdf = set_once(sheet)
    except (Barred, FileNotFoundError) as problem:
        return Preview(trouble=str(problem), **said)
    count = leaves.count(pdf)
    number = min(max(number, 1), count)
    png = leaves.png(leaves.leaf(pdf, number, leaves.NARROW))
    picture = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    return Preview(number=number, count=count, picture=picture, **said)


def set_once(sheet: Sheet) -> bytes:
    """The same sheet gives the same bytes: turning its pages sets it only once."""
    key = f"preview-{leaves.digest(repr(sheet).encode())}"
    return cache.get_or_set(key, lambda: pdf_of(sheet), TEN_MINUTES)


def faces() -> list[tuple[str, str]]:
    """The role and the name of the face that is in use for it."""
    used = faces_in_use(FACES)
    return [(role, used[family]) for family, role in LICENSED.items() if family in used]
