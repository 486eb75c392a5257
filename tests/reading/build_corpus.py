"""`python -m tests.reading.build_corpus FOLDER [names]`: the corpus as files, with expected.json, for `manage.py score_reading`."""

import json
import shutil
import sys
from pathlib import Path

from .building import CORPUS, papers


def build(folder: Path, begin: str = "") -> None:
    """One folder for each county: the reader is asked with one directory of units at a time."""
    for paper in papers():
        if paper.name.startswith(begin):
            home = folder / (paper.units or "home")
            home.mkdir(parents=True, exist_ok=True)
            paper.write(home)
            known = home / "expected.json"
            answers = json.loads(known.read_text("utf-8")) if known.exists() else {}
            known.write_text(
                json.dumps(answers | {paper.file_name: paper.expected}, ensure_ascii=False, indent=1), "utf-8"
            )
            if paper.units:
                shutil.copy(CORPUS / f"{paper.units}.csv", home / "units.csv")


if __name__ == "__main__":
    build(Path(sys.argv[1]), *sys.argv[2:])
