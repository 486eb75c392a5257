from django.db import models
from django.urls import reverse


class Intake(models.Model):
    """导入: a file that was read and not yet committed, with what the clerk has mended so far."""

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="+", verbose_name="导入人")
    at = models.DateTimeField("上传时间", auto_now_add=True)
    file_name = models.CharField("文件名", max_length=200)
    file_kind = models.CharField(max_length=8)
    file_size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    head = models.JSONField("来源")  # kind, title, number, date, organ
    rows = models.JSONField("事项", default=list)  # see directives/rows.py
    passages = models.JSONField("原文", default=list)  # see directives/passages.py
    undo = models.JSONField("撤销", default=list)  # see directives/undoing.py, the newest last
    sentence = models.CharField("没有读出时", max_length=300, blank=True)
    source = models.OneToOneField(
        "directives.Source", models.PROTECT, null=True, blank=True, related_name="+"
    )  # set once committed
    version = models.PositiveIntegerField(default=1)
    discarded_at = models.DateTimeField("放弃时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "导入"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("directives:intake", args=[self.pk])
