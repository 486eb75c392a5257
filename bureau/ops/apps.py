from django.apps import AppConfig
from django.db.backends.signals import connection_created


class OpsConfig(AppConfig):
    name = "bureau.ops"
    verbose_name = "运行维护"

    def ready(self):
        from bureau.ops import heartbeat  # noqa: F401 listens to the workers
        from bureau.ops.logs import bells, slow  # noqa: F401 listen to the tasks
        from bureau.ops.roles import privileges  # noqa: F401 is asked by `check --deploy --database default`

        connection_created.connect(slow.attach)
