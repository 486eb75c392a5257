from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from appraisal.cadres import states
from appraisal.cadres.models.review import Merit, Review
from appraisal.models import Appraised
from bureau.matters.models import Matter


class Use(models.Model):
    """结果运用: what is proposed to the organ that decides because of a grade, and what came of it."""

    class Kind(models.TextChoices):
        PRAISE = "praise", "表扬"
        PROMOTE = "promote", "提拔重用"
        ADMONISH = "admonish", "诫勉"
        MOVE = "move", "调整"
        REMOVE = "remove", "免职"
        DEMOTE = "demote", "降职"

    LENGTHS = {"organ": 60, "reason": 500, "document": 60, "words": 500}

    actions: list[dict]  # on a page: what its reader may do
    merit = models.ForeignKey(Merit, models.PROTECT, related_name="uses")
    grade = models.CharField("所依据的等次", max_length=6, choices=Appraised.Grade)
    kind = models.CharField("建议", max_length=8, choices=Kind)
    organ = models.CharField("决定机关", max_length=LENGTHS["organ"])
    reason = models.CharField("理由", max_length=LENGTHS["reason"])
    state = models.CharField(
        "状态", max_length=8, choices=list(states.USE_STATES.items()), default=states.ASKED
    )
    asked_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="拟定人")
    agreed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审批人"
    )
    agreed_on = models.DateField("审批日期", null=True, blank=True)
    number = models.CharField("建议书文号", max_length=40, blank=True)
    sent_on = models.DateField("送出日期", null=True, blank=True)
    document = models.CharField("决定文号", max_length=LENGTHS["document"], blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    words = models.CharField("情况", max_length=LENGTHS["words"], blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "结果运用"
        ordering = ["merit", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["merit", "kind"], condition=~Q(state="dropped"), name="a_use_once_per_merit"
            ),
            models.CheckConstraint(condition=Q(state__in=list(states.USE_STATES)), name="use_state_is_known"),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("asked_by")),
                name="who_proposes_a_use_does_not_agree_to_it",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["sent", "done", "not_done"])
                | (Q(agreed_by__isnull=False, sent_on__isnull=False) & ~Q(number="")),
                name="a_use_that_was_sent_has_its_number",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | (Q(decided_on__isnull=False) & ~Q(document="")),
                name="what_came_of_a_use_has_its_document",
            ),
        ]
        indexes = [models.Index(fields=["kind", "state"], name="use_by_kind")]

    def __str__(self) -> str:
        """Never a name: 「县水利局分管副局长：诫勉」."""
        return f"{self.merit}：{self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return self.merit.get_absolute_url()

    @property
    def page(self) -> str:
        return reverse("merits:use_paper", args=[self.pk])

    @property
    def matter(self) -> Matter:
        return self.merit.matter

    @property
    def parent(self) -> Review:
        return self.merit.review

    @property
    def tone(self) -> str:
        return states.USE_TONES[self.state]
