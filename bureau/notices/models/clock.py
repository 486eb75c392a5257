from django.db import models


class Clock(models.Model):
    """时钟: whether the sweep may tell, and how its last round went. One row.

    Not armed, it only counts what it would tell and waits for an administrator: so a database that is old or
    was restored does not send last year's reminders. `cluster` is the server it was armed on.
    """

    armed = models.BooleanField("已启用", default=False)
    doubt = models.CharField("停用原因", max_length=100, blank=True)
    armed_by = models.ForeignKey("org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    armed_at = models.DateTimeField("启用时间", null=True, blank=True)
    cluster = models.CharField("数据库标识", max_length=60, blank=True)
    swept_at = models.DateTimeField("上次巡查", null=True, blank=True)
    seconds = models.FloatField("用时（秒）", null=True, blank=True)
    told = models.PositiveIntegerField("告知", default=0)  # notices of the last round, or of the dry run
    people = models.PositiveIntegerField("人数", default=0)
    failures = models.JSONField("未能告知", default=list)  # sentences, one per holder that could not be told

    class Meta:
        verbose_name = verbose_name_plural = "时钟"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_clock")]

    def __str__(self):
        return "时钟"
