"""A sheet as tagged PDF/A-2a by WeasyPrint: our faces, our stylesheets, nothing else is ever fetched."""

import atexit
import gc
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Lock

import pypdfium2
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from .document import document_html
from .figure import figure_html
from .metrics import Metrics
from .scopes import say_scopes
from .sheets import Chart, Sheet

_SHADES = 32  # black, greys, one red
_OWN_PICTURES = ("data:image/svg+xml;base64,", "data:image/jpeg;base64,")
_STYLES = Path(__file__).with_name("css")
_lock = Lock()  # Pango's font map is not made for two threads at once


class FacesNotBuilt(Exception):
    """The faces folder is empty: set-up has not run."""


class _RefuseAll(URLFetcher):
    """Documents refer to nothing outside; a request would be a defect, so it ends the rendering. Charts and photos
    bring their bytes along."""

    def fetch(self, url, headers=None):
        if url.startswith(_OWN_PICTURES):
            return super().fetch(url, headers)
        raise FatalURLFetchingError(f"公文排版不读取任何外部资源：{url}")


class _Press:
    """Faces and stylesheets of one folder, loaded once per process."""

    def __init__(self, folder: Path):
        if not (folder / "fonts.conf").exists():
            raise FacesNotBuilt(f"字体尚未就绪：{folder}。请先运行 python -m bureau.press.typeset.fonts。")
        self.metrics = Metrics(folder)
        self._fonts = _private_fonts(folder / "fonts.conf")
        self._styles = [self._style(path) for path in sorted(_STYLES.glob("*.css"))]

    def _style(self, path: Path) -> CSS:
        return CSS(string=path.read_text(), font_config=self._fonts, url_fetcher=_RefuseAll())

    def print(self, html: str) -> bytes:
        page = HTML(string=html, url_fetcher=_RefuseAll())
        with _collecting_later():
            return page.write_pdf(
                stylesheets=self._styles,
                font_config=self._fonts,
                pdf_variant="pdf/a-2a",
                finisher=say_scopes,
                pdf_identifier=hashlib.sha256(html.encode()).digest(),
            )


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Without the garbage collector, which looks through hundreds of thousands of boxes again and again, all of them in use:
    a quarter of the time of a long document."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def compose(sheet: Sheet, fonts_folder: Path) -> None:
    """A trial without the press: raises MissingGlyph where `render` would."""
    with _lock:
        document_html(sheet, _press(Path(fonts_folder).resolve()).metrics)


def render(sheet: Sheet, fonts_folder: Path) -> bytes:
    """The PDF of a sheet, the same bytes for the same sheet and faces; raises MissingGlyph."""
    with _lock:
        press = _press(Path(fonts_folder).resolve())
        return press.print(document_html(sheet, press.metrics))


def chart_png(chart: Chart, fonts_folder: Path) -> bytes:
    """A chart as PNG, 300 pixels to the inch, by the same press."""
    with _lock:
        page = pypdfium2.PdfDocument(_press(Path(fonts_folder).resolve()).print(figure_html(chart)))
        picture = page[0].render(scale=300 / 72).to_pil()
        page.close()
    out = BytesIO()
    picture.quantize(_SHADES).save(out, "PNG")
    return out.getvalue()


@cache
def _press(folder: Path) -> _Press:
    return _Press(folder)


@atexit.register
def _let_go() -> None:
    """Before the interpreter takes its modules apart: what Pango made must not outlive Pango, or the process ends by a fault."""
    _press.cache_clear()
    gc.collect()


def _private_fonts(config: Path) -> FontConfiguration:
    """A font map that knows our faces alone: what the machine has besides never changes a document."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(config)
    try:
        return FontConfiguration()
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
