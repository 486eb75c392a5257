from django.db import models

from bureau.matters.access.querysets import EntryQuerySet


class Audience(models.TextChoices):
    """Who of those that see the matter reads this line."""

    ALL = "all", "全部"
    UNIT = "unit", "承办单位与督查局"  # the assignment's unit, the lead, the desk, the leaders
    ABOVE = "above", "督查局与县领导"
    DESK = "desk", "督查局内部"


class Entry(models.Model):
    """动态: one line of the timeline. Never changed, never deleted; the database refuses both."""

    matter = models.ForeignKey(
        "matters.Matter", models.PROTECT, related_name="entries", db_index=False
    )  # one_line_per_place begins with it
    assignment = models.ForeignKey(
        "matters.Assignment", models.PROTECT, null=True, blank=True, related_name="entries"
    )
    seq = models.PositiveIntegerField("序号")
    actor = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )  # entry_by_actor begins with it
    actor_words = models.CharField("经手人", max_length=200)  # frozen: a later change of post alters nothing
    step = models.CharField("步骤", max_length=60)
    sentence = models.TextField("动态")
    facts = models.JSONField("要素", default=dict)
    audience = models.CharField("可见范围", max_length=8, choices=Audience, default=Audience.ALL)
    at = models.DateTimeField("时间")
    digest = models.CharField("链码", max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "动态"
        ordering = ["-seq"]
        constraints = [models.UniqueConstraint(fields=["matter", "seq"], name="one_line_per_place")]
        indexes = [
            models.Index(fields=["actor", "-id"], name="entry_by_actor"),
            # Figures count steps, and read no line.
            models.Index(fields=["step", "matter"], name="entry_by_step"),
        ]

    def __str__(self) -> str:
        return self.sentence
