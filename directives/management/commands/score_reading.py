"""`manage.py score_reading FOLDER`: how well the papers in it are read, against `expected.json` beside them.

The file gives for each paper its items: `[{"has", "lead", "co", "due", "recurring"}]`, or `{"habit", "items"}`. Units are those
of this house, or of a table (`--units`, or `units.csv` in the folder) with the columns short, name, aliases (by 、), class, and
notes (`exempt`: not supervised).
"""

import csv
import json
from collections import defaultdict
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from bureau.files.refused import Refused
from bureau.org.naming import Directory, UnitName
from bureau.org.naming.units import directory, grouped
from directives.reading import read
from directives.reading.scoring import FIELDS, Score, score

TODAY = date(2026, 11, 30)
"""Papers that name no day are read as of this one, so that a score is the same on every day."""


class Command(BaseCommand):
    help = "按已知的正确结果，给读出的事项打分。"

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="放着文件和 expected.json 的文件夹")
        parser.add_argument("--units", type=Path, help="单位名录（CSV），默认用本系统的")
        parser.add_argument("--faults", action="store_true", help="逐条列出错在哪里")

    def handle(self, folder, units, faults, **options):
        try:
            answers = json.loads((folder / "expected.json").read_text("utf-8"))
            own = folder / "units.csv"
            known = listed(units or own) if units or own.exists() else directory()
        except (OSError, ValueError, KeyError) as fault:
            raise CommandError(f"打不开：{fault}") from fault
        total, habits = Score(), defaultdict(Score)
        for name, answer in sorted(answers.items()):
            one = self.score(folder / name, answer, known)
            total.add(one)
            if isinstance(answer, dict):
                habits[answer["habit"]].add(one)
            if faults:
                self.stdout.write("\n".join(f"{name} {words}" for words in one.lines))
        self.tell(total, habits)

    def score(self, path: Path, answer: list | dict, known: Directory) -> Score:
        expected = answer["items"] if isinstance(answer, dict) else answer
        try:
            return score(read(path, known, TODAY).items, expected, known)
        except (Refused, OSError) as fault:
            lost = score((), expected, known)
            lost.lines.append(str(fault))
            return lost

    def tell(self, total: Score, habits: dict[str, Score]) -> None:
        self.stdout.write(
            f"事项 {total.asked['found']}，读出 {total.right['found']}，多读 {total.invented}；"
            f"各栏 {total.right.total()}/{total.asked.total()}（{total.share:.1%}）"
        )
        for name in FIELDS:
            self.stdout.write(f"  {name} {total.right[name]}/{total.asked[name]}")
        for kind, count in sorted(total.faults.items()):
            self.stdout.write(f"  {kind} {count}")
        for habit, one in sorted(habits.items()):
            self.stdout.write(f"  {one.share:7.1%} 多读{one.invented} {habit}")


def listed(path: Path) -> Directory:
    """The units of a table."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return grouped(
            UnitName(
                row["short"],
                row["name"],
                row.get("class") or "",
                tuple(filter(None, (row.get("aliases") or "").split("、"))),
                supervisable="exempt" not in (row.get("notes") or ""),
            )
            for row in csv.DictReader(stream)
        )
