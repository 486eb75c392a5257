from django.db import models


class Series(models.TextChoices):
    """Each series counts its issues by itself."""

    NOTICE = "notice", "督查通报"
    SPECIAL = "special", "督查专报"


# What everybody in the house reads once it is issued; any other goes to its readers alone.
WIDE = (Series.NOTICE,)
