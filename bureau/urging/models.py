from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from bureau.notices.models import Kind
from bureau.urging.querysets import UrgingQuerySet

SETTLED = "事项已了结"  # a paper that nobody answered before its matter ended
UNANSWERED = "逾期未回复"


class Urging(models.Model):
    """催办文书: 催办单, 督办函（黄牌）, 红牌并约谈 — issued by a person to a unit that is late, and answered by it."""

    class State(models.TextChoices):
        ISSUED = "issued", "待回复"
        ANSWERED = "answered", "已回复"
        ESCALATED = "escalated", "未回复，已升级"
        WITHDRAWN = "withdrawn", "已撤回"

    kind = models.CharField(
        "文书", max_length=8, choices=[(k, k.label) for k in (Kind.SLIP, Kind.LETTER, Kind.RED)]
    )
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+")
    assignment = models.ForeignKey("matters.Assignment", models.PROTECT, related_name="urgings")
    duty = models.ForeignKey("matters.Duty", models.PROTECT, related_name="+", verbose_name="逾期的步骤")
    owed = models.ForeignKey(
        "matters.Duty", models.PROTECT, null=True, related_name="+", verbose_name="所欠的回复"
    )
    due_at = models.DateTimeField("时限")  # as it stood when the paper was issued
    number = models.CharField("文号", max_length=40, unique=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.ISSUED)
    text = models.TextField("正文")  # as issued: what happens later changes nothing in it
    how = models.JSONField("时限说明", default=list)  # sentences, as they stood when it was issued
    remark = models.CharField("要求", max_length=1000, blank=True)
    answer_due_at = models.DateTimeField("回复时限", null=True, blank=True)
    talk_at = models.DateTimeField("约谈时间", null=True, blank=True)
    talk_place = models.CharField("约谈地点", max_length=100, blank=True)
    talk_record = models.TextField("约谈记录", max_length=4000, blank=True)
    issued_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="签发人")
    issued_at = models.DateTimeField("发出时间")
    answer = models.TextField("回复", max_length=4000, blank=True)
    answered_by = models.ForeignKey("org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField("回复时间", null=True, blank=True)
    in_time = models.BooleanField("按时回复", null=True, blank=True)  # empty until it is answered
    withdrawn_because = models.CharField("撤回理由", max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = UrgingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "催办文书"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "kind", "due_at"],
                condition=~Q(state="withdrawn"),
                name="a_paper_is_issued_once_per_due_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered")
                | (
                    Q(answered_at__isnull=False, answered_by__isnull=False, in_time__isnull=False)
                    & ~Q(answer="")
                ),
                name="an_answered_paper_has_its_answer",
            ),
            models.CheckConstraint(
                condition=~Q(kind="red") | (Q(talk_at__isnull=False) & ~Q(talk_place="")),
                name="a_red_card_calls_to_a_talk",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_because=""),
                name="a_withdrawn_paper_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["assignment", "-id"], name="urging_by_assignment"),
            models.Index(fields=["matter", "-id"], name="urging_by_matter"),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("urging:page", args=[self.pk])

    @property
    def waits(self) -> bool:
        """The unit still has to answer it."""
        return self.state == self.State.ISSUED and self.owed is not None and self.owed.done_at is None

    @property
    def standing(self) -> str:
        """Its state in a word; a matter that ended without the answer asks for none any more."""
        if self.state == self.State.ISSUED and not self.waits:
            return SETTLED
        late = self.waits and self.answer_due_at and self.answer_due_at < timezone.now()
        return UNANSWERED if late else self.get_state_display()


class Waiver(models.Model):
    """暂缓发出: the bureau looked at a proposed paper and decided against it, for now, and why."""

    duty = models.ForeignKey("matters.Duty", models.PROTECT, related_name="+")
    kind = models.CharField("文书", max_length=8, choices=Kind)
    due_at = models.DateTimeField("时限")
    reason = models.CharField("理由", max_length=200)
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "暂缓发出"
        constraints = [
            models.UniqueConstraint(fields=["duty", "kind", "due_at"], name="a_paper_is_waived_once")
        ]

    def __str__(self):
        return self.reason
