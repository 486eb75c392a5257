from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from appraisal.cadres import states
from appraisal.models import Appraised, Deliberation, Period
from bureau.matters.models import Matter
from bureau.org.models import Part


class Review(models.Model):
    """干部考核 of a period: the cadres who led its units, from their values to the approved grades."""

    PAPER_LENGTH = 60

    period = models.OneToOneField(Period, models.PROTECT, related_name="review", verbose_name="考核期")
    state = models.CharField(
        "状态", max_length=8, choices=list(states.REVIEW_STATES.items()), default=states.ENTERING
    )
    approved_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审定人"
    )
    approved_on = models.DateField("审定日期", null=True, blank=True)
    paper = models.CharField("审定依据", max_length=PAPER_LENGTH, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "干部考核"
        ordering = ["-period__year", "-period__part", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(states.REVIEW_STATES)), name="review_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=states.DECIDED)
                | (Q(approved_by__isnull=False, approved_on__isnull=False) & ~Q(paper="")),
                name="what_was_decided_of_cadres_was_approved",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period.words}干部考核"

    def get_absolute_url(self) -> str:
        return reverse("merits:review", args=[self.period_id])

    @property
    def matter(self) -> Matter:
        return self.period.matter

    @property
    def parent(self) -> Period:
        return self.period

    @property
    def tone(self) -> str:
        return states.REVIEW_TONES[self.state]


class Merit(models.Model):
    """One cadre in a review: what was entered of them, the score with its arithmetic, the grade. Named by unit and post alone."""

    LENGTHS = {"apart": 200, "grade_why": 300, "grade_reason": 500}

    review = models.ForeignKey(Review, models.PROTECT, related_name="merits")
    cadre = models.ForeignKey("org.Cadre", models.PROTECT, related_name="+", verbose_name="干部")
    position = models.ForeignKey("org.Position", models.PROTECT, related_name="+", verbose_name="职务")
    months = models.PositiveSmallIntegerField("任职月数")
    apart = models.CharField("不定等次的理由", max_length=LENGTHS["apart"], blank=True)
    vote = models.DecimalField("民主测评", max_digits=5, decimal_places=2, null=True, blank=True)
    leaders = models.DecimalField("领导评价", max_digits=5, decimal_places=2, null=True, blank=True)
    charge = models.DecimalField("分管工作", max_digits=5, decimal_places=2, null=True, blank=True)
    score = models.DecimalField("得分", max_digits=5, decimal_places=2, null=True, blank=True)
    inputs = models.TextField("输入", blank=True)  # the document that the engine read, canonical JSON
    outputs = models.TextField("结果", blank=True)  # what it made of it, canonical JSON
    caps = models.JSONField("不得评为一等的情形", default=list)  # a sentence each
    grade_why = models.CharField("建议等次的依据", max_length=LENGTHS["grade_why"], blank=True)
    proposed_grade = models.CharField("建议等次", max_length=6, choices=Appraised.Grade, blank=True)
    grade = models.CharField("等次", max_length=6, choices=Appraised.Grade, blank=True)
    grade_reason = models.CharField("定等说明", max_length=LENGTHS["grade_reason"], blank=True)
    notice = models.OneToOneField(
        "matters.Service",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="个人结果通知书",
    )
    told = models.CharField("已通知的结果", max_length=20, blank=True)  # score and grade as they were served

    class Meta:
        verbose_name = verbose_name_plural = "干部考核结果"
        ordering = ["review", "position__unit__order", "position__unit", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "cadre"], name="a_cadre_once_per_review"),
            models.CheckConstraint(
                condition=Q(grade="") | Q(grade=F("proposed_grade")) | ~Q(grade_reason=""),
                name="another_grade_of_a_cadre_says_why",
            ),
            models.CheckConstraint(
                condition=Q(apart="") | Q(grade="", score=None), name="who_stands_apart_has_no_grade"
            ),
        ]
        indexes = [models.Index(fields=["review", "grade"], name="merit_by_grade")]

    def __str__(self) -> str:
        return str(self.position)

    def get_absolute_url(self) -> str:
        return reverse("merits:merit", args=[self.pk])

    @property
    def matter(self) -> Matter:
        return self.review.matter


class Stint(models.Model):
    """One post of the cadre in the period: whose unit's score counts, in which place of the team, for how many months."""

    merit = models.ForeignKey(Merit, models.CASCADE, related_name="stints")
    position = models.ForeignKey("org.Position", models.PROTECT, related_name="+", verbose_name="职务")
    appraised = models.ForeignKey(Appraised, models.PROTECT, related_name="+", verbose_name="被考核单位")
    part = models.CharField("班子位置", max_length=10, choices=Part)
    months = models.PositiveSmallIntegerField("任职月数")

    class Meta:
        verbose_name = verbose_name_plural = "任职段"
        ordering = ["merit", "position__since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["merit", "position"], name="a_post_once_per_merit"),
            models.CheckConstraint(condition=Q(months__gt=0), name="a_post_was_held_for_some_months"),
        ]

    def __str__(self) -> str:
        return f"{self.position}（{self.get_part_display()}，{self.months}个月）"


class Council(Deliberation):
    """集体研究 of the grades of cadres."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="councils")

    class Meta:
        verbose_name = verbose_name_plural = "干部等次集体研究"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(ayes__gt=F("noes")), name="a_council_agreed")]

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d}集体研究"
