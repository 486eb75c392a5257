"""核对动态: walks every matter's chain and names each line that was edited, inserted, deleted or cut off; the register, which names each
matter that is gone; and the audit lines."""

from django.core.management.base import BaseCommand, CommandError

from bureau.matters.chain import named, register_faults, verdicts
from bureau.matters.models import Matter
from bureau.org.audit import checking


class Command(BaseCommand):
    help = "核对全部（或一件）事项的动态是否完整；发现改动、插入、删除、截尾、事项缺失即逐条列出，并以状态 1 退出。"

    def add_arguments(self, parser):
        parser.add_argument("--matter", metavar="编号", help="只核对这一件，如 桃督〔2026〕12号")

    def handle(self, *args, matter=None, **options):
        checked = lines = broken = 0
        missing = [] if matter else [*register_faults(), *checking.faults()]
        for fault in missing:
            self.stdout.write(fault)
        for verdict in verdicts(self.chosen(matter)):
            checked, lines = checked + 1, lines + verdict.lines
            if verdict.faults:
                broken += 1
                self.name(verdict)
        if broken or missing:
            gaps = f"，登记簿、审计记录有 {len(missing)} 处不符" if missing else ""
            raise CommandError(f"共核对 {checked} 件 {lines} 条动态，其中 {broken} 件不完整{gaps}，见上。")
        self.stdout.write(f"共核对 {checked} 件 {lines} 条动态，全部完整")

    def chosen(self, number):
        if not number:
            return None
        found = Matter.objects.filter(number=number)
        if not found.exists():
            raise CommandError(f"没有编号为“{number}”的事项，请核对编号（含六角括号〔〕）。")
        return found

    def name(self, verdict):
        matter = Matter.objects.only("number").get(pk=verdict.matter_id)
        for fault in verdict.faults:
            self.stdout.write(f"{named(matter)}：{fault}")
