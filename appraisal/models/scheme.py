from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse

from appraisal import states


class Scheme(models.Model):
    """考核方案: what one series of units is appraised by in one year. Versioned: what was published is never changed, a later version
    says why and counts for what begins after it (rooms §17.2: no criteria in mid-year without notice and reason)."""

    LENGTHS = {"series": 30, "title": 100, "why": 1000, "basis": 200}

    year = models.PositiveSmallIntegerField("年度")
    series = models.CharField("考核序列", max_length=LENGTHS["series"])
    number = models.PositiveSmallIntegerField("版本", default=1)
    state = models.CharField(
        "状态", max_length=10, choices=list(states.SCHEME_STATES.items()), default=states.DRAFT
    )
    title = models.CharField("名称", max_length=LENGTHS["title"])
    basis = models.CharField("制定依据", max_length=LENGTHS["basis"], blank=True)
    full = models.DecimalField("满分", max_digits=7, decimal_places=2, default=Decimal(100))
    half_share = models.DecimalField("半年考核占比（%）", max_digits=5, decimal_places=2, default=Decimal(40))
    bonus_cap = models.DecimalField("加分上限", max_digits=6, decimal_places=2, default=Decimal(5))
    deduction_cap = models.DecimalField("减分上限", max_digits=6, decimal_places=2, default=Decimal(15))
    doubled_below = models.PositiveSmallIntegerField(
        "少于几项任务的单位减分加倍", default=0, help_text="0 为不加倍。"
    )
    late_deducts = models.DecimalField(
        "迟报一项扣", max_digits=5, decimal_places=2, default=Decimal(0), help_text="0 为不扣。"
    )
    first_at = models.DecimalField("一等起点分", max_digits=6, decimal_places=2, default=Decimal(90))
    second_at = models.DecimalField("二等起点分", max_digits=6, decimal_places=2, default=Decimal(80))
    third_at = models.DecimalField("三等起点分", max_digits=6, decimal_places=2, default=Decimal(60))
    first_share = models.DecimalField(
        "一等比例上限（%）", max_digits=5, decimal_places=2, default=Decimal(20)
    )
    outstanding_share = models.DecimalField(
        "一等单位的干部一等比例上限（%）", max_digits=5, decimal_places=2, default=Decimal(25)
    )
    why = models.TextField("修订理由", max_length=LENGTHS["why"], blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name="所修订的版本"
    )
    drafted_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="拟定人")
    edited_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="最后修改人"
    )
    proposed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提请人"
    )
    approved_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审定人"
    )
    approved_at = models.DateTimeField("审定时间", null=True, blank=True)
    document_number = models.CharField("印发文号", max_length=40, blank=True)
    published_at = models.DateTimeField("公布时间", null=True, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)  # of the document as it was published
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "考核方案"
        ordering = ["-year", "series", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["year", "series", "number"], name="a_scheme_version_once"),
            models.UniqueConstraint(
                fields=["year", "series"],
                condition=Q(state="in_force"),
                name="one_scheme_in_force_per_series",
            ),
            models.CheckConstraint(
                condition=Q(state__in=list(states.SCHEME_STATES)), name="scheme_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "in_force", "replaced"])
                | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="a_scheme_in_force_was_approved",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=models.F("drafted_by")),
                name="who_drafts_a_scheme_does_not_approve_it",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=models.F("proposed_by")),
                name="who_puts_a_scheme_up_does_not_approve_it",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["in_force", "replaced"])
                | (Q(published_at__isnull=False) & ~Q(document_number="") & ~Q(sha256="")),
                name="a_published_scheme_has_its_document",
            ),
            models.CheckConstraint(condition=Q(number=1) | ~Q(why=""), name="a_revision_says_why"),
            models.CheckConstraint(
                condition=Q(half_share__gte=0, half_share__lte=100), name="half_a_year_counts_in_percent"
            ),
            models.CheckConstraint(
                condition=Q(first_at__gt=models.F("second_at"), second_at__gt=models.F("third_at")),
                name="grades_stand_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}年{self.series}考核方案" + (f"（第{self.number}版）" if self.number > 1 else "")

    def get_absolute_url(self) -> str:
        return reverse("appraisal:scheme", args=[self.pk])

    @property
    def tone(self) -> str:
        return states.SCHEME_TONES.get(self.state, "")


class Member(models.Model):
    """One unit of a scheme's series. `apart`: listed without a rank, and why (新设, 无任务)."""

    APART_LENGTH = 100

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="members")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", verbose_name="单位")
    since = models.DateField("纳入考核日期", null=True, blank=True)  # of a unit founded in mid-year
    apart = models.CharField("单列不排名的理由", max_length=APART_LENGTH, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "参加考核的单位"
        ordering = ["scheme", "unit__order", "pk"]
        constraints = [models.UniqueConstraint(fields=["scheme", "unit"], name="a_unit_once_per_scheme")]

    def __str__(self) -> str:
        return self.unit.short


class Indicator(models.Model):
    """指标: a node of a scheme's tree. A leaf has a rule (`appraisal.scoring`), a branch the sum of its leaves."""

    class Kind(models.TextChoices):
        COMMON = "common", "共性指标"
        OWN = "own", "个性指标"
        EVALUATION = "evaluation", "评价指标"

    class Absent(models.TextChoices):
        """What becomes of the points where the indicator does not apply to a unit."""

        SPREAD = "spread", "分值摊到其他指标"
        FULL = "full", "得满分"
        AVERAGE = "average", "取本序列平均分"
        NOUGHT = "nought", "不得分"

    class Supplier(models.TextChoices):
        """Who supplies the value."""

        SELF = "self", "被考核单位自报"
        DEPARTMENT = "department", "主管部门提供"
        LEDGER = "ledger", "台账自动取数"
        EVALUATION = "evaluation", "测评"
        DESK = "desk", "考核办评定"

    LENGTHS = {"code": 20, "name": 100, "target": 200, "measure": 20, "rule_words": 500, "evidence": 300}

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="indicators")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    ordinal = models.PositiveSmallIntegerField("序号")
    code = models.CharField("编号", max_length=LENGTHS["code"])
    name = models.CharField("指标", max_length=LENGTHS["name"])
    kind = models.CharField("类别", max_length=10, choices=Kind)
    unit = models.ForeignKey(
        "org.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="适用单位"
    )  # empty: every unit of the series
    full = models.DecimalField("分值", max_digits=7, decimal_places=2)
    target = models.CharField("目标值", max_length=LENGTHS["target"], blank=True)
    half_target = models.CharField("半年目标值", max_length=LENGTHS["target"], blank=True)
    measure = models.CharField("计量单位", max_length=LENGTHS["measure"], blank=True)
    rule = models.JSONField(
        "计分规则", null=True, blank=True
    )  # of a leaf: {"kind": …} as the engine reads it
    rule_words = models.TextField("评分办法", max_length=LENGTHS["rule_words"], blank=True)
    supplier = models.CharField("数据来源", max_length=12, choices=Supplier, blank=True)
    supplied_by = models.ForeignKey(
        "org.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提供数据的部门"
    )
    absent = models.CharField("不适用时", max_length=8, choices=Absent, default=Absent.SPREAD)
    evidence = models.CharField("须提供的佐证", max_length=LENGTHS["evidence"], blank=True)
    half = models.BooleanField("半年考核", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "指标"
        ordering = ["scheme", "ordinal", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code"], name="an_indicator_code_once_per_scheme"),
            models.CheckConstraint(condition=Q(full__gt=0), name="an_indicator_has_points"),
            models.CheckConstraint(
                condition=~Q(supplier="department") | Q(supplied_by__isnull=False),
                name="a_department_that_supplies_is_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class AdjustmentRule(models.Model):
    """加减分项 of a scheme: what counts how much, for the lead and for co-units (facts §2.6). Nothing counts logins, reports, photos."""

    class Source(models.TextChoices):
        """Where it comes from; the first eleven are proposed from the ledgers."""

        OVERDUE = "overdue", "督办事项逾期"
        RETURNED = "returned", "办理结果被退回"
        YELLOW = "yellow", "黄牌督办"
        RED = "red", "红牌督办"
        PRAISED = "praised", "督查表扬"
        CRITICISED = "criticised", "督查批评"
        POSITIVE = "positive", "领导肯定性批示"
        COMPLAINT = "complaint", "投诉查实"
        MEASURE = "measure", "受到问责"
        FINDING = "finding", "督查发现问题整改不到位"
        ADOPTED = "adopted", "采纳督查建议"
        AWARD = "award", "受到上级表彰"
        OTHER = "other", "其他"

    LENGTHS = {"label": 60, "basis": 200}

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="adjustment_rules")
    source = models.CharField("来源", max_length=10, choices=Source)
    label = models.CharField("加减分项", max_length=LENGTHS["label"])
    points = models.DecimalField("每次分值", max_digits=6, decimal_places=2, help_text="减分写负数。")
    co_points = models.DecimalField(
        "协办单位每次分值", max_digits=6, decimal_places=2, null=True, blank=True, help_text="空着的不计。"
    )
    cap = models.DecimalField(
        "本项上限", max_digits=6, decimal_places=2, null=True, blank=True, help_text="写绝对值，空着不设限。"
    )
    vetoes = models.BooleanField("一票否优", default=False, help_text="有此情形的不得评为一等。")
    basis = models.CharField("依据", max_length=LENGTHS["basis"], blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "加减分项"
        ordering = ["scheme", "-points", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "label"], name="an_adjustment_rule_once_per_scheme"),
            models.CheckConstraint(
                condition=~Q(points=0) | Q(vetoes=True), name="an_adjustment_counts_for_something"
            ),
            models.CheckConstraint(condition=Q(cap=None) | Q(cap__gt=0), name="a_cap_is_a_number_of_points"),
        ]

    def __str__(self) -> str:
        return self.label
