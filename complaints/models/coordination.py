from django.db import models
from django.db.models import Q


class Coordination(models.Model):
    """现场协调: who of the bureau went where, who was there, and what was agreed."""

    LENGTHS = {"place": 60, "went": 120, "present": 500, "minutes": 2000}

    complaint = models.ForeignKey("complaints.Complaint", models.PROTECT, related_name="coordinations")
    number = models.CharField("编号", max_length=40, unique=True)
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=LENGTHS["place"])
    went = models.CharField("督查局参加人员", max_length=LENGTHS["went"])
    present = models.CharField("到场单位和人员", max_length=LENGTHS["present"])
    minutes = models.TextField("协调情况", max_length=LENGTHS["minutes"])

    class Meta:
        verbose_name = verbose_name_plural = "现场协调"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.number


class AgreedItem(models.Model):
    """What was agreed: who does what, by when. It is owed until it is done: by the unit, where that is on the matter, else
    the officer sees to it."""

    WHAT_LENGTH, WHO_LENGTH, DONE_LENGTH = 300, 60, 500

    coordination = models.ForeignKey(Coordination, models.PROTECT, related_name="items")
    place = models.PositiveSmallIntegerField("序号")
    who = models.CharField("责任方", max_length=WHO_LENGTH)
    what = models.CharField("议定内容", max_length=WHAT_LENGTH)
    until = models.DateField("完成时限")
    assignment = models.ForeignKey(
        "matters.Assignment", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承办单位"
    )
    done_on = models.DateField("完成日期", null=True, blank=True)
    done_words = models.CharField("落实情况", max_length=DONE_LENGTH, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "议定事项"
        ordering = ["coordination", "place"]
        constraints = [
            models.UniqueConstraint(fields=["coordination", "place"], name="one_place_per_agreed_item"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_words="")
                | Q(done_on__isnull=False) & ~Q(done_words=""),
                name="what_was_agreed_is_done_in_words",
            ),
        ]

    def __str__(self) -> str:
        return self.what
