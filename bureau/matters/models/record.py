from django.db import models

from bureau.matters.access.querysets import RecordQuerySet
from bureau.matters.models.assignment import Assignment


class RoomRecord(models.Model):
    """What hangs on a matter's cover in its room, one to one."""

    matter = models.OneToOneField("matters.Matter", models.PROTECT, primary_key=True, related_name="+")

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.matter)

    def get_absolute_url(self) -> str:
        return self.matter.get_absolute_url()

    @property
    def lead(self) -> Assignment | None:
        """The lead's assignment; reads what was prefetched."""
        return next((part for part in self.matter.assignments.all() if part.is_lead), None)

    @property
    def co(self) -> list:
        """Co-units; who was released stays on the matter's page and its timeline alone."""
        return [part for part in self.matter.assignments.all() if part.helps]
