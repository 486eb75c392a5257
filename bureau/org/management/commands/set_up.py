"""`manage.py set_up`: what a new installation needs before its first login. Safe to repeat."""

from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from bureau.org import seed
from bureau.org.models import Person
from bureau.org.posts import Post

# The first of each is opened here, at the machine: afterwards two of them must agree on a new one.
ADMINISTRATORS = {"admin": Post.SYSTEM, "security": Post.SECURITY, "audit": Post.AUDIT}


class Command(BaseCommand):
    help = "录入默认办理时限、工作时间和放假安排，并开立三名管理员的账号。"

    def add_arguments(self, parser):
        for option, post in ADMINISTRATORS.items():
            told = f"{post.label}的账号；密码随后输入，首次登录须修改"
            parser.add_argument(f"--{option}", metavar="账号", help=told)

    @transaction.atomic
    def handle(self, **options):
        seed.fill()
        self.stdout.write("默认办理时限、工作时间、放假安排已就绪。")
        for option, post in ADMINISTRATORS.items():
            if username := options.get(option):
                self.open_account(username, post)
            elif not Person.objects.filter(postings__post=post).exists():
                self.stdout.write(f"还没有{post.label}，请加 --{option} 账号 再运行一次。")

    def open_account(self, username: str, post: Post) -> None:
        if Person.objects.filter(username=username).exists():
            raise CommandError(f"账号 {username} 已经存在。")
        password = getpass(f"{post.label} {username} 的初始密码：")
        try:
            validate_password(password)
        except ValidationError as weak:
            raise CommandError(" ".join(weak.messages)) from weak
        Person.objects.create_user(
            username, password, name=post.label, posts=[post], must_change_password=True
        )
        self.stdout.write(f"{post.label} {username} 已开立。")
