from django.db import models
from django.db.models import Q


class ClueRule(models.Model):
    """线索提出规则: from when on the system proposes that something be looked at. A person takes or dismisses each."""

    class Key(models.TextChoices):
        RETURNS = "returns", "办理结果被退回次数"
        OVERDUE = "overdue", "逾期天数"
        RED_CARD = "red_card", "红牌督办"
        SUBSTANTIATED = "substantiated", "一年内查实的投诉件数"
        FALSE_REPORT = "false_report", "报完成后核查没有整改"

    key = models.CharField("情形", max_length=14, choices=Key, unique=True)
    threshold = models.PositiveSmallIntegerField("达到", default=1)
    active = models.BooleanField("启用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "线索提出规则"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(threshold__gte=1),
                name="a_clue_rule_asks_for_one_at_least",
                violation_error_message="“达到”至少是1。",
            )
        ]

    def __str__(self) -> str:
        return self.get_key_display()


class Answered(models.Model):
    """What was proposed and is not proposed again: taken up as a clue, or dismissed with a reason. It names a unit, never a person."""

    REASON_LENGTH = 500

    rule = models.CharField("情形", max_length=14, choices=ClueRule.Key)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", verbose_name="事项")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", verbose_name="单位")
    reason = models.CharField("理由", max_length=REASON_LENGTH)
    case = models.ForeignKey(
        "accountability.Case", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="线索"
    )
    by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "线索建议办理"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["rule", "matter", "unit"], name="a_proposal_is_answered_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="an_answered_proposal_says_why"),
        ]

    def __str__(self) -> str:
        return self.get_rule_display()
