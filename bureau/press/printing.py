"""The typesetter with this county's faces, and its refusals in sentences."""

import unicodedata
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from django.conf import settings

from bureau.jobs.barred import Barred
from bureau.org.naming.units import directory
from bureau.press.typeset.metrics import Metrics, MissingGlyph
from bureau.press.typeset.render import FacesNotBuilt, compose, render
from bureau.press.typeset.sheets import Bulletin, Notice, Sheet
from bureau.press.typeset.tidy import tidy_lines
from bureau.press.typeset.titles import LONGEST
from bureau.press.word import write

FACES = settings.FONTS_DIR / "lean"


class PressProblem(Barred):
    """A document that cannot be set; its text says why and what to do."""


def pdf_of(sheet) -> bytes:
    """The PDF of a sheet; raises PressProblem. A record is refused for no character."""
    with explained(sheet):
        return render(with_names(sheet), FACES)


def word_of(sheet) -> bytes:
    """The same sheet as .docx."""
    with explained(sheet):
        return write(with_names(sheet), FACES)


def with_names(sheet: Sheet) -> Sheet:
    """With the names of units that stand in a title of several lines: no line ends inside one."""
    if not isinstance(sheet, Bulletin | Notice):
        return sheet
    titles = [sheet.title, *(annex.title for annex in sheet.annexes)]
    if all(len(title) <= LONGEST for title in titles):
        return sheet
    known = (name for unit in directory().units.values() for name in (unit.name, unit.short, *unit.aliases))
    return replace(sheet, names=tuple(sorted({name for name in known if any(name in one for one in titles)})))


def try_out(sheet) -> None:
    """Raises PressProblem where the sheet cannot be set, without setting it."""
    with explained(sheet):
        compose(sheet, FACES)


def absent(text: str) -> str:
    """The characters of a text that none of the faces has, each once; none where the faces are not built yet."""
    try:
        return measured(FACES).missing(unicodedata.normalize("NFC", "".join(text.split())))
    except FileNotFoundError:
        return ""


@cache
def measured(folder: Path) -> Metrics:
    """Their characters and widths, read once a process."""
    return Metrics(folder)


@contextmanager
def explained(sheet: Sheet):
    """The press's refusals in sentences that name the paper."""
    try:
        yield
    except MissingGlyph as missing:
        raise PressProblem(f"《{''.join(tidy_lines(sheet.title))}》{missing}") from missing
    except FacesNotBuilt as absent:
        raise PressProblem("排版字体尚未就绪，请系统管理员先完成字体安装。") from absent
