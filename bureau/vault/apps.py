from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "bureau.vault"
    verbose_name = "身份保密"
