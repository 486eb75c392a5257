from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse


class Clearance(models.Model):
    """回复意见: the organisation department asks about a list of persons; the answer says, as of a day, which effect periods run and
    whether a case is open. Signed by another than who drafted it, frozen, kept encrypted."""

    class State(models.TextChoices):
        DRAFT = "draft", "待签发"
        SIGNED = "signed", "已签发"

    LENGTHS = {"organ": 60, "letter": 60, "purpose": 100}

    key = models.UUIDField("识别码", default=uuid4, unique=True, editable=False)
    organ = models.CharField("来函机关", max_length=LENGTHS["organ"])
    letter = models.CharField("来函文号", max_length=LENGTHS["letter"], blank=True)
    received_on = models.DateField("来函日期")
    as_of = models.DateField("截至日期")
    purpose = models.CharField("事由", max_length=LENGTHS["purpose"])
    state = models.CharField("状态", max_length=8, choices=State, default=State.DRAFT)
    number = models.CharField("文号", max_length=40, null=True, blank=True, unique=True)
    drafted_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="拟稿人")
    drafted_at = models.DateTimeField("拟稿时间", auto_now_add=True)
    signed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签发人"
    )
    signed_at = models.DateTimeField("签发时间", null=True, blank=True)
    size = models.PositiveIntegerField("字节数", default=0)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    sealed = models.BinaryField("识别密文", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "回复意见"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", number=None, signed_by=None)
                | Q(state="signed", number__isnull=False, signed_by__isnull=False, sealed__isnull=False),
                name="a_signed_clearance_has_its_number",
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None) | ~Q(signed_by=F("drafted_by")),
                name="who_drafts_a_clearance_does_not_sign_it",
            ),
        ]

    def __str__(self) -> str:
        return self.number or "回复意见（待签发）"

    def get_absolute_url(self) -> str:
        return reverse("accountability:clearance", args=[self.pk])

    @property
    def about(self) -> str:
        """What its file and cipher text are bound to."""
        return f"clearance {self.key}"


class Asked(models.Model):
    """One person of a clearance, by the position that they hold, with the answer as it was signed."""

    clearance = models.ForeignKey(Clearance, models.PROTECT, related_name="asked")
    ordinal = models.PositiveSmallIntegerField("序号")
    position = models.ForeignKey("org.Position", models.PROTECT, related_name="+", verbose_name="职务")
    effects = models.JSONField("影响期", default=list)  # sentences
    cases = models.JSONField("在办案件", default=list)  # numbers

    class Meta:
        verbose_name = verbose_name_plural = "被询问人员"
        ordering = ["clearance", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["clearance", "position"], name="one_is_asked_about_once"),
            models.UniqueConstraint(fields=["clearance", "ordinal"], name="one_line_of_a_clearance"),
        ]

    def __str__(self) -> str:
        return str(self.position)
