"""备份: database and files with their digests in one archive."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.template.defaultfilters import filesizeformat

from bureau.ops.backup.making import make
from bureau.ops.backup.trouble import Trouble


class Command(BaseCommand):
    help = "把数据库和附件连同校验码备份成一个归档文件。"

    def add_arguments(self, parser):
        parser.add_argument(
            "folder", nargs="?", type=Path, help="放归档的文件夹（默认 BACKUP_DIR，再默认 var/backups）"
        )
        parser.add_argument("--keep", type=int, metavar="N", help="备份完整以后，只留最新的 N 份")

    def handle(self, *args, folder=None, keep=None, **options):
        if keep is not None and keep < 1:
            raise CommandError("--keep 至少是 1。")
        folder = folder or settings.BACKUP_DIR or settings.VAR_DIR / "backups"
        try:
            made = make(folder, keep)
        except Trouble as trouble:
            raise CommandError(str(trouble)) from trouble
        except DatabaseError as trouble:
            raise CommandError(
                f"没有备份成，数据库没有应答或还没有建表：{str(trouble).splitlines()[0]}"
            ) from trouble
        self.stdout.write(f"已备份到 {folder / made.name}")
        self.stdout.write(f"  {filesizeformat(made.size)}，附件 {made.files} 个，用时 {made.seconds} 秒")
        self.stdout.write(f"  SHA-256 {made.digest}")
        if made.trouble:
            raise CommandError(f"归档已写成，但不完整：{made.trouble}。请查明原因，再备份一次。")
