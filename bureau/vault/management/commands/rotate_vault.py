"""manage.py rotate_vault: what was encrypted with an earlier VAULT_KEY is encrypted with the present one."""

from django.core.management.base import BaseCommand

from bureau.vault import rotation


class Command(BaseCommand):
    help = "把用旧 VAULT_KEY 加密的身份、扫描件、草稿改用现在的密钥；旧密钥写在 VAULT_KEYS_BEFORE 里，做完即可去掉。"

    def handle(self, **options):
        count = rotation.renew()
        self.stdout.write(f"改用现在的密钥：{count.done}条。可以从 VAULT_KEYS_BEFORE 中去掉旧密钥了。")
        if count.closed:
            self.stderr.write(
                f"另有{count.closed}条用哪一把密钥都打不开，没有动：请找出当时的 VAULT_KEY，写进 VAULT_KEYS_BEFORE 再运行一次。"
            )
