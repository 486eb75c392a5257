from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from complaints.models.kinds import Channel


class Reception(models.Model):
    """来信来访来电登记: one batch that was received. It names nobody: who came stands in the vault of the complaint."""

    WANTS_LENGTH, ANSWER_LENGTH, TITLE_LENGTH, REASON_LENGTH = 2000, 1000, 60, 100
    MOST_VISITORS = 5  # 信访工作条例 第20条: a joint visit names at most five

    number = models.CharField("编号", max_length=40, unique=True)
    channel = models.CharField("渠道", max_length=10, choices=Channel)
    received_at = models.DateTimeField("收到时间")
    late_reason = models.CharField("补登原因", max_length=REASON_LENGTH, blank=True)
    registered_at = models.DateTimeField("登记时间")
    received_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="接待人")
    persons = models.PositiveSmallIntegerField("人次", default=1)
    representatives = models.PositiveSmallIntegerField("代表人数", default=1)
    order_number = models.CharField("工单编号", max_length=40, null=True, blank=True, unique=True)
    title = models.CharField("事由", max_length=TITLE_LENGTH)
    wants = models.TextField("反映内容", max_length=WANTS_LENGTH)
    answer = models.TextField("当场答复", max_length=ANSWER_LENGTH, blank=True)
    complaint = models.ForeignKey(
        "complaints.Complaint",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="receptions",
        verbose_name="投诉件",
    )

    class Meta:
        verbose_name = verbose_name_plural = "来信来访来电"
        ordering = ["-received_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(persons__gte=1), name="a_batch_is_somebody"),
            models.CheckConstraint(
                condition=Q(representatives__gte=1, representatives__lte=F("persons")),
                name="representatives_are_of_the_batch",
            ),
            models.CheckConstraint(
                condition=~Q(channel=Channel.VISIT) | Q(representatives__lte=5),
                name="a_joint_visit_names_at_most_five",
            ),
            models.CheckConstraint(
                condition=Q(complaint__isnull=False) | ~Q(answer=""),
                name="a_reception_is_answered_or_a_complaint",
            ),
            models.CheckConstraint(
                condition=Q(received_at__lte=F("registered_at")), name="nothing_is_registered_before_it_came"
            ),
        ]
        indexes = [models.Index(fields=["channel", "-received_at"], name="reception_by_channel")]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("complaints:reception", args=[self.pk])
