"""What hangs on the lines of a case, as pages of its file (卷宗): PDFs as they are, pictures a page each; anything else lies beside it."""

import logging
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageOps

from accountability.models import Case
from bureau.files import store
from bureau.files.sniff import FileKind
from bureau.matters.models import Attachment
from bureau.press.typeset.bind import Bound, bind

log = logging.getLogger(__name__)
A4 = 8.27  # inches across


def hung(case: Case) -> Iterator[tuple[str, bytes | None]]:
    """(name, pages) in the order in which they came; None of what has no pages. Raises FileNotFoundError where the store has lost one."""
    for file in Attachment.objects.filter(matter=case.matter_id).order_by("pk"):
        with store.opened(file.sha256, file.kept_about) as stream:
            yield file.name, pages_of(stream.read(), file)


def pages_of(content: bytes, file: Attachment) -> bytes | None:
    if file.kind not in (FileKind.PDF, FileKind.PNG, FileKind.JPEG):
        return None
    try:
        return bind([Bound(file.name, content if file.kind == FileKind.PDF else picture(content))])
    except Exception:  # what a stranger's file does to its reader has no list
        log.exception("attachment %s was not bound", file.pk)
        return None


def picture(content: bytes) -> bytes:
    """A page as wide as A4."""
    out, drawn = BytesIO(), ImageOps.exif_transpose(Image.open(BytesIO(content))).convert("RGB")
    drawn.save(out, "PDF", resolution=drawn.width / A4)
    return out.getvalue()
