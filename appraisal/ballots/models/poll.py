from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from appraisal.ballots import states
from appraisal.ballots.terms import Option, Terms
from appraisal.models import Period
from bureau.matters.models import Matter

LEAST = 5  # valid ballots, below which nothing is told (issue: secrecy of few voters)


class Poll(models.Model):
    """测评 in an appraisal period: who is voted on by which groups, between which days, and by which rule a ballot does not count."""

    LENGTHS = {"title": 60}

    period = models.ForeignKey(Period, models.PROTECT, related_name="polls", verbose_name="考核期")
    title = models.CharField("名称", max_length=LENGTHS["title"])
    state = models.CharField("状态", max_length=8, choices=list(states.STATES.items()), default=states.DRAFT)
    officer = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="经办人")
    opens_on = models.DateField("开始日期")
    closes_on = models.DateField("截止日期")  # the last day
    options = models.JSONField("选项", default=list)  # [{"name", "value"}], the best first
    least = models.PositiveSmallIntegerField("有效票不少于", default=LEAST)
    high_from = models.DecimalField("高分从", max_digits=5, decimal_places=2, default=Decimal(90))
    high_most = models.PositiveSmallIntegerField("高分最多几个", null=True, blank=True)
    low_below = models.DecimalField("低分不到", max_digits=5, decimal_places=2, default=Decimal(70))
    low_least = models.PositiveSmallIntegerField("低分至少几个", null=True, blank=True)
    refuse_equal = models.BooleanField("全部选同一项的无效", default=False)
    refuse_full = models.BooleanField("全部选最高项的无效", default=False)
    closed_by = models.ForeignKey("org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_by = models.ForeignKey("org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    result = models.JSONField("计票结果", null=True, blank=True)  # as it was confirmed, by groups' keys
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "测评"
        ordering = ["period", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(states.STATES)), name="poll_state_is_known"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="a_poll_closes_after_it_opens"
            ),
            models.CheckConstraint(condition=Q(least__gte=LEAST), name="few_ballots_are_never_told"),
            models.UniqueConstraint(
                fields=["period", "title"], condition=~Q(state="void"), name="a_poll_once_per_period"
            ),
            models.CheckConstraint(
                condition=~Q(state="counted") | Q(confirmed_by__isnull=False, result__isnull=False),
                name="a_counted_poll_was_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("closed_by")),
                name="who_closes_a_poll_does_not_confirm_its_count",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("ballots:page", args=[self.pk])

    @property
    def matter(self) -> Matter:
        return self.period.matter

    @property
    def parent(self) -> Period:
        return self.period

    @property
    def tone(self) -> str:
        return states.TONES[self.state]

    @property
    def is_running(self) -> bool:
        """Whether ballots are taken today."""
        return self.state == states.OPEN and self.opens_on <= timezone.localdate() <= self.closes_on

    @property
    def terms(self) -> Terms:
        limits: Any = {name: getattr(self, name) for name in LIMITS}
        options = (Option(one["name"], Decimal(one["value"])) for one in self.options)
        return Terms(tuple(options), **limits)


LIMITS = ("high_from", "high_most", "low_below", "low_least", "refuse_equal", "refuse_full")


class Subject(models.Model):
    """被测评对象: a row of the ballot. `label` is what voters read, a unit or a unit's post; never a name."""

    class Kind(models.TextChoices):
        TEAM = "team", "领导班子"
        UNIT = "unit", "单位"
        CADRE = "cadre", "领导干部"

    LABEL_LENGTH = 120

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="subjects")
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField("对象", max_length=6, choices=Kind)
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", verbose_name="单位")
    position = models.ForeignKey(
        "org.Position", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="任职"
    )
    label = models.CharField("被测评对象", max_length=LABEL_LENGTH)

    class Meta:
        verbose_name = verbose_name_plural = "被测评对象"
        ordering = ["poll", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "ordinal"], name="a_row_of_a_ballot_once"),
            models.UniqueConstraint(fields=["poll", "label"], name="rows_of_a_ballot_are_told_apart"),
            models.CheckConstraint(
                condition=Q(kind="cadre", position__isnull=False)
                | Q(~Q(kind="cadre"), position__isnull=True),
                name="a_cadre_on_a_ballot_is_a_position",
            ),
        ]

    def __str__(self) -> str:
        return self.label
