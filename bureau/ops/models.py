"""What the machine notes about itself: its backups, its checks of the timeline, its workers."""

from django.db import models


class Backup(models.Model):
    """备份: one run of `manage.py backup` or of the nightly one, whole or not."""

    at = models.DateTimeField("时间")
    name = models.CharField("文件", max_length=200, blank=True)
    size = models.PositiveBigIntegerField("字节数", default=0)
    seconds = models.FloatField("用时（秒）", default=0)
    files = models.PositiveIntegerField("附件数", default=0)
    digest = models.CharField("SHA-256", max_length=64, blank=True)  # of the whole archive
    trouble = models.CharField("问题", max_length=1000, blank=True)  # empty: whole

    class Meta:
        verbose_name = verbose_name_plural = "备份"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(digest="") | ~models.Q(trouble=""),
                name="a_backup_has_an_archive_or_trouble",
            )
        ]

    def __str__(self):
        return self.name or self.trouble


class ChainCheck(models.Model):
    """核对动态: one walk over all timelines, slice by slice; `upto` is the last matter that was walked."""

    started_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)
    upto = models.BigIntegerField(default=0)
    matters = models.PositiveIntegerField("事项", default=0)
    lines = models.PositiveIntegerField("动态", default=0)
    broken = models.JSONField("不完整", default=list)  # keys of the matters whose timeline is not whole
    register = models.JSONField("登记簿", default=list)  # what is wrong with the set of matters, in words

    class Meta:
        verbose_name = verbose_name_plural = "核对动态"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ended_at"],
                condition=models.Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="one_walk_at_a_time",
            )
        ]

    def __str__(self):
        return f"{self.started_at:%Y-%m-%d}"


class Worker(models.Model):
    """后台进程: a Celery worker that says every half minute that it lives."""

    name = models.CharField("名称", max_length=120, primary_key=True)
    seen_at = models.DateTimeField("上次应答")

    class Meta:
        verbose_name = verbose_name_plural = "后台进程"
        ordering = ["name"]

    def __str__(self):
        return self.name
