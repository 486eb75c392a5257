from django.db import models
from django.urls import reverse

from accountability.models.case import Case
from accountability.models.subject import Subject
from bureau.matters.models import Matter


class Paper(models.Model):
    """文书: a numbered paper that leaves the bureau without being served on a subject; frozen, and kept encrypted, for it may name
    somebody."""

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", "问责建议书"
        REFERRAL = "referral", "问责线索移送单"
        CLEARANCE = "clearance", "不予问责告知书"

    case = models.ForeignKey(Case, models.PROTECT, related_name="papers")
    subject = models.ForeignKey(
        Subject, models.PROTECT, null=True, blank=True, related_name="papers", verbose_name="问责对象"
    )
    kind = models.CharField("文书", max_length=14, choices=Kind)
    number = models.CharField("文号", max_length=40, unique=True)
    size = models.PositiveIntegerField("字节数")
    sha256 = models.CharField("SHA-256", max_length=64)
    sealed = models.BinaryField("收文机关密文")  # to whom it went
    made_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="签发人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "问责文书"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("accountability:paper", args=[self.pk])

    @property
    def about(self) -> str:
        """What its file and cipher text are bound to."""
        return f"paper of accountability {self.number}"

    @property
    def name(self) -> str:
        return f"{self.get_kind_display()}{self.number}.pdf"

    @property
    def matter(self) -> Matter:
        return self.case.matter
