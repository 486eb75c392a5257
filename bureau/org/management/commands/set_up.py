"""`manage.py set_up`: what a new installation needs before its first login. Safe to repeat."""

from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from bureau.org import seed
from bureau.org.models import Person
from bureau.org.posts import Post


class Command(BaseCommand):
    help = "录入默认办理时限、工作时间和放假安排，并开立第一个系统管理员账号。"

    def add_arguments(self, parser):
        parser.add_argument("--admin", metavar="账号", help="系统管理员的账号；密码随后输入，首次登录须修改")

    @transaction.atomic
    def handle(self, admin, **options):
        seed.fill()
        self.stdout.write("默认办理时限、工作时间、放假安排已就绪。")
        if admin:
            self.open_account(admin)
        elif not Person.objects.filter(postings__post=Post.SYSTEM).exists():
            self.stdout.write("还没有系统管理员，请加 --admin 账号 再运行一次。")

    def open_account(self, username: str) -> None:
        if Person.objects.filter(username=username).exists():
            raise CommandError(f"账号 {username} 已经存在。")
        password = getpass("系统管理员的初始密码：")
        try:
            validate_password(password)
        except ValidationError as weak:
            raise CommandError(" ".join(weak.messages)) from weak
        Person.objects.create_user(
            username, password, name="系统管理员", posts=[Post.SYSTEM], must_change_password=True
        )
        self.stdout.write(f"系统管理员 {username} 已开立，登录后在“系统管理”里录入单位和人员。")
