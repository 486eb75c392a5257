"""`manage.py score FILE.json [--json]`: a scheme with its values, scored without a database. The format: appraisal/README.md."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand

from appraisal.scoring import Refused, score
from appraisal.scoring.loading import load
from appraisal.scoring.table import table


class Command(BaseCommand):
    help = "按考核方案文件算分：每一项怎么得的分、总分、名次、等次。不用数据库。"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="考核方案和数据，JSON，格式见 appraisal/README.md")
        parser.add_argument("--json", action="store_true", help="以 JSON 打印，小数写成文字")

    def handle(self, file, **options):
        try:
            document = load(file)
            scored = score(document)
        except Refused as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            raise SystemExit(1) from refused
        told = (
            json.dumps(scored, ensure_ascii=False, indent=1) if options["json"] else table(document, scored)
        )
        self.stdout.write(told)
