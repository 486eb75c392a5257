from django.db import models
from django.db.models import Q

from bureau.matters.models import Phase


class Quote(models.Model):
    """引用事项: a matter in a bulletin's annex, in the words and with the standing it had when it was counted."""

    PROGRESS_LENGTH, REASON_LENGTH = 500, 200
    SHORT = 60  # characters of progress: three or four lines of the annex

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="quotes")
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="quotes")
    order = models.PositiveSmallIntegerField("序号")
    number = models.CharField("编号", max_length=40)
    title = models.CharField("事项", max_length=500)
    lead = models.CharField("牵头单位", max_length=30, blank=True)
    co = models.TextField("协办单位", blank=True)
    due = models.CharField("时限", max_length=40)
    phase = models.CharField("阶段", max_length=12, choices=Phase)
    light = models.CharField("灯", max_length=6, blank=True)
    overdue = models.BooleanField("逾期")
    came_due = models.BooleanField("已到时限")
    on_time = models.BooleanField("按期办结")
    drawn = models.TextField(blank=True)  # the progress as the ledger had it; what differs was typed
    progress = models.CharField("进展", max_length=PROGRESS_LENGTH, blank=True)
    lagging = models.BooleanField("进展滞后", default=False)
    reason = models.CharField("滞后情况", max_length=REASON_LENGTH, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "引用事项"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["bulletin", "matter"], name="a_matter_is_quoted_once"),
            models.UniqueConstraint(fields=["bulletin", "order"], name="one_quote_per_place"),
            models.CheckConstraint(
                condition=Q(lagging=False) | Q(overdue=True) | ~Q(reason=""),
                name="who_is_named_as_lagging_hears_why",
            ),
            models.CheckConstraint(
                condition=Q(lagging=False) | Q(phase=Phase.RUNNING), name="only_what_runs_can_lag"
            ),
        ]

    def __str__(self):
        return f"{self.order} {self.title}"

    @property
    def is_long(self) -> bool:
        """Whether the drafter should shorten the progress; it is printed whole in any case."""
        return len(self.progress) > self.SHORT

    @property
    def state_words(self) -> str:
        """As the annex prints it."""
        if self.overdue:
            return "逾期未办结"
        if self.lagging:
            return "进展滞后"
        return {Phase.CLOSED: "已办结", Phase.SUSPENDED: "中止办理"}.get(self.phase, "正在办理")
