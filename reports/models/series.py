from django.db import models


class Series(models.TextChoices):
    """Each series counts its issues by itself, under each plate."""

    NOTICE = "notice", "督查通报"
    SPECIAL = "special", "督查专报"
    BRIEF = "brief", "督查简报"
    EXTRA = "extra", "督查简报增刊"
    LETTER = "letter", "督办函"
    SLIP = "slip", "督查通知单"


# What everybody in the house reads once it is issued; any other goes to its readers alone.
WIDE = (Series.NOTICE, Series.BRIEF, Series.EXTRA)
# 信函格式, to the units that it names, numbered by 文号.
LETTERS = (Series.LETTER, Series.SLIP)
