from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "bureau.notices"
    verbose_name = "消息与提醒"
