from django.db import models
from django.db.models import Q

from bureau.matters.models.link import Link


class UpstreamChange(models.Model):
    """上游有变: a matter does not stand any more as it was quoted somewhere, until a person decides what that means there.

    The place that quoted it is named by `kind` and `key` (`bureau.matters.lineage`). `about`: the matter that the place belongs to,
    whose officer decides; none for a bulletin, which its own desk looks after."""

    class What(models.TextChoices):
        REOPENED = "reopened", "重新办理"
        VOIDED = "voided", "作废"
        DUE_MOVED = "due_moved", "时限变动"
        RECALLED = "recalled", "决定撤销或变更"
        WITHDRAWN = "withdrawn", "文书、批示撤回"
        MERGED = "merged", "并入其他事项"
        CORRECTED = "corrected", "结果更正"

    class Verdict(models.TextChoices):
        STANDS = "stands", "不受影响，维持"
        MENDED = "mended", "已相应处理"

    LENGTHS = {"words": 500, "quoted": Link.QUOTED_LENGTH, "reason": 500}

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", verbose_name="上游事项")
    what = models.CharField("变化", max_length=10, choices=What)
    words = models.CharField("情况", max_length=LENGTHS["words"])
    at = models.DateTimeField("变化时间")
    kind = models.CharField("引用处类别", max_length=16)
    key = models.PositiveBigIntegerField("引用处")
    about = models.ForeignKey(
        "matters.Matter", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="引用的事项"
    )
    quoted = models.CharField("引用时的情况", max_length=LENGTHS["quoted"], blank=True)
    verdict = models.CharField("处理", max_length=8, choices=Verdict, blank=True)
    reason = models.CharField("处理说明", max_length=LENGTHS["reason"], blank=True)
    decided_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="处理人"
    )
    decided_at = models.DateTimeField("处理时间", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "上游变化"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "what", "kind", "key"],
                condition=Q(verdict=""),
                name="a_change_waits_once_at_a_place",
            ),
            models.CheckConstraint(
                condition=Q(verdict="", decided_by=None, decided_at=None, reason="")
                | (~Q(verdict="") & ~Q(reason="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="a_decided_change_says_who_and_why",
            ),
        ]
        indexes = [
            models.Index(fields=["about"], condition=Q(verdict=""), name="change_waits_at_a_matter"),
            models.Index(fields=["kind", "key"], name="change_at_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.matter}{self.get_what_display()}"
