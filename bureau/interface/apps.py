from django.apps import AppConfig


class InterfaceConfig(AppConfig):
    name = "bureau.interface"
    verbose_name = "数据接口"

    def ready(self) -> None:
        from bureau.interface import events
        from bureau.interface.models import Client
        from bureau.matters import heard
        from bureau.vault import rotation

        heard.LISTENERS.append(events.hear)
        rotation.covers(Client)
