from django.db import models
from django.db.models import Q

from directives.inspections.models.inspection import CheckItem
from directives.inspections.models.target import Target


class Finding(models.Model):
    """督查情况: what was seen at a target, as it was written down there. Never changed; a later one corrects it."""

    class Kind(models.TextChoices):
        PROBLEM = "problem", "问题"
        FACT = "fact", "情况"
        PRAISE = "praise", "好的做法"

    LENGTHS = {"words": 2000, "place": 100}

    target = models.ForeignKey(Target, models.PROTECT, related_name="findings")
    item = models.ForeignKey(
        CheckItem, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="清单项"
    )
    kind = models.CharField("类别", max_length=8, choices=Kind)
    words = models.CharField("情况", max_length=LENGTHS["words"])
    place = models.CharField("地点", max_length=LENGTHS["place"], blank=True)
    found_at = models.DateTimeField("时间")
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="记录人")
    entry = models.OneToOneField("matters.Entry", models.PROTECT, related_name="+")  # its photos hang there
    key = models.UUIDField("设备编号", unique=True)  # of what was typed: sent twice it counts once
    directive = models.OneToOneField(
        "matters.Matter", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="转为督查事项"
    )

    class Meta:
        verbose_name = verbose_name_plural = "督查情况"
        ordering = ["target", "found_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_finding_says_what"),
            models.CheckConstraint(
                condition=Q(directive__isnull=True) | Q(kind="problem"),
                name="only_a_problem_becomes_a_directive",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def told(self) -> str:
        """In one sentence, with the place: 「（锅炉房）三号蒸球正在运行」."""
        return f"（{self.place}）{self.words}" if self.place else self.words


class Signature(models.Model):
    """现场签字: who signed the record on site, by post; the picture hangs on the line."""

    SIGNER_LENGTH, REMARK_LENGTH = 60, 500

    target = models.ForeignKey(Target, models.PROTECT, related_name="signatures")
    signer = models.CharField("签字人单位和职务", max_length=SIGNER_LENGTH)
    remark = models.CharField("签字人的意见", max_length=REMARK_LENGTH, blank=True)
    signed_at = models.DateTimeField("时间")
    entry = models.OneToOneField("matters.Entry", models.PROTECT, related_name="+")
    key = models.UUIDField("设备编号", unique=True)

    class Meta:
        verbose_name = verbose_name_plural = "现场签字"
        ordering = ["target", "signed_at", "pk"]

    def __str__(self) -> str:
        return self.signer


class Verification(models.Model):
    """核查: somebody of the team went to see whether a problem was put right (政府督查工作条例 第18条)."""

    class Outcome(models.TextChoices):
        DONE = "done", "已整改到位"
        PARTLY = "partly", "部分整改"
        NOT = "not", "没有整改"
        REBOUND = "rebound", "整改后反弹"

    WORDS_LENGTH = 1000

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="verifications")
    outcome = models.CharField("核查结果", max_length=8, choices=Outcome)
    words = models.CharField("核查情况", max_length=WORDS_LENGTH)
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="核查人")
    at = models.DateTimeField("核查时间")
    entry = models.OneToOneField("matters.Entry", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "现场核查"
        ordering = ["finding", "pk"]

    def __str__(self) -> str:
        return self.get_outcome_display()
