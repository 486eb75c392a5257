from django.db import models
from django.db.models import F, Q

from accountability import states
from accountability.models.kinds import Fault, Opinion, Source
from bureau.matters.models import RoomRecord


class Case(RoomRecord):
    """问责案件, from the clue on. Everything in it is sealed; no text of it names a person (`accountability.unnamed`)."""

    LENGTHS = {
        "source_words": 200,
        "summary": 2000,
        "happened": 60,
        "materials": 1000,
        "repeat_reason": 500,
        "check_plan": 1000,
        "check_findings": 4000,
        "check_unproved": 2000,
        "check_responsibility": 1000,
        "check_tolerance": 1000,
        "basis": 500,
        "report_facts": 8000,
        "report_breach": 2000,
        "report_aggravating": 1000,
        "report_mitigating": 1000,
        "report_opinion": 2000,
        "outcome": 1000,
    }

    kept_out: frozenset[int] | None = None  # on a page: keys of who keeps out of it
    state = models.CharField("状态", max_length=14, choices=states.CHOICES, default=states.CLUE)
    # 线索
    source = models.CharField("线索来源", max_length=14, choices=Source)
    source_words = models.CharField("来源说明", max_length=LENGTHS["source_words"], blank=True)
    received_on = models.DateField("收到日期")
    fault = models.CharField("问题类别", max_length=10, choices=Fault)
    summary = models.TextField("问题摘要", max_length=LENGTHS["summary"])
    happened = models.CharField("发生时间", max_length=LENGTHS["happened"], blank=True)
    materials = models.TextField("已掌握材料", max_length=LENGTHS["materials"], blank=True)
    repeat_reason = models.CharField(
        "同一事实仍须办理的理由", max_length=LENGTHS["repeat_reason"], blank=True
    )
    # 初核
    checkers = models.ManyToManyField("org.Person", related_name="+", blank=True, verbose_name="初核人员")
    check_plan = models.TextField("初核方案", max_length=LENGTHS["check_plan"], blank=True)
    check_findings = models.TextField("查明的事实", max_length=LENGTHS["check_findings"], blank=True)
    check_unproved = models.TextField("未能查实的", max_length=LENGTHS["check_unproved"], blank=True)
    check_responsibility = models.TextField(
        "责任划分意见", max_length=LENGTHS["check_responsibility"], blank=True
    )
    check_tolerance = models.TextField("容错情形", max_length=LENGTHS["check_tolerance"], blank=True)
    check_opinion = models.CharField("处理建议", max_length=10, choices=Opinion, blank=True)
    checked_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="初核报告人"
    )
    # 立案
    basis = models.CharField("立案依据", max_length=LENGTHS["basis"], blank=True)
    proposed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提请立案人"
    )
    approved_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="立案审批人"
    )
    filed_at = models.DateTimeField("立案时间", null=True, blank=True)
    investigators = models.ManyToManyField(
        "org.Person", related_name="+", blank=True, verbose_name="调查人员"
    )
    extended = models.BooleanField("调查期限已延长", default=False)
    # 调查报告
    report_facts = models.TextField("认定的事实", max_length=LENGTHS["report_facts"], blank=True)
    report_breach = models.TextField("违反的规定", max_length=LENGTHS["report_breach"], blank=True)
    report_aggravating = models.TextField("从重情形", max_length=LENGTHS["report_aggravating"], blank=True)
    report_mitigating = models.TextField("从轻情形", max_length=LENGTHS["report_mitigating"], blank=True)
    report_opinion = models.TextField("处理意见", max_length=LENGTHS["report_opinion"], blank=True)
    reported_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="调查报告人"
    )
    # 结果
    outcome = models.CharField("处理结果", max_length=LENGTHS["outcome"], blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "问责案件"
        ordering = ["-matter_id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(states.STATES)), name="case_state_is_known"),
            models.CheckConstraint(condition=~Q(summary=""), name="a_clue_says_what_happened"),
            models.CheckConstraint(
                condition=~Q(state__in=list(states.FILED))
                | (Q(filed_at__isnull=False, approved_by__isnull=False) & ~Q(basis="")),
                name="a_case_was_filed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")),
                name="who_proposes_does_not_approve",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["transferred", "referred", "cleared", "dismissed"]) | ~Q(outcome=""),
                name="what_ends_without_a_decision_says_why",
            ),
        ]
        indexes = [models.Index(fields=["fault", "-matter"], name="case_by_fault")]
