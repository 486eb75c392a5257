from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from bureau.org.models import Person

UNENDED = ("waiting", "running")
LONGEST_URL = 300


def fitting(url: str) -> str:
    """An address as a job can keep it: a longer one without its query."""
    return url if len(url) <= LONGEST_URL else url.partition("?")[0][:LONGEST_URL]


class JobQuerySet(models.QuerySet):
    def of(self, person: Person) -> Self:
        """What this person asked for: nobody else sees it."""
        return self.filter(person=person.pk)

    def unended(self) -> Self:
        return self.filter(state__in=UNENDED)


class Job(models.Model):
    """后台办理: work too long for a click — an import, an export, a paper, a recount — done by the worker.

    The row is the truth and the bell only wakes a worker. Whoever holds the row's advisory lock is doing it;
    a worker that dies lets go of the lock, and the next sweep has the job done by another.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "排队中"
        RUNNING = "running", "办理中"
        DONE = "done", "已完成"
        FAILED = "failed", "未完成"

    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="提交人")
    kind = models.CharField("类别", max_length=40)
    words = models.CharField("内容", max_length=120)  # 「导出决策督查台账」
    facts = models.JSONField("要素", default=dict)
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField("已办", default=0)
    total = models.PositiveIntegerField("总数", null=True, blank=True)
    tries = models.PositiveSmallIntegerField("次数", default=0)
    outcome = models.CharField("结果", max_length=1000, blank=True)  # a sentence for the person
    url = models.CharField(
        "去向", max_length=LONGEST_URL, blank=True
    )  # where the person goes on from, or back to
    name = models.CharField("文件名", max_length=200, blank=True)
    size = models.PositiveIntegerField("字节数", null=True, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    queued_at = models.DateTimeField("提交时间", auto_now_add=True)
    started_at = models.DateTimeField("开始时间", null=True, blank=True)
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)
    seen_at = models.DateTimeField("看过时间", null=True, blank=True)  # when the person read how it ended

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "后台办理"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=UNENDED, ended_at__isnull=True)
                | (Q(state__in=["done", "failed"], ended_at__isnull=False) & ~Q(outcome="")),
                name="an_ended_job_says_how",
            )
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(state__in=UNENDED), name="job_to_be_done"),
            models.Index(fields=["person", "-id"], name="job_by_person"),
        ]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return reverse("jobs:page", args=[self.pk])

    @property
    def has_ended(self) -> bool:
        return self.state not in UNENDED
