"""The typesetter with this county's faces, and its refusals in sentences."""

from contextlib import contextmanager

from django.conf import settings

from bureau.jobs.barred import Barred
from bureau.press.typeset.metrics import MissingGlyph
from bureau.press.typeset.render import FacesNotBuilt, compose, render
from bureau.press.word import write

FACES = settings.FONTS_DIR / "lean"


class PressProblem(Barred):
    """A document that cannot be set; its text says why and what to do."""


def pdf_of(sheet) -> bytes:
    """The PDF of a sheet; raises PressProblem."""
    with explained():
        return render(sheet, FACES)


def word_of(sheet) -> bytes:
    """The same sheet as .docx."""
    with explained():
        return write(sheet, FACES)


def try_out(sheet) -> None:
    """Raises PressProblem where the sheet cannot be set, without setting it."""
    with explained():
        compose(sheet, FACES)


@contextmanager
def explained():
    """The press's refusals in sentences."""
    try:
        yield
    except MissingGlyph as missing:
        raise PressProblem(str(missing)) from missing
    except FacesNotBuilt as absent:
        raise PressProblem("排版字体尚未就绪，请系统管理员先完成字体安装。") from absent
