"""`manage.py read_source FILE --json`: what the import would read out of a file, without saving anything."""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from bureau.files.refused import Refused
from bureau.org.calendar import current_calendar
from bureau.org.naming.units import directory
from directives.reading import read


class Command(BaseCommand):
    help = "读出会议纪要或任务表里的督查事项，只打印，不保存。"

    def add_arguments(self, parser):
        parser.add_argument("file", help=".docx 或 .xlsx 文件")
        parser.add_argument("--json", action="store_true", help="以 JSON 打印")
        parser.add_argument("--today", type=date.fromisoformat, help="按这一天理解没有年份的日期，默认今天")

    def handle(self, file, today, **options):
        try:
            reading = read(file, directory(), today or timezone.localdate(), current_calendar())
        except (Refused, OSError) as fault:
            raise CommandError(str(fault)) from fault
        if options["json"]:
            self.stdout.write(json.dumps(reading.as_json(), ensure_ascii=False, indent=1))
            return
        self.stdout.write(
            f"{reading.title}{reading.number or ''} {reading.date or ''} 共 {len(reading.items)} 项"
        )
        for item in reading.items:
            self.stdout.write(f"{item.ordinal}. {item.text}")
            self.stdout.write(f"   {item.lead or '？'}；{'、'.join(item.co)}；{item.due or '未定'}")
            for problem in item.problems:
                self.stdout.write(f"   ！{problem.sentence}")
