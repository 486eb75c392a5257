from django.db import models

from reports.models.plate import Plate
from reports.models.series import Series

TOO_LONG_FOR_NUMERALS = 99
DIGITS = "一二三四五六七八九"


class Numbering(models.TextChoices):
    """How an issue is numbered on its head; each kind names itself by an example."""

    ARABIC_TOTAL = "arabic_total", "第12期（总第208期）"
    ARABIC = "arabic", "第12期"
    CHINESE_TOTAL = "chinese_total", "第十二期（总第208期）"
    CHINESE = "chinese", "第十二期"

    @property
    def has_total(self) -> bool:
        return self in (Numbering.ARABIC_TOTAL, Numbering.CHINESE_TOTAL)

    def shown(self, number: int) -> str:
        """12 or 十二; from a hundred on figures in any case."""
        if self in (Numbering.ARABIC, Numbering.ARABIC_TOTAL) or number > TOO_LONG_FOR_NUMERALS:
            return str(number)
        tens, ones = divmod(number, 10)
        ten = (DIGITS[tens - 1] if tens > 1 else "") + "十" if tens else ""
        return ten + (DIGITS[ones - 1] if ones else "")


class Rates(models.TextChoices):
    """How percentages are printed, all of one issue alike."""

    WHOLE = "whole", "整数（90%）"
    TENTHS = "tenths", "一位小数（90.0%）"
    TRIMMED = "trimmed", "一位小数，整数不带零（89.5%、90%）"


class Layout(models.Model):
    """版式: what the county prints on a series under a plate. A draft takes it when it is begun; what is issued keeps its own."""

    series = models.CharField("种类", max_length=10, choices=Series)
    plate = models.CharField("发文机关（名义）", max_length=14, choices=Plate, default=Plate.BUREAU)
    head = models.CharField("版头名称", max_length=20, blank=True)
    numbering = models.CharField("期号写法", max_length=14, choices=Numbering, default=Numbering.ARABIC_TOTAL)
    rates = models.CharField("百分比写法", max_length=8, choices=Rates, default=Rates.WHOLE)
    signed_off = models.BooleanField("署名", default=False)
    main_to = models.CharField("主送", max_length=1_000, blank=True)
    report_to = models.TextField("报", max_length=1_000, blank=True)
    send_to = models.TextField("送", max_length=1_000, blank=True)
    issue_to = models.TextField("发", max_length=1_000, blank=True)
    copy_to = models.CharField("抄送", max_length=1_000, blank=True)
    note = models.CharField("附注", max_length=100, blank=True)
    copies = models.PositiveSmallIntegerField("印发份数", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "版式"
        ordering = ["series", "plate"]
        constraints = [
            models.UniqueConstraint(fields=["series", "plate"], name="one_layout_per_series_and_plate")
        ]

    def __str__(self):
        return f"{self.head or self.get_series_display()}（{self.get_plate_display()}）"
