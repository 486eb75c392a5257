"""manage.py demo: the demo county 桃溪县, in an empty database of a development installation."""

import json
from time import monotonic

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from bureau.demo import aftermath, cast, deputies, mark, story
from bureau.demo.models import DemoMark
from bureau.files.store import path_of
from bureau.matters.models import Attachment, Matter, Service
from bureau.org import seed
from bureau.org.models import Person, Unit
from complaints.models import Complaint
from directives.inspections.models import Inspection
from directives.models import Directive
from instructions.models import Instruction
from reports.models import Rendering


class Command(BaseCommand):
    help = "把演示县（桃溪县）放进一个空的开发库。"

    def add_arguments(self, parser):
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--reset", action="store_true", help="清空演示县并重建")
        choice.add_argument("--accounts", action="store_true", help="以 JSON 打印演示账号")
        choice.add_argument("--if-empty", action="store_true", help="只在空库里建，已有数据就什么也不做")

    def handle(self, *, reset, accounts, if_empty, **options):
        if settings.PRODUCTION:
            raise CommandError("生产环境不能使用演示县。")
        if accounts:
            return self.stdout.write(json.dumps(known_accounts(), ensure_ascii=False))
        if if_empty and holds_data():
            return None
        if reset:
            empty()
        elif DemoMark.objects.exists():
            return self.stdout.write("演示县已经在库里，未作改动；如需重建，请加 --reset。")
        return self.stdout.write(build())


def known_accounts() -> list[dict]:
    if not DemoMark.objects.exists():
        raise CommandError("这个数据库里没有演示县，请先运行 manage.py demo。")
    return cast.accounts()


def empty() -> None:
    """Empty the demo's tables and its files; nothing that was ever entered for real."""
    if not DemoMark.objects.exists():
        return refuse_real_data()
    kept = [*digests(Attachment.objects), *digests(Rendering.objects), *digests(Service.objects)]
    call_command("flush", interactive=False, verbosity=0)
    for sha256 in filter(None, kept):
        path_of(sha256).unlink(missing_ok=True)
    return None


def digests(files) -> list[str]:
    return list(files.values_list("sha256", flat=True))


def holds_data() -> bool:
    return any(model.objects.exists() for model in (DemoMark, Person, Unit, Matter))


def refuse_real_data() -> None:
    if holds_data():
        raise CommandError("这个数据库里已有真实数据，演示县只能放进空库；请换一个数据库（DATABASE_URL）。")


def build() -> str:
    """Cast and story in one transaction; returns the sentence that says what stands."""
    refuse_real_data()
    began = monotonic()
    with transaction.atomic():
        DemoMark.objects.create()
        seed.fill()
        cast.build()
        deputies.name_the_secretaries()
        aftermath.add(story.tell())
    mark.forget()
    return (
        f"演示县已建好：{Unit.objects.count()}个单位、{Person.objects.count()}个账号、"
        f"{Directive.objects.count()}件督查事项、{Instruction.objects.count()}件领导批示件、{Complaint.objects.count()}件投诉、"
        f"{Inspection.objects.count()}次督查活动，"
        f"用时{monotonic() - began:.0f}秒。"
        f"各账号密码均为 {cast.PASSWORD}，清单见 manage.py demo --accounts。"
    )
