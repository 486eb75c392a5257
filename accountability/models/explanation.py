from django.db import models
from django.db.models import Q
from django.urls import reverse

from accountability.models.kinds import Way
from accountability.models.subject import Subject
from bureau.matters.models import Matter


class Explanation(models.Model):
    """谈话函询: a subject is asked, in a talk or by letter, to explain what was reported; and what they said. Who did not make it
    clear is asked once more, in another row."""

    LENGTHS = {"topics": 2000, "words": 8000}

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="explanations", verbose_name="问责对象")
    way = models.CharField("方式", max_length=6, choices=Way)
    topics = models.TextField("请说明的问题", max_length=LENGTHS["topics"])
    letter = models.OneToOneField(
        "matters.Service", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="函询通知书"
    )
    approved_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="批准人")
    at = models.DateTimeField("批准时间")
    answered_on = models.DateField("说明日期", null=True, blank=True)
    words = models.TextField("说明的情况", max_length=LENGTHS["words"], blank=True)
    entered_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )

    class Meta:
        verbose_name = verbose_name_plural = "谈话函询"
        ordering = ["subject", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject"], condition=Q(answered_on=None), name="one_explanation_is_awaited_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, words="", entered_by=None)
                | (Q(answered_on__isnull=False, entered_by__isnull=False) & ~Q(words="")),
                name="an_explanation_says_when_and_what",
            ),
            models.CheckConstraint(
                condition=Q(way="talk", letter=None) | Q(way="letter", letter__isnull=False),
                name="who_is_asked_by_letter_has_one",
            ),
        ]

    def __str__(self) -> str:
        return self.get_way_display()

    def get_absolute_url(self) -> str:
        return reverse("accountability:explanation", args=[self.pk])

    @property
    def matter(self) -> Matter:
        return self.subject.matter
