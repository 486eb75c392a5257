from django.db import models
from django.db.models import Q

from bureau.matters.models import Duty


class Objection(models.Model):
    """数据异议: a unit says once of an issued bulletin that a figure in it is wrong; who took no part in the issue decides, by `due_at`."""

    class State(models.TextChoices):
        WAITING = "waiting", "待核实"
        UPHELD = "upheld", "属实，予以更正"
        DISMISSED = "dismissed", "不予更正"
        WITHDRAWN = "withdrawn", "已撤回"

    FIGURE_LENGTH, TEXT_LENGTH = 200, 2_000

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="objections")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", verbose_name="单位")
    figure = models.CharField("有异议的数据", max_length=FIGURE_LENGTH)
    text = models.TextField("理由和依据", max_length=TEXT_LENGTH)
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="提出人")
    entered = models.BooleanField("书面提出，由督查局代录", default=False)
    at = models.DateTimeField("提出时间")
    due_at = models.DateTimeField("答复时限", null=True, blank=True)  # None where the table sets no limit
    basis = models.JSONField("时限说明", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    reason = models.CharField("核实意见", max_length=TEXT_LENGTH, blank=True)
    decided_by = models.ForeignKey("org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField("核实时间", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "数据异议"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bulletin", "unit"], condition=~Q(state="withdrawn"), name="a_unit_objects_once"
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(figure=""), name="an_objection_says_to_what_and_why"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "withdrawn"], decided_by=None, decided_at=None, reason="")
                | (
                    Q(state__in=["upheld", "dismissed"], decided_by__isnull=False, decided_at__isnull=False)
                    & ~Q(reason="")
                ),
                name="a_decided_objection_says_who_when_and_why",
            ),
        ]

    def __str__(self):
        return f"{self.unit}对{self.bulletin}的异议"

    @property
    def tone(self) -> str:
        """The colour of its state, beside the words."""
        return {"waiting": "yellow", "upheld": "red", "withdrawn": "outline"}.get(self.state, "")

    @property
    def how(self) -> dict:
        """「时限说明」 of its answer."""
        return Duty(due_at=self.due_at, basis=self.basis).how
