"""The style sheets and scripts of every page, joined into one file each whenever static files are looked for or collected.
Development and tests need no step by hand; `collectstatic` gives the joined file its hash."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

# In this order: a later sheet may say otherwise than an earlier one.
PARTS = """
frame layout nav menu button control field form table table_phone table_brief pager lamp tag filters steps messages cards timeline
units facts files empty reckoning chips progress jobs appointments matter ledger board month desk behalf account notices preview urging
measured checks fold public plain administration instructions leading cockpit ink manual procedures vault reimport appraisal ballots
chain
"""
SHEETS = ("css/tokens.css", "css/base.css", *(f"css/parts/{part}.css" for part in PARTS.split()))
ON_PAPER = "css/print.css"
SCRIPTS = (
    "django_htmx/htmx-2.min.js",
    *(
        f"js/{name}.js"
        for name in (
            "submit",
            "draft",
            "menu",
            "ranking",
            "pick",
            "units",
            "chips",
            "ticks",
            "left",
            "import",
        )
    ),
)


def sheet() -> str:
    return "\n".join([*map(source, SHEETS), f"@media print {{\n{source(ON_PAPER)}}}\n"])


def script() -> str:
    return ";\n".join(map(source, SCRIPTS))


# A sheet lies as deep as those it is joined from: what they say of pictures stays true.
BUNDLES = {"css/made/house.css": sheet, "js/house.js": script}


def source(name: str) -> str:
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(name)
    return Path(found).read_text(encoding="utf-8")


class BundleFinder(finders.BaseStorageFinder):
    """Finds what is joined, made anew where a source has changed."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        self.folder = settings.VAR_DIR / "bundles"
        self.storage = FileSystemStorage(self.folder)
        super().__init__(*args, **kwargs)

    def find(self, path: str, *args: Any, **kwargs: Any) -> Any:
        if path not in BUNDLES:
            return []
        self.make(path)
        return super().find(path, *args, **kwargs)

    def list(self, ignore_patterns: Any) -> Iterator[Any]:
        for path in BUNDLES:
            self.make(path)
            yield path, self.storage

    def make(self, path: str) -> None:
        """Whole or not at all: several processes may begin at once."""
        words, place = BUNDLES[path](), self.folder / path
        if place.exists() and place.read_text(encoding="utf-8") == words:
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_suffix(f".{os.getpid()}")
        fresh.write_text(words, encoding="utf-8")
        fresh.replace(place)
