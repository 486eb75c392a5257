from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "bureau.notices"
    verbose_name = "消息与提醒"

    def ready(self):
        from bureau.matters.service.serving import TELLING
        from bureau.notices import admin  # noqa: F401 its pages join the administration
        from bureau.notices.accounts import hear_of_account
        from bureau.notices.appointments import hear
        from bureau.notices.served import tell_served
        from bureau.org import appointing, noting

        appointing.LISTENERS.append(hear)
        noting.LISTENERS.append(hear_of_account)
        TELLING.append(tell_served)
