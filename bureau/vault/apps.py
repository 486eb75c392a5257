"""Who complained, and who reported: kept encrypted, opened by few, every look a line."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "bureau.vault"
    verbose_name = "身份保密"

    def ready(self) -> None:
        from bureau.pages.models import Draft
        from bureau.vault import marks, opening, rotation
        from bureau.vault.models import Former, Identity

        rotation.covers(Identity, also=lambda identity: marks.mark(identity, opening.opened(identity)))
        rotation.covers(Former)
        rotation.covers(Draft)
