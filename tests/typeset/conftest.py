"""The faces, built once, and a way to print a sheet and look at its pages."""

import io
from pathlib import Path

import pdfplumber
import pytest

from bureau.press.typeset.fonts import build
from bureau.press.typeset.metrics import Metrics
from bureau.press.typeset.render import render

FONTS = Path(__file__).resolve().parents[2] / "var" / "fonts"


@pytest.fixture(scope="session")
def faces():
    build(FONTS / "lean", FONTS)
    return FONTS / "lean"


@pytest.fixture(scope="session")
def metrics(faces):
    return Metrics(faces)


@pytest.fixture
def printed(faces):
    """Print a sheet and open it: `printed(sheet).pages`."""
    opened = []

    def open_printed(sheet):
        opened.append(pdfplumber.open(io.BytesIO(render(sheet, faces))))
        return opened[-1]

    yield open_printed
    for pdf in opened:
        pdf.close()
