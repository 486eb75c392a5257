from decimal import Decimal

import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("appraisal", "0001_initial"),
        ("appraisal", "0002_tasks_are_kept_with_the_unit"),
        ("appraisal", "0003_values_have_evidence"),
        ("appraisal", "0004_scheme_outstanding_share"),
        ("appraisal", "0005_who_edits_and_puts_up_a_scheme"),
        ("appraisal", "0006_values_as_they_were_published"),
    ]

    initial = True

    dependencies = [
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Scheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("series", models.CharField(max_length=30, verbose_name="考核序列")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="版本")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "拟定"),
                            ("proposed", "待审定"),
                            ("approved", "已审定，待公布"),
                            ("in_force", "已公布"),
                            ("replaced", "已被新版本替换"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="制定依据")),
                (
                    "full",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("100"), max_digits=7, verbose_name="满分"
                    ),
                ),
                (
                    "half_share",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("40"),
                        max_digits=5,
                        verbose_name="半年考核占比（%）",
                    ),
                ),
                (
                    "bonus_cap",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("5"), max_digits=6, verbose_name="加分上限"
                    ),
                ),
                (
                    "deduction_cap",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("15"), max_digits=6, verbose_name="减分上限"
                    ),
                ),
                (
                    "doubled_below",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="0 为不加倍。", verbose_name="少于几项任务的单位减分加倍"
                    ),
                ),
                (
                    "late_deducts",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        help_text="0 为不扣。",
                        max_digits=5,
                        verbose_name="迟报一项扣",
                    ),
                ),
                (
                    "first_at",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("90"), max_digits=6, verbose_name="一等起点分"
                    ),
                ),
                (
                    "second_at",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("80"), max_digits=6, verbose_name="二等起点分"
                    ),
                ),
                (
                    "third_at",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("60"), max_digits=6, verbose_name="三等起点分"
                    ),
                ),
                (
                    "first_share",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("20"),
                        max_digits=5,
                        verbose_name="一等比例上限（%）",
                    ),
                ),
                (
                    "outstanding_share",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("25"),
                        max_digits=5,
                        verbose_name="一等单位的干部一等比例上限（%）",
                    ),
                ),
                ("why", models.TextField(blank=True, max_length=1000, verbose_name="修订理由")),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="appraisal.scheme",
                        verbose_name="所修订的版本",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="拟定人",
                    ),
                ),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="最后修改人",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提请人",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审定人",
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="审定时间")),
                ("document_number", models.CharField(blank=True, max_length=40, verbose_name="印发文号")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="公布时间")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "考核方案",
                "verbose_name_plural": "考核方案",
                "ordering": ["-year", "series", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("year", "series", "number"), name="a_scheme_version_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "in_force")),
                        fields=("year", "series"),
                        name="one_scheme_in_force_per_series",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "proposed", "approved", "in_force", "replaced"])
                        ),
                        name="scheme_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["approved", "in_force", "replaced"]), _negated=True),
                            models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_scheme_in_force_was_approved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            models.Q(("approved_by", models.F("drafted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_drafts_a_scheme_does_not_approve_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            models.Q(("approved_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_puts_a_scheme_up_does_not_approve_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["in_force", "replaced"]), _negated=True),
                            models.Q(
                                ("published_at__isnull", False),
                                models.Q(("document_number", ""), _negated=True),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_published_scheme_has_its_document",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number", 1), models.Q(("why", ""), _negated=True), _connector="OR"
                        ),
                        name="a_revision_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("half_share__gte", 0), ("half_share__lte", 100)),
                        name="half_a_year_counts_in_percent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_at__gt", models.F("second_at")), ("second_at__gt", models.F("third_at"))
                        ),
                        name="grades_stand_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="appraisal.scheme",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="单位",
                    ),
                ),
                ("since", models.DateField(blank=True, null=True, verbose_name="纳入考核日期")),
                ("apart", models.CharField(blank=True, max_length=100, verbose_name="单列不排名的理由")),
            ],
            options={
                "verbose_name": "参加考核的单位",
                "verbose_name_plural": "参加考核的单位",
                "ordering": ["scheme", "unit__order", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("scheme", "unit"), name="a_unit_once_per_scheme")
                ],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="appraisal.scheme",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="appraisal.indicator",
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("code", models.CharField(max_length=20, verbose_name="编号")),
                ("name", models.CharField(max_length=100, verbose_name="指标")),
                (
                    "kind",
                    models.CharField(
                        choices=[("common", "共性指标"), ("own", "个性指标"), ("evaluation", "评价指标")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="适用单位",
                    ),
                ),
                ("full", models.DecimalField(decimal_places=2, max_digits=7, verbose_name="分值")),
                ("target", models.CharField(blank=True, max_length=200, verbose_name="目标值")),
                ("half_target", models.CharField(blank=True, max_length=200, verbose_name="半年目标值")),
                ("measure", models.CharField(blank=True, max_length=20, verbose_name="计量单位")),
                ("rule", models.JSONField(blank=True, null=True, verbose_name="计分规则")),
                ("rule_words", models.TextField(blank=True, max_length=500, verbose_name="评分办法")),
                (
                    "supplier",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("self", "被考核单位自报"),
                            ("department", "主管部门提供"),
                            ("ledger", "台账自动取数"),
                            ("evaluation", "测评"),
                            ("desk", "考核办评定"),
                        ],
                        max_length=12,
                        verbose_name="数据来源",
                    ),
                ),
                (
                    "supplied_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="提供数据的部门",
                    ),
                ),
                (
                    "absent",
                    models.CharField(
                        choices=[
                            ("spread", "分值摊到其他指标"),
                            ("full", "得满分"),
                            ("average", "取本序列平均分"),
                            ("nought", "不得分"),
                        ],
                        default="spread",
                        max_length=8,
                        verbose_name="不适用时",
                    ),
                ),
                ("evidence", models.CharField(blank=True, max_length=300, verbose_name="须提供的佐证")),
                ("half", models.BooleanField(default=True, verbose_name="半年考核")),
            ],
            options={
                "verbose_name": "指标",
                "verbose_name_plural": "指标",
                "ordering": ["scheme", "ordinal", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "code"), name="an_indicator_code_once_per_scheme"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("full__gt", 0)), name="an_indicator_has_points"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("supplier", "department"), _negated=True),
                            ("supplied_by__isnull", False),
                            _connector="OR",
                        ),
                        name="a_department_that_supplies_is_named",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdjustmentRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adjustment_rules",
                        to="appraisal.scheme",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("overdue", "督办事项逾期"),
                            ("returned", "办理结果被退回"),
                            ("yellow", "黄牌督办"),
                            ("red", "红牌督办"),
                            ("praised", "督查表扬"),
                            ("criticised", "督查批评"),
                            ("positive", "领导肯定性批示"),
                            ("complaint", "投诉查实"),
                            ("measure", "受到问责"),
                            ("finding", "督查发现问题整改不到位"),
                            ("award", "受到上级表彰"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="来源",
                    ),
                ),
                ("label", models.CharField(max_length=60, verbose_name="加减分项")),
                (
                    "points",
                    models.DecimalField(
                        decimal_places=2, help_text="减分写负数。", max_digits=6, verbose_name="每次分值"
                    ),
                ),
                (
                    "co_points",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="空着的不计。",
                        max_digits=6,
                        null=True,
                        verbose_name="协办单位每次分值",
                    ),
                ),
                (
                    "cap",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="写绝对值，空着不设限。",
                        max_digits=6,
                        null=True,
                        verbose_name="本项上限",
                    ),
                ),
                (
                    "vetoes",
                    models.BooleanField(
                        default=False, help_text="有此情形的不得评为一等。", verbose_name="一票否优"
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "加减分项",
                "verbose_name_plural": "加减分项",
                "ordering": ["scheme", "-points", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "label"), name="an_adjustment_rule_once_per_scheme"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("points", 0), _negated=True), ("vetoes", True), _connector="OR"
                        ),
                        name="an_adjustment_counts_for_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cap", None), ("cap__gt", 0), _connector="OR"),
                        name="a_cap_is_a_number_of_points",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="matters.matter",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "筹备"),
                            ("collecting", "采集"),
                            ("scoring", "评分"),
                            ("deliberating", "集体研究"),
                            ("publicised", "公示"),
                            ("settled", "待审定"),
                            ("published", "已公布结果"),
                            ("archived", "已归档"),
                            ("void", "已取消"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                (
                    "part",
                    models.CharField(
                        choices=[("half", "上半年"), ("year", "全年")], max_length=4, verbose_name="考核期"
                    ),
                ),
                ("begins_on", models.DateField(verbose_name="起")),
                ("ends_on", models.DateField(verbose_name="止")),
                ("collect_until", models.DateField(verbose_name="报送截止日期")),
                ("publicised_on", models.DateField(blank=True, null=True, verbose_name="公示开始日期")),
                ("publicised_until", models.DateField(blank=True, null=True, verbose_name="公示截止日期")),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审定人",
                    ),
                ),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="公布日期")),
                (
                    "schemes",
                    models.ManyToManyField(
                        related_name="periods", to="appraisal.scheme", verbose_name="考核方案"
                    ),
                ),
            ],
            options={
                "verbose_name": "考核期",
                "verbose_name_plural": "考核期",
                "ordering": ["-year", "-part", "-matter_id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "draft",
                                    "collecting",
                                    "scoring",
                                    "deliberating",
                                    "publicised",
                                    "settled",
                                    "published",
                                    "archived",
                                    "void",
                                ],
                            )
                        ),
                        name="period_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("begins_on"))),
                        name="a_period_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "void"), _negated=True),
                        fields=("year", "part"),
                        name="a_period_once_a_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["publicised", "settled", "published", "archived"]),
                                _negated=True,
                            ),
                            models.Q(
                                ("publicised_on__isnull", False),
                                ("publicised_until__gt", models.F("publicised_on")),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_publicised_says_until_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["published", "archived"]), _negated=True),
                            models.Q(("approved_by__isnull", False), ("published_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="what_is_published_was_approved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appraised",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraised",
                        to="appraisal.period",
                    ),
                ),
                (
                    "assignment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.assignment"
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="appraisal.scheme",
                        verbose_name="考核方案",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("expected", "待自评"), ("reported", "已自评"), ("told", "已告知结果")],
                        default="expected",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "months",
                    models.DecimalField(decimal_places=1, max_digits=4, verbose_name="参加考核的月数"),
                ),
                ("apart", models.CharField(blank=True, max_length=100, verbose_name="单列不排名的理由")),
                ("tasks", models.PositiveIntegerField(default=0, verbose_name="到期的牵头事项数")),
                ("summary", models.TextField(blank=True, max_length=4000, verbose_name="自评小结")),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="自评报送人",
                    ),
                ),
                ("reported_at", models.DateTimeField(blank=True, null=True, verbose_name="自评报送时间")),
                (
                    "total",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=9, null=True, verbose_name="总分"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="名次")),
                (
                    "proposed_grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("first", "一等"),
                            ("second", "二等"),
                            ("third", "三等"),
                            ("fourth", "四等"),
                        ],
                        max_length=6,
                        verbose_name="建议等次",
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("first", "一等"),
                            ("second", "二等"),
                            ("third", "三等"),
                            ("fourth", "四等"),
                        ],
                        max_length=6,
                        verbose_name="等次",
                    ),
                ),
                ("grade_reason", models.CharField(blank=True, max_length=500, verbose_name="定等说明")),
                (
                    "notice",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.service",
                        verbose_name="考核结果告知书",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "被考核单位",
                "verbose_name_plural": "被考核单位",
                "ordering": ["period", "scheme__series", "assignment__unit__order", "pk"],
                "indexes": [models.Index(fields=["scheme", "rank"], name="appraised_by_rank")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["expected", "reported", "told"])),
                        name="appraised_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("months__gt", 0), ("months__lte", Decimal("12"))),
                        name="a_unit_was_there_for_some_months",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reported_at", None), ("reported_by", None)),
                            models.Q(("reported_at__isnull", False), ("reported_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_self_report_says_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("grade", ""),
                            ("grade", models.F("proposed_grade")),
                            models.Q(("grade_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="another_grade_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Result",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="appraisal.period",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="appraisal.scheme"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("publicised", "公示"), ("published", "公布"), ("corrected", "更正")],
                        max_length=10,
                        verbose_name="性质",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="文号")),
                ("inputs", models.TextField(verbose_name="输入")),
                ("outputs", models.TextField(verbose_name="结果")),
                ("grades", models.JSONField(default=dict, verbose_name="等次")),
                (
                    "corrects",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="appraisal.result",
                        verbose_name="所更正的结果",
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=1000, verbose_name="更正理由")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发布人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="发布时间")),
            ],
            options={
                "verbose_name": "考核结果",
                "verbose_name_plural": "考核结果",
                "ordering": ["period", "scheme", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("corrects__isnull", False),
                                ("kind", "corrected"),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(models.Q(("kind", "corrected"), _negated=True), ("corrects", None)),
                            _connector="OR",
                        ),
                        name="a_correction_quotes_what_it_corrects",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "publicised"), models.Q(("number", ""), _negated=True), _connector="OR"
                        ),
                        name="a_published_result_has_its_number",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_on", models.DateField(verbose_name="研究日期")),
                ("expected", models.PositiveSmallIntegerField(verbose_name="应到人数")),
                ("present", models.CharField(max_length=500, verbose_name="出席人员职务")),
                ("ayes", models.PositiveSmallIntegerField(verbose_name="同意")),
                ("noes", models.PositiveSmallIntegerField(default=0, verbose_name="反对")),
                ("abstentions", models.PositiveSmallIntegerField(default=0, verbose_name="弃权")),
                ("decided", models.TextField(max_length=2000, verbose_name="研究意见")),
                ("minority", models.TextField(blank=True, max_length=1000, verbose_name="不同意见")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="记录人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="appraisal.period",
                    ),
                ),
            ],
            options={
                "verbose_name": "集体研究",
                "verbose_name_plural": "集体研究",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ayes__gt", models.F("noes"))), name="a_meeting_agreed"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "expected__gte",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("ayes"), "+", models.F("noes")
                                    ),
                                    "+",
                                    models.F("abstentions"),
                                ),
                            )
                        ),
                        name="no_more_votes_than_people",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Value",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "appraised",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="values",
                        to="appraisal.appraised",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="appraisal.indicator",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("given", "已填"), ("not_applicable", "不适用"), ("late", "迟报")],
                        default="given",
                        max_length=14,
                        verbose_name="情况",
                    ),
                ),
                ("data", models.JSONField(default=dict, verbose_name="数值")),
                ("words", models.TextField(blank=True, max_length=1000, verbose_name="完成情况")),
                (
                    "self_score",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=7, null=True, verbose_name="自评分"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="填报人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="填报时间")),
                ("former", models.JSONField(default=dict, verbose_name="公布时的数值")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "指标数值",
                "verbose_name_plural": "指标数值",
                "constraints": [
                    models.UniqueConstraint(fields=("appraised", "indicator"), name="a_value_once_per_cell")
                ],
            },
        ),
        migrations.CreateModel(
            name="Adjustment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "appraised",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adjustments",
                        to="appraisal.appraised",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="appraisal.adjustmentrule",
                        verbose_name="加减分项",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "待确认"),
                            ("confirmed", "待审批"),
                            ("approved", "已生效"),
                            ("dismissed", "不予采用"),
                            ("revoked", "已撤销"),
                        ],
                        default="proposed",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="来源事项",
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=80, verbose_name="来源识别")),
                ("happened_on", models.DateField(verbose_name="发生日期")),
                ("points", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="分值")),
                ("words", models.CharField(max_length=500, verbose_name="情况说明")),
                ("quoted", models.CharField(blank=True, max_length=500, verbose_name="引用的依据")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="确认人",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审批人",
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="审批时间")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="不采用或者撤销的理由")),
                ("objection", models.TextField(blank=True, max_length=2000, verbose_name="单位的异议")),
                (
                    "objected_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                ("objected_at", models.DateTimeField(blank=True, null=True, verbose_name="提出异议时间")),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="对异议的答复")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="答复时间")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "加减分记录",
                "verbose_name_plural": "加减分记录",
                "ordering": ["-happened_on", "-pk"],
                "indexes": [models.Index(fields=["state"], name="adjustment_by_state")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        fields=("appraised", "rule", "key"),
                        name="what_happened_counts_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "approved"), _negated=True),
                            models.Q(
                                ("approved_at__isnull", False),
                                ("approved_by__isnull", False),
                                ("confirmed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_adjustment_in_force_was_approved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            ("confirmed_by", None),
                            models.Q(("approved_by", models.F("confirmed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_confirms_an_adjustment_does_not_approve_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["dismissed", "revoked"]), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="an_adjustment_not_counted_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("objected_at", None), ("objection", "")),
                            models.Q(
                                models.Q(("objection", ""), _negated=True), ("objected_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="an_objection_says_when_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                                models.Q(("objection", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_answers_an_objection",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by", None),
                            models.Q(("answered_by", models.F("approved_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_approved_an_adjustment_does_not_answer_the_objection",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "value",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="appraisal.value",
                    ),
                ),
                (
                    "attachment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.attachment"
                    ),
                ),
            ],
            options={
                "verbose_name": "指标佐证",
                "verbose_name_plural": "指标佐证",
                "ordering": ["value", "pk"],
            },
        ),
    ]
