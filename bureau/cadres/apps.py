"""干部名册: who leads the units, kept by the desks of accountability and appraisal."""

from django.apps import AppConfig


class CadresConfig(AppConfig):
    name = "bureau.cadres"
    verbose_name = "干部名册"

    def ready(self) -> None:
        from bureau.org.models import Cadre
        from bureau.vault import rotation

        rotation.covers(Cadre)
