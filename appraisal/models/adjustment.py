from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from appraisal import states
from appraisal.models.period import Appraised
from appraisal.models.scheme import AdjustmentRule
from bureau.matters.models import Matter


class Adjustments(models.QuerySet):
    def contested(self) -> "Adjustments":
        """Still counted or about to be, objected to, and not answered yet."""
        stands = [Adjustment.State.CONFIRMED, Adjustment.State.APPROVED]
        return self.filter(state__in=stands, objected_at__isnull=False, answered_at=None)


class Adjustment(models.Model):
    """加减分记录: proposed, confirmed by the appraisal officer, approved by another; its evidence quoted as it stood. The unit sees it at
    once and may object once; what was taken back upstream is taken back here by another record's state, never deleted."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "待确认"
        CONFIRMED = "confirmed", "待审批"
        APPROVED = "approved", "已生效"
        DISMISSED = "dismissed", "不予采用"
        REVOKED = "revoked", "已撤销"

    LENGTHS = {"words": 500, "quoted": 500, "reason": 500, "objection": 2000, "answer": 2000}

    appraised = models.ForeignKey(Appraised, models.PROTECT, related_name="adjustments")
    rule = models.ForeignKey(AdjustmentRule, models.PROTECT, related_name="+", verbose_name="加减分项")
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    source = models.ForeignKey(
        "matters.Matter", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来源事项"
    )
    key = models.CharField("来源识别", max_length=80, blank=True)  # proposed once for what happened once
    happened_on = models.DateField("发生日期")
    points = models.DecimalField("分值", max_digits=6, decimal_places=2)
    words = models.CharField("情况说明", max_length=LENGTHS["words"])
    quoted = models.CharField("引用的依据", max_length=LENGTHS["quoted"], blank=True)  # as it stood then
    confirmed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="确认人"
    )
    approved_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审批人"
    )
    approved_at = models.DateTimeField("审批时间", null=True, blank=True)
    reason = models.CharField("不采用或者撤销的理由", max_length=LENGTHS["reason"], blank=True)
    objection = models.TextField("单位的异议", max_length=LENGTHS["objection"], blank=True)
    objected_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提出人"
    )
    objected_at = models.DateTimeField("提出异议时间", null=True, blank=True)
    answer = models.TextField("对异议的答复", max_length=LENGTHS["answer"], blank=True)
    answered_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复人"
    )
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    objects = Adjustments.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "加减分记录"
        ordering = ["-happened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appraised", "rule", "key"], condition=~Q(key=""), name="what_happened_counts_once"
            ),
            models.CheckConstraint(
                condition=~Q(state="approved")
                | Q(confirmed_by__isnull=False, approved_by__isnull=False, approved_at__isnull=False),
                name="an_adjustment_in_force_was_approved",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | Q(confirmed_by=None) | ~Q(approved_by=F("confirmed_by")),
                name="who_confirms_an_adjustment_does_not_approve_it",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["dismissed", "revoked"]) | ~Q(reason=""),
                name="an_adjustment_not_counted_says_why",
            ),
            models.CheckConstraint(
                condition=Q(objection="", objected_at=None)
                | (~Q(objection="") & Q(objected_at__isnull=False)),
                name="an_objection_says_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="")
                | (
                    Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="") & ~Q(objection="")
                ),
                name="an_answer_answers_an_objection",
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("approved_by")),
                name="who_approved_an_adjustment_does_not_answer_the_objection",
            ),
        ]
        indexes = [models.Index(fields=["state"], name="adjustment_by_state")]

    def __str__(self) -> str:
        return f"{self.rule} {self.points:+}"

    def get_absolute_url(self) -> str:
        return reverse("appraisal:adjustment", args=[self.pk])

    @property
    def tone(self) -> str:
        return states.ADJUSTMENT_TONES[self.state]

    @property
    def matter(self) -> Matter:
        return self.appraised.matter

    @property
    def parent(self) -> Appraised:
        return self.appraised
