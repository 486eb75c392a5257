from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OrgConfig(AppConfig):
    name = "bureau.org"
    verbose_name = "单位与人员"

    def ready(self) -> None:
        from bureau.org import seed

        post_migrate.connect(seed.enter_new_limits, sender=self)
