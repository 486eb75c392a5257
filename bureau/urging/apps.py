from django.apps import AppConfig


class UrgingConfig(AppConfig):
    name = "bureau.urging"
    verbose_name = "催办督办"

    def ready(self):
        from bureau.urging import dues  # noqa: F401 declares what is owed
