from django.db import models
from django.db.models import Q
from django.urls import reverse

from directives.models.source import Source


class Sitting(models.Model):
    """列席会议: a meeting that the bureau attends, what it noted of it, and the minutes that are to come."""

    class Kind(models.TextChoices):
        """The values are those of the minutes (`Source.Kind`)."""

        STANDING_COMMITTEE = "standing_committee", "县委常委会会议"
        EXECUTIVE = "executive", "县人民政府常务会议"
        OFFICE = "office", "县长办公会议"
        SPECIAL_MEETING = "special_meeting", "专题会议"

    LENGTHS = {"name": 60, "agenda": 2000, "no_minutes": 500}

    kind = models.CharField("会议", max_length=20, choices=Kind)
    name = models.CharField("届次", max_length=LENGTHS["name"], blank=True)
    held_on = models.DateField("日期")
    attendees = models.ManyToManyField("org.Person", related_name="+", verbose_name="列席人员")
    agenda = models.TextField("议题", max_length=LENGTHS["agenda"])
    minutes_by = models.DateField("纪要应到日期")
    minutes = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="sittings", verbose_name="会议纪要"
    )
    no_minutes = models.CharField("不出纪要的原因", max_length=LENGTHS["no_minutes"], blank=True)
    registered_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    registered_at = models.DateTimeField("登记时间")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "列席会议"
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(no_minutes=""), name="minutes_came_or_none_will"
            ),
            models.CheckConstraint(
                condition=Q(minutes_by__gte=models.F("held_on")), name="minutes_follow_their_meeting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}{self.name or f'（{self.held_on:%Y-%m-%d}）'}"

    def get_absolute_url(self) -> str:
        return reverse("directives:sitting", args=[self.pk])

    @property
    def waits(self) -> bool:
        """Whether its minutes are still to come."""
        return self.minutes_id is None and not self.no_minutes


class Expected(models.Model):
    """预计议定事项: what was noted at a meeting, until it is found among what was registered, or left out for a reason."""

    LENGTHS = {"words": 500, "left_out": 500}

    readable: bool  # on a page: whether its reader sees the directive
    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="expected")
    ordinal = models.PositiveSmallIntegerField("序号")
    words = models.CharField("预计议定事项", max_length=LENGTHS["words"])
    directive = models.ForeignKey(
        "directives.Directive",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="督查事项",
    )
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来源"
    )
    left_out = models.CharField("不登记的理由", max_length=LENGTHS["left_out"], blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "预计议定事项"
        ordering = ["sitting", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "ordinal"], name="one_ordinal_per_sitting"),
            models.CheckConstraint(
                condition=Q(directive=None, source=None)
                | Q(directive=None, left_out="")
                | Q(source=None, left_out=""),
                name="what_was_expected_is_found_once",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_open(self) -> bool:
        return not (self.directive_id or self.source_id or self.left_out)


# Of a meeting: what was noted and is not found yet.
UNREGISTERED = Q(
    expected__isnull=False, expected__directive=None, expected__source=None, expected__left_out=""
)
