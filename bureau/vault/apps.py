"""Who complained, and who reported: kept encrypted, opened by few, every look a line."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "bureau.vault"
    verbose_name = "身份保密"

    def ready(self) -> None:
        from bureau.matters import panels
        from bureau.matters.models import Attachment, Contest, Reimport, Service
        from bureau.org.models import SecondFactor
        from bureau.pages.models import Draft
        from bureau.vault import marks, opening, rotation
        from bureau.vault.models import Former, Identity, Scan
        from bureau.vault.panels import of_matter

        rotation.covers(Identity, also=lambda identity: marks.mark(identity, opening.opened(identity)))
        rotation.covers(Former)
        rotation.covers(Scan, also=rotation.file_too)
        rotation.covers(Draft)
        rotation.covers(SecondFactor)
        rotation.covers(Service, also=rotation.file_too)
        rotation.covers(Attachment, also=rotation.file_too)
        rotation.covers(Contest)
        rotation.covers(Reimport)
        panels.show(panels.MATTER_ASIDE, "vault/of_matter.html", of_matter)
