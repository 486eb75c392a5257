from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse

from bureau.files.leaves import SHOWN

if TYPE_CHECKING:
    from bureau.matters.models.matter import Matter


class InnerTaskQuerySet(models.QuerySet):
    def standing(self) -> InnerTaskQuerySet:
        """Those that were not taken back."""
        return self.exclude(state=InnerTask.State.WITHDRAWN)


class InnerTask(models.Model):
    """内部任务: what a unit handed to one of its own people: some of its part (分解), or the whole of it (转办). Its words and files
    are the unit's own; until when it is owed, its duty says."""

    class State(models.TextChoices):
        OPEN = "open", "办理中"
        REPORTED = "reported", "已报告"
        WITHDRAWN = "withdrawn", "已撤回"

    LENGTHS = {"text": 500, "report": 2000, "remark": 500}

    actions: list[dict]  # on a page: what its reader may do
    duty = models.OneToOneField(
        "matters.Duty", models.PROTECT, null=True, blank=True, related_name="task", verbose_name="待办"
    )  # the one that was opened last
    assignment = models.ForeignKey("matters.Assignment", models.PROTECT, related_name="tasks")
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="承办人")
    whole = models.BooleanField("转办", default=False)
    text = models.TextField("任务", max_length=LENGTHS["text"], blank=True)
    due = models.DateField("完成日期")
    state = models.CharField("状态", max_length=10, choices=State, default=State.OPEN)
    given_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="交办人")
    given_at = models.DateTimeField("交办时间")
    report = models.TextField("办理情况", max_length=LENGTHS["report"], blank=True)
    reported_at = models.DateTimeField("报告时间", null=True, blank=True)
    remark = models.CharField("退回意见", max_length=LENGTHS["remark"], blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = InnerTaskQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "内部任务"
        ordering = ["due", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "person"], condition=Q(state="open"), name="one_open_task_per_person"
            ),
            models.CheckConstraint(
                condition=~Q(state="reported") | (~Q(report="") & Q(reported_at__isnull=False)),
                name="what_is_reported_says_what",
            ),
            models.CheckConstraint(
                condition=Q(whole=True) | ~Q(text=""), name="a_share_of_a_part_says_which"
            ),
        ]

    def __str__(self) -> str:
        return self.text or "全部任务"

    @property
    def matter(self) -> Matter:
        return self.assignment.matter


class InnerFile(models.Model):
    """内部附件: a file that came with the report of an inner task, seen by its unit alone."""

    task = models.ForeignKey(InnerTask, models.PROTECT, related_name="files")
    name = models.CharField("文件名", max_length=200)
    kind = models.CharField("格式", max_length=8)
    size = models.PositiveIntegerField("字节数")
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "内部附件"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("matters:inner_file", args=[self.pk])

    @property
    def look(self) -> str:
        """Where its pages can be looked at; empty for kinds that must be downloaded."""
        return reverse("matters:inner_look", args=[self.pk]) if self.kind in SHOWN else ""
