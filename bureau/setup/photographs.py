"""`make pictures`, `make look`: a demo county on throw-away servers, photographed by a browser."""

import tempfile
from pathlib import Path

from . import browser, checks
from .commands import run
from .paths import PYTHON, VAR
from .signals import stopping_on_signals


def pictures() -> int:
    """The manual's pictures anew, into `static/manual`."""
    return _photograph("pictures")


def look() -> int:
    """Every page of every post on contact sheets, into `var/look`."""
    return _photograph("look")


def _photograph(command: str) -> int:
    with stopping_on_signals():
        checks.prepare()
        named = browser.ensure()
        with checks.servers() as addresses, tempfile.TemporaryDirectory(prefix="bureau-") as folder:
            (Path(folder) / "fonts").symlink_to(VAR / "fonts")
            environment = {**addresses, **named, "BUREAU_VAR": folder, "LOOK_DIR": str(VAR / "look")}
            steps = (("migrate", "--no-input"), ("demo",), (command,))
            return next(
                (code for step in steps if (code := run([PYTHON, "manage.py", *step], environment))), 0
            )
