"""Where an archive is built or taken apart, on the disk where the result will lie."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = ".bureau-bench-"


@contextmanager
def bench(folder: Path) -> Iterator[Path]:
    """A private folder inside, gone after the block; what a killed run left goes first. For whoever holds the lock."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=PREFIX) as made:
        yield Path(made)
