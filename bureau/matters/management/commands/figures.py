"""manage.py figures complaints --from 2026-01-01 --to 2026-06-30 --json: a room's figures, as its page shows them."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from bureau.matters.rooms import ROOMS
from bureau.pages import period


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"“{text}”不是日期，请写成 2026-01-31。") from None


class Command(BaseCommand):
    help = "打印一类业务在一段时间的统计，与页面上的数相同。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("room", choices=[kind for kind, room in ROOMS.items() if room.figures])
        parser.add_argument("--from", dest="start", type=day, help="起始日期；不填为今年1月1日")
        parser.add_argument("--to", dest="end", type=day, help="截止日期；不填为今天")
        parser.add_argument("--json", action="store_true", help="印成 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        start, end = options["start"] or today.replace(month=1, day=1), options["end"] or today
        if end < start:
            raise CommandError("截止日期不能早于起始日期。")
        figures = ROOMS[options["room"]].figures
        found = figures(period.between(start, end)) if figures else {}
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
            return
        for name, value in flat(found):
            self.stdout.write(f"{name}: {value}")


def flat(found: Any, name: str = "") -> list[tuple[str, Any]]:
    """Each figure on a line of its own, by its whole name."""
    if isinstance(found, dict):
        return [line for key, value in found.items() for line in flat(value, f"{name}.{key}".lstrip("."))]
    if isinstance(found, list):
        return [
            line
            for place, value in enumerate(found)
            for line in flat(
                value, f"{name}.{value.get('label', place) if isinstance(value, dict) else place}"
            )
        ]
    return [(name, found)]
