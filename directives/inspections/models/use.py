from django.db import models
from django.db.models import Q

from bureau.matters.models import Matter
from directives.inspections.models.inspection import Inspection
from directives.inspections.models.target import Target


class Use(models.Model):
    """结果运用: what is proposed to be made of a result, approved by who approved the plan (政府督查工作条例 第21条)."""

    class Kind(models.TextChoices):
        PRAISE = "praise", "予以表扬"
        CRITICISE = "criticise", "予以批评"
        ACCOUNT = "account", "追究责任"

    class State(models.TextChoices):
        PROPOSED = "proposed", "待审批"
        APPROVED = "approved", "已同意，待办理"
        DECLINED = "declined", "未同意"
        CARRIED_OUT = "carried_out", "已办理"

    LENGTHS = {"reason": 1000, "carried_out": 500}

    target = models.ForeignKey(Target, models.PROTECT, related_name="uses")
    kind = models.CharField("建议", max_length=10, choices=Kind)
    reason = models.CharField("事实和理由", max_length=LENGTHS["reason"])
    state = models.CharField("状态", max_length=12, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="提出人")
    carried_out = models.CharField("办理结果", max_length=LENGTHS["carried_out"], blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "结果运用"
        ordering = ["target", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["target", "kind"], condition=~Q(state="declined"), name="one_use_of_a_kind_per_target"
            ),
            models.CheckConstraint(
                condition=~Q(state="carried_out") | ~Q(carried_out=""), name="what_was_made_of_it_is_said"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def matter(self) -> Matter:
        return self.target.matter

    @property
    def inspection(self) -> Inspection:
        return self.target.inspection
