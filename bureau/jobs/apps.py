from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "bureau.jobs"
    verbose_name = "后台办理"

    def ready(self) -> None:
        autodiscover_modules("jobs")  # every package's handlers
