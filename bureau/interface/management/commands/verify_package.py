"""manage.py verify_package FILE: whether a month's package is what was exported."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bureau.interface.package.verifying import NoPackage, faults


class Command(BaseCommand):
    help = "核对归档数据包：逐个列出被改动、缺少、多出的文件。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="数据包（.zip）")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = faults(options["file"])
        except NoPackage as why:
            raise CommandError(str(why)) from None
        for fault in found:
            self.stdout.write(fault)
        if found:
            raise CommandError(f"共{len(found)}处与导出时不同。")
        self.stdout.write("与导出时完全相同。")
