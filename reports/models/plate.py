from django.conf import settings
from django.db import models


class Plate(models.TextChoices):
    """牌子: in whose name the bureau publishes. The five offices that it was merged from keep theirs (facts §0)."""

    BUREAU = "bureau", "督查局"
    COMMITTEE = "committee", "县委督查室"
    GOVERNMENT = "government", "县政府督查室"
    ENVIRONMENT = "environment", "县优化办"
    ACCOUNTABILITY = "accountability", "县问责办"
    APPRAISAL = "appraisal", "县考核办"

    @property
    def organ(self) -> str:
        """The full name, as heads and letters print it."""
        return settings.PLATES[self.value]["organ"]

    @property
    def number_mark(self) -> str:
        """机关代字 of its letters."""
        return settings.PLATES[self.value]["mark"]
