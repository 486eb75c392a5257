from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from appraisal import states
from appraisal.models.scheme import Indicator, Scheme
from bureau.matters.models import Matter, RoomRecord
from bureau.org.models import Unit


class Period(RoomRecord):
    """考核期: half a year or a year, in which the units of the published schemes are appraised. Each unit's part is an assignment: it
    learns nothing of the others before the results are published."""

    class Part(models.TextChoices):
        HALF = "half", "上半年"
        YEAR = "year", "全年"

    LENGTHS = {"note": 1000}

    state = models.CharField("状态", max_length=12, choices=states.CHOICES, default=states.DRAFT)
    year = models.PositiveSmallIntegerField("年度")
    part = models.CharField("考核期", max_length=4, choices=Part)
    begins_on = models.DateField("起")
    ends_on = models.DateField("止")
    schemes = models.ManyToManyField(Scheme, related_name="periods", verbose_name="考核方案")
    collect_until = models.DateField("报送截止日期")
    publicised_on = models.DateField("公示开始日期", null=True, blank=True)
    publicised_until = models.DateField("公示截止日期", null=True, blank=True)  # the last day
    approved_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审定人"
    )
    published_on = models.DateField("公布日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "考核期"
        ordering = ["-year", "-part", "-matter_id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(states.STATES)), name="period_state_is_known"),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("begins_on")), name="a_period_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["year", "part"], condition=~Q(state="void"), name="a_period_once_a_year"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["publicised", "settled", "published", "archived"])
                | Q(publicised_on__isnull=False, publicised_until__gt=F("publicised_on")),
                name="what_is_publicised_says_until_when",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["published", "archived"])
                | Q(published_on__isnull=False, approved_by__isnull=False),
                name="what_is_published_was_approved",
            ),
        ]

    @property
    def words(self) -> str:
        """「2026年上半年」."""
        return f"{self.year}{'年上半年' if self.part == self.Part.HALF else '年度'}"


class Appraised(models.Model):
    """被考核单位 in a period: what it reported of itself, its score once it was reckoned, its grade once it was decided."""

    LENGTHS = {"summary": 4000, "apart": 100, "grade_reason": 500}

    class Grade(models.TextChoices):
        FIRST = "first", "一等"
        SECOND = "second", "二等"
        THIRD = "third", "三等"
        FOURTH = "fourth", "四等"

    period = models.ForeignKey(Period, models.PROTECT, related_name="appraised")
    assignment = models.OneToOneField("matters.Assignment", models.PROTECT, related_name="+")
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="+", verbose_name="考核方案")
    state = models.CharField(
        "状态", max_length=8, choices=list(states.UNIT_STATES.items()), default=states.EXPECTED
    )
    months = models.DecimalField("参加考核的月数", max_digits=4, decimal_places=1)
    apart = models.CharField("单列不排名的理由", max_length=LENGTHS["apart"], blank=True)
    tasks = models.PositiveIntegerField(
        "到期的牵头事项数", default=0
    )  # as the ledger said when it was asked last
    summary = models.TextField("自评小结", max_length=LENGTHS["summary"], blank=True)
    reported_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="自评报送人"
    )
    reported_at = models.DateTimeField("自评报送时间", null=True, blank=True)
    total = models.DecimalField("总分", max_digits=9, decimal_places=2, null=True, blank=True)
    rank = models.PositiveSmallIntegerField("名次", null=True, blank=True)
    proposed_grade = models.CharField("建议等次", max_length=6, choices=Grade, blank=True)
    grade = models.CharField("等次", max_length=6, choices=Grade, blank=True)
    grade_reason = models.CharField("定等说明", max_length=LENGTHS["grade_reason"], blank=True)
    notice = models.OneToOneField(
        "matters.Service",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="考核结果告知书",
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "被考核单位"
        ordering = ["period", "scheme__series", "assignment__unit__order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(states.UNIT_STATES)), name="appraised_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(months__gt=0, months__lte=Decimal(12)), name="a_unit_was_there_for_some_months"
            ),
            models.CheckConstraint(
                condition=Q(reported_at=None, reported_by=None)
                | Q(reported_at__isnull=False, reported_by__isnull=False),
                name="a_self_report_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(grade="") | Q(grade=F("proposed_grade")) | ~Q(grade_reason=""),
                name="another_grade_says_why",
            ),
        ]
        indexes = [models.Index(fields=["scheme", "rank"], name="appraised_by_rank")]

    def __str__(self) -> str:
        return self.unit.short

    def get_absolute_url(self) -> str:
        return reverse("appraisal:unit", args=[self.pk])

    @property
    def unit(self) -> Unit:
        return self.assignment.unit

    @property
    def matter(self) -> Matter:
        return self.period.matter

    @property
    def parent(self) -> Period:
        return self.period


class Value(models.Model):
    """What was supplied for one indicator of one unit. `data`: the inputs that the indicator's rule asks for, decimals as strings."""

    class Status(models.TextChoices):
        """Missing is not nought, and what does not apply is neither."""

        GIVEN = "given", "已填"
        NOT_APPLICABLE = "not_applicable", "不适用"
        LATE = "late", "迟报"

    WORDS_LENGTH = 1000

    appraised = models.ForeignKey(Appraised, models.CASCADE, related_name="values")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    status = models.CharField("情况", max_length=14, choices=Status, default=Status.GIVEN)
    data = models.JSONField("数值", default=dict)
    words = models.TextField("完成情况", max_length=WORDS_LENGTH, blank=True)
    self_score = models.DecimalField("自评分", max_digits=7, decimal_places=2, null=True, blank=True)
    by = models.ForeignKey("org.Person", models.PROTECT, null=True, related_name="+", verbose_name="填报人")
    at = models.DateTimeField("填报时间")
    former = models.JSONField(
        "公布时的数值", default=dict
    )  # mended since: what the published result was reckoned from
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "指标数值"
        constraints = [
            models.UniqueConstraint(fields=["appraised", "indicator"], name="a_value_once_per_cell"),
        ]

    def __str__(self) -> str:
        return f"{self.appraised} {self.indicator}"


class Evidence(models.Model):
    """佐证 of one value: a file that came when the value was filled in; it is read by whoever reads that line."""

    value = models.ForeignKey(Value, models.CASCADE, related_name="evidence")
    attachment = models.OneToOneField("matters.Attachment", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "指标佐证"
        ordering = ["value", "pk"]

    def __str__(self) -> str:
        return str(self.attachment)
