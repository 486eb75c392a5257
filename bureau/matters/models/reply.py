from django.db import models
from django.db.models import Q

from bureau.matters.models.matter import Matter


class Reply(models.Model):
    """反馈: what a unit answered — progress, a finished part, a completion report, a plea for time, a dispute of its
    role — and the verdict."""

    class Kind(models.TextChoices):
        PROGRESS = "progress", "进展反馈"
        FINAL = "final", "办结报告"
        EXTENSION = "extension", "延期申请"
        DISPUTE = "dispute", "职责异议"

    class State(models.TextChoices):
        DRAFTED = "drafted", "待审签"
        SENT = "sent", "已报送"
        ACCEPTED = "accepted", "审核通过"
        RETURNED = "returned", "已退回"
        WITHDRAWN = "withdrawn", "已撤回"  # by who sent it: as if it had not been sent

    actions: list[dict]  # on a page: what its reader may do
    measured: str  # on a page: the number that was reported with it, in words
    called: str  # and what its room calls it, where that is not its kind
    assignment = models.ForeignKey("matters.Assignment", models.PROTECT, related_name="replies")
    author = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="填报人")
    kind = models.CharField("类别", max_length=10, choices=Kind)
    text = models.TextField("内容", max_length=4000)
    progress = models.TextField("目前进展", max_length=2000, blank=True)  # of a plea for time
    percent = models.PositiveSmallIntegerField("完成进度（%）", null=True, blank=True)
    until = models.DateField("申请延至", null=True, blank=True)
    proposed = models.ForeignKey(
        "org.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="建议承办单位"
    )  # of a dispute
    at = models.DateTimeField("填报时间")
    state = models.CharField("状态", max_length=10, choices=State)
    countersigned_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审签人"
    )
    sent_at = models.DateTimeField("报送时间", null=True, blank=True)
    judged_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审核人"
    )
    judged_at = models.DateTimeField("审核时间", null=True, blank=True)
    remark = models.CharField("审核意见", max_length=1000, blank=True)
    past = models.BooleanField(default=False)  # of a plea: the matter was given out anew since

    class Meta:
        verbose_name = verbose_name_plural = "反馈"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(percent__isnull=True) | Q(percent__lte=100), name="percent_up_to_hundred"
            ),
            models.CheckConstraint(
                condition=~Q(kind="extension") | Q(until__isnull=False), name="an_extension_names_a_date"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["sent", "accepted"]) | Q(sent_at__isnull=False),
                name="what_is_sent_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(author=models.F("judged_by")), name="the_author_never_judges_their_own_reply"
            ),
            models.UniqueConstraint(
                fields=["assignment"],
                condition=Q(kind="extension", state__in=["drafted", "sent"]),
                name="one_open_extension_per_assignment",
            ),
            models.UniqueConstraint(
                fields=["assignment"],
                condition=Q(kind="dispute", past=False) & (Q(state="drafted") | Q(sent_at__isnull=False)),
                name="one_dispute_each_time_it_is_given_out",
            ),
        ]
        indexes = [
            models.Index(
                fields=["assignment"],
                condition=Q(kind="final", state="returned", sent_at__isnull=False),
                name="reply_returned",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def matter(self) -> Matter:
        return self.assignment.matter
