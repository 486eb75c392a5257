from django.db import models

from bureau.matters.access.querysets import RecordQuerySet
from tests.toys import states


class Walk(models.Model):
    """巡河: one river, walked by one unit."""

    matter = models.OneToOneField("matters.Matter", models.PROTECT, primary_key=True, related_name="+")
    state = models.CharField("状态", max_length=10, choices=states.CHOICES, default=states.FRESH)
    objects = RecordQuerySet.as_manager()

    class Meta:
        app_label = "toys"
        verbose_name = "巡河"

    def __str__(self):
        return str(self.matter)

    def get_absolute_url(self):
        return self.matter.get_absolute_url()

    @property
    def lead(self):
        return next((part for part in self.matter.assignments.all() if part.is_lead), None)

    @property
    def co(self):
        return []
