from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from accountability import states
from accountability.models.case import Case
from accountability.models.kinds import Fault, Organ, Responsibility
from accountability.models.measure import Measure
from bureau.matters.models import Matter
from bureau.org.models import Position, Rank, Unit

if TYPE_CHECKING:
    from accountability.models.explanation import Explanation


class Subject(models.Model):
    """问责对象: a unit, or a person by the position that they held then; each with findings, measures, service, plea, appeal and
    effect period of their own."""

    LENGTHS = {"findings": 4000, "outcome": 1000, "improvement": 1000, "double_reason": 500}

    actions: list[dict]  # on a page: what its reader may do
    tone: str
    explanations: models.QuerySet[Explanation]
    case = models.ForeignKey(Case, models.PROTECT, related_name="subjects")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", verbose_name="单位")
    position = models.ForeignKey(
        "org.Position", models.PROTECT, null=True, blank=True, related_name="subjects", verbose_name="职务"
    )  # empty: the unit itself
    state = models.CharField(
        "状态", max_length=12, choices=list(states.SUBJECT_STATES.items()), default=states.INVOLVED
    )
    since = models.DateField("登记为对象的日期", default=timezone.localdate)
    fault = models.CharField("问题类别", max_length=10, choices=Fault)
    findings = models.TextField("认定的事实和责任", max_length=LENGTHS["findings"], blank=True)
    responsibility = models.CharField("责任", max_length=10, choices=Responsibility, blank=True)
    notice = models.OneToOneField(
        "matters.Service", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="告知书"
    )
    waived = models.BooleanField("书面放弃申辩", default=False)
    basis = models.CharField("决定依据", max_length=20, blank=True)  # the key of `accountability.bases.Basis`
    double_reason = models.CharField("并用的理由", max_length=LENGTHS["double_reason"], blank=True)
    organ = models.CharField("决定机关", max_length=14, choices=Organ, blank=True)
    recommendation = models.CharField("问责建议书文号", max_length=40, blank=True)
    decision_number = models.CharField("决定文号", max_length=60, blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    decided_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签发人"
    )
    decision = models.OneToOneField(
        "matters.Service", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定书"
    )
    effect_from = models.DateField("影响期开始", null=True, blank=True)
    effect_until = models.DateField("影响期最后一日", null=True, blank=True)
    improvement = models.TextField("改正情况", max_length=LENGTHS["improvement"], blank=True)
    lifting = models.OneToOneField(
        "matters.Service", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="解除通知"
    )
    lifted_on = models.DateField("解除日期", null=True, blank=True)
    outcome = models.CharField("处理结果", max_length=LENGTHS["outcome"], blank=True)
    let_go_on = models.DateField("不予问责、撤销等的日期", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "问责对象"
        ordering = ["case", F("position").asc(nulls_first=True), "unit__order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(states.SUBJECT_STATES)), name="subject_state_is_known"
            ),
            models.UniqueConstraint(
                fields=["case", "unit", "position"], nulls_distinct=False, name="a_subject_once_per_case"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["involved", "not_held", "exempted", "handed", "ended"])
                | (Q(notice__isnull=False) & ~Q(findings="") & ~Q(responsibility="")),
                name="nobody_is_decided_on_unheard",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["decided", "in_effect", "lifted", "done"])
                | (Q(decided_on__isnull=False, decision__isnull=False) & ~Q(basis="") & ~Q(organ="")),
                name="a_decision_says_when_by_whom_and_why",
            ),
            models.CheckConstraint(
                condition=Q(effect_from=None, effect_until=None)
                | Q(effect_from__isnull=False, effect_until__gte=F("effect_from")),
                name="an_effect_period_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(state="lifted")
                | (Q(lifted_on__gt=F("effect_until"), lifting__isnull=False) & ~Q(improvement="")),
                name="what_is_lifted_has_run_out",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["not_held", "exempted", "handed", "ended", "revoked"])
                | ~Q(outcome=""),
                name="a_subject_that_is_not_held_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=states.LET_GO, let_go_on__isnull=False)
                | (~Q(state__in=states.LET_GO) & Q(let_go_on=None)),
                name="who_is_let_go_says_when",
            ),
        ]
        indexes = [
            models.Index(fields=["effect_until"], condition=Q(state="in_effect"), name="subject_in_effect"),
            models.Index(fields=["unit", "state"], name="subject_by_unit"),
        ]

    def __str__(self) -> str:
        """Never a name: 「县水利局」「县水利局分管副局长」."""
        return str(self.position) if self.position_id else self.unit.short

    def get_absolute_url(self) -> str:
        return reverse("accountability:subject", args=[self.pk])

    @property
    def matter(self) -> Matter:
        return self.case.matter

    @property
    def parent(self) -> Case:
        return self.case

    @property
    def is_person(self) -> bool:
        return self.position_id is not None

    @property
    def addressee(self) -> Unit | Position:
        """On whom its papers are served: the person, or the head of who carries on for the unit."""
        return self.position or self.unit.successor

    @property
    def rank_words(self) -> str:
        return Rank(self.position.rank).label if self.position else "单位"


class Sanction(models.Model):
    """A measure that is proposed to, decided on and carried out on one subject. What an appeal takes away stays as a row."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "拟采取"
        IN_FORCE = "in_force", "待执行"
        HANDED_IN = "handed_in", "已提交，待审核"
        EXECUTED = "executed", "已执行"
        REVOKED = "revoked", "已撤销"

    WORDS_LENGTH = 2000

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="sanctions")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="+", verbose_name="问责方式")
    months = models.PositiveSmallIntegerField("影响期（月）", default=0)  # as it was when it was decided
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    due_on = models.DateField("执行期限", null=True, blank=True)
    executed_on = models.DateField("执行日期", null=True, blank=True)
    words = models.TextField("执行情况", max_length=WORDS_LENGTH, blank=True)
    executed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "问责措施"
        ordering = ["subject", "measure__weight", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "measure"],
                condition=~Q(state="revoked"),
                name="a_measure_once_per_subject",
            ),
            models.CheckConstraint(
                condition=~Q(state="executed") | (Q(executed_on__isnull=False) & ~Q(words="")),
                name="what_is_executed_says_when_and_how",
            ),
        ]

    def __str__(self) -> str:
        return str(self.measure)

    @property
    def matter(self) -> Matter:
        return self.subject.matter

    @property
    def parent(self) -> Subject:
        return self.subject

    @property
    def in_force(self) -> bool:
        return self.state not in (self.State.PROPOSED, self.State.REVOKED)


class Tolerance(models.Model):
    """容错申请: conditions weighed one by one; granted, its subject is exempted, and counted apart."""

    class State(models.TextChoices):
        WAITING = "waiting", "待认定"
        GRANTED = "granted", "予以容错"
        REFUSED = "refused", "不予容错"

    LENGTHS = {"text": 4000, "reason": 2000}

    subject = models.OneToOneField(Subject, models.PROTECT, related_name="tolerance")
    text = models.TextField("申请的事实和理由", max_length=LENGTHS["text"])
    applied_on = models.DateField("申请日期")
    entered_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="登记人")
    weighed = models.JSONField("逐项认定", default=dict)  # of CONDITIONS: key → [holds, words]
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    reason = models.TextField("认定理由", max_length=LENGTHS["reason"], blank=True)
    decided_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="认定人"
    )
    decided_at = models.DateTimeField("认定时间", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "容错申请"
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting")
                | (Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(reason="")),
                name="a_weighed_tolerance_says_who_and_why",
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def matter(self) -> Matter:
        return self.subject.matter

    @property
    def parent(self) -> Subject:
        return self.subject
