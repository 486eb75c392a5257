from django.db import models
from django.db.models import Q


class Mailing(models.Model):
    """分发名单: leaders, units and the words behind 报、送、发, kept under a name for the next bulletin."""

    name = models.CharField("名称", max_length=60, unique=True)
    readers = models.ManyToManyField("org.Person", blank=True, related_name="+", verbose_name="送阅领导")
    units = models.ManyToManyField("org.Unit", blank=True, related_name="+", verbose_name="送达单位")
    report_to = models.TextField("报", max_length=1_000, blank=True)
    send_to = models.TextField("送", max_length=1_000, blank=True)
    issue_to = models.TextField("发", max_length=1_000, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "分发名单"
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="a_mailing_has_a_name")]

    def __str__(self):
        return self.name
