from django.db import models
from django.db.models import Q

from bureau.vault.models.identity import Identity


class Line(models.Model):
    """查看记录: who saw who it is, when, why and by what right; who was permitted to; what was put right; which words were
    let out; and who typed who it is without a right to know, as the refusal told them. Never who it is. Only added; the database refuses any change."""

    WHY_LENGTH = 200

    class Kind(models.TextChoices):
        LOOK = "look", "查看身份"
        SCAN = "scan", "查看扫描件"
        PERMIT = "permit", "授权查看"
        WITHDRAWAL = "withdrawal", "收回授权"
        CORRECTION = "correction", "改正身份"
        CLEARANCE = "clearance", "核对放行"
        STOPPED = "stopped", "写出身份被拦下"

    kind = models.CharField("类别", max_length=12, choices=Kind, default=Kind.LOOK)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", verbose_name="事项")
    identity = models.ForeignKey(
        Identity, models.PROTECT, null=True, blank=True, related_name="lines", verbose_name="保密身份"
    )
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="经手人")
    right = models.CharField("凭什么", max_length=20)
    why = models.CharField("事由", max_length=WHY_LENGTH)
    whom = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="授权给"
    )
    until = models.DateField("截止日期", null=True, blank=True)
    digest = models.CharField("放行的文字", max_length=64, blank=True, default="")
    at = models.DateTimeField("时间", auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "查看记录"
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="a_line_of_the_vault_says_why")]
        indexes = [models.Index(fields=["digest"], condition=~Q(digest=""), name="line_of_cleared_words")]

    def __str__(self) -> str:
        return f"{self.person} {self.get_kind_display()} {self.at:%Y-%m-%d %H:%M}"
