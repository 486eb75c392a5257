import json
from typing import Any

from django.db import models
from django.db.models import Q

from appraisal.models.period import Period
from bureau.org.models import Unit


class Result(models.Model):
    """考核结果 of one series in one period, as it was publicised or published: its inputs and what the engine made of them, byte by byte.
    Never rewritten: a correction is a new one that quotes the old."""

    class Kind(models.TextChoices):
        PUBLICISED = "publicised", "公示"
        PUBLISHED = "published", "公布"
        CORRECTED = "corrected", "更正"

    REASON_LENGTH = 1000

    period = models.ForeignKey(Period, models.PROTECT, related_name="results")
    scheme = models.ForeignKey("appraisal.Scheme", models.PROTECT, related_name="+")
    kind = models.CharField("性质", max_length=10, choices=Kind)
    number = models.CharField("文号", max_length=40, blank=True)
    inputs = models.TextField("输入")  # the document that the engine read, canonical JSON
    outputs = models.TextField("结果")  # what it made of it, canonical JSON
    grades = models.JSONField("等次", default=dict)  # unit's key → [grade, reason], as they were decided
    corrects = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrected_by",
        verbose_name="所更正的结果",
    )
    reason = models.TextField("更正理由", max_length=REASON_LENGTH, blank=True)
    by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="发布人")
    at = models.DateTimeField("发布时间")

    class Meta:
        verbose_name = verbose_name_plural = "考核结果"
        ordering = ["period", "scheme", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="corrected", corrects__isnull=False) & ~Q(reason="")
                | (~Q(kind="corrected") & Q(corrects=None)),
                name="a_correction_quotes_what_it_corrects",
            ),
            models.CheckConstraint(
                condition=Q(kind="publicised") | ~Q(number=""), name="a_published_result_has_its_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme.series}{self.get_kind_display()}结果 {self.number}".strip()

    def line_for(self, unit: Unit) -> dict[str, Any] | None:
        """This unit's line: it may stand under the name of one that was merged into it since."""
        lines = self.by_unit()
        return next((lines[key] for key in (unit.pk, *unit.former) if key in lines), None)

    def by_unit(self) -> dict[int, dict]:
        """unit's key → its line, as the engine told it."""
        return {int(line["key"]): line for line in json.loads(self.outputs)["subjects"]}


class Deliberation(models.Model):
    """What is written down of a meeting: who was there, how it was voted, what was decided."""

    LENGTHS = {"present": 500, "decided": 2000, "minority": 1000}

    held_on = models.DateField("研究日期")
    expected = models.PositiveSmallIntegerField("应到人数")
    present = models.CharField("出席人员职务", max_length=LENGTHS["present"])
    ayes = models.PositiveSmallIntegerField("同意")
    noes = models.PositiveSmallIntegerField("反对", default=0)
    abstentions = models.PositiveSmallIntegerField("弃权", default=0)
    decided = models.TextField("研究意见", max_length=LENGTHS["decided"])
    minority = models.TextField("不同意见", max_length=LENGTHS["minority"], blank=True)
    by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="记录人")
    at = models.DateTimeField("登记时间")

    class Meta:
        abstract = True


class Meeting(Deliberation):
    """集体研究 of the grades of units."""

    period = models.ForeignKey(Period, models.PROTECT, related_name="meetings")

    class Meta:
        verbose_name = verbose_name_plural = "集体研究"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ayes__gt=models.F("noes")), name="a_meeting_agreed"),
            models.CheckConstraint(
                condition=Q(expected__gte=models.F("ayes") + models.F("noes") + models.F("abstentions")),
                name="no_more_votes_than_people",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d}集体研究"
