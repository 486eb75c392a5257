from django.db import models
from django.db.models import Q


class Announcement(models.Model):
    """公开的决定: what was decided in a matter and a bulletin makes known. It is carried out by the issue; when it does not stand any
    more, the issue is to be corrected."""

    WHY_LENGTH = 300

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="announcements")
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", verbose_name="事项")
    decided = models.PositiveBigIntegerField("决定")  # which one, by the room's own key
    recalled_at = models.DateTimeField("撤销、变更时间", null=True, blank=True)
    why = models.CharField("撤销、变更的情况", max_length=WHY_LENGTH, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "公开的决定"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bulletin", "matter", "decided"], name="a_bulletin_makes_it_known_once"
            ),
            models.CheckConstraint(
                condition=Q(recalled_at=None, why="") | (Q(recalled_at__isnull=False) & ~Q(why="")),
                name="what_is_recalled_says_why",
            ),
        ]
        indexes = [models.Index(fields=["matter", "decided"], name="announced_of_a_matter")]

    def __str__(self):
        return f"{self.bulletin}公开的决定"
