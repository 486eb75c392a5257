"""恢复: an archive into an empty installation, verified before and after."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from bureau.ops.backup.making import lacking
from bureau.ops.backup.restoring import restore
from bureau.ops.backup.trouble import Trouble, in_words
from bureau.ops.roles.owner import as_owner


class Command(BaseCommand):
    help = "把备份的归档恢复到空的安装中；先核对归档，再恢复，再逐项核对。已有事项的数据库一律不动。"
    requires_system_checks = ()  # the database may be empty

    def add_arguments(self, parser):
        parser.add_argument("archive", type=Path, help="manage.py backup 写成的 .tar 文件")

    def handle(self, *args, **options):
        try:
            with as_owner():
                done = restore(options["archive"])
        except Trouble as trouble:
            raise CommandError(str(trouble)) from trouble
        except OSError as trouble:
            raise CommandError(f"读写文件时出错，没有恢复任何内容：{in_words(trouble)}") from trouble
        except DatabaseError as trouble:
            raise CommandError(f"数据库没有应答或拒绝了：{str(trouble).splitlines()[0]}") from trouble
        self.tell(done)
        if done.faults:
            raise CommandError("恢复后的内容与备份不一致：\n" + "\n".join(done.faults))
        self.stdout.write("全部一致。提醒时钟已停：请系统管理员登录后核对，再启用。")

    def tell(self, done) -> None:
        told = done.manifest
        self.stdout.write(
            f"备份时间 {told['made_at']}，版本 {told['version']}，PostgreSQL {told['postgresql']}"
        )
        self.stdout.write(
            f"  {len(told['counts'])} 张表 {sum(told['counts'].values())} 行，"
            f"{told['chains']['matters']} 件事项 {told['chains']['entries']} 条动态，附件 {len(told['files'])} 个"
        )
        for part, seconds in done.seconds.items():
            self.stdout.write(f"  {part}：{seconds} 秒")
        if lost := lacking(told["missing"], told["damaged"]):
            self.stdout.write(f"  备份时就缺：{lost}")
