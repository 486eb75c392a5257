from django.db import models
from django.db.models import Q

from bureau.matters.models import RoomRecord
from directives import states


class Cadence(models.TextChoices):
    """How often a long-term item is reported on."""

    MONTHLY = "monthly", "每月"
    QUARTERLY = "quarterly", "每季度"
    YEARLY = "yearly", "每年"


class Directive(RoomRecord):
    """督查事项: one decision of a meeting, followed until it is closed (一事一项)."""

    LENGTHS = {"category": 60, "leader": 60, "remark": 500}

    source = models.ForeignKey(
        "directives.Source", models.PROTECT, related_name="directives", verbose_name="来源"
    )
    ordinal = models.PositiveIntegerField("序号")
    state = models.CharField("状态", max_length=10, choices=states.CHOICES, default=states.DRAFT)
    category = models.CharField("类别", max_length=LENGTHS["category"], blank=True)
    passage = models.TextField("原文", blank=True)  # the words it was read from
    leader = models.CharField("责任领导", max_length=LENGTHS["leader"], blank=True)
    due = models.DateField("来文时限", null=True, blank=True)  # as it stands on the paper
    recurring = models.BooleanField("长期事项", default=False)
    cadence = models.CharField("报告周期", max_length=10, choices=Cadence, blank=True)
    stages = models.JSONField(
        "阶段节点", default=list, blank=True
    )  # [day, what is to be reached by it], in order
    remark = models.CharField("备注", max_length=LENGTHS["remark"], blank=True)
    notice_number = models.CharField("通知单编号", max_length=40, null=True, blank=True, unique=True)

    class Meta:
        verbose_name = verbose_name_plural = "督查事项"
        ordering = ["-matter_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(states.STATES)), name="directive_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(recurring=True) | Q(cadence=""), name="only_what_recurs_has_a_cadence"
            ),
            models.CheckConstraint(
                condition=Q(recurring=False) | ~Q(cadence=""), name="what_recurs_has_a_cadence"
            ),
            models.UniqueConstraint(fields=["source", "ordinal"], name="one_ordinal_per_source"),
        ]
