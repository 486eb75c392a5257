import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("accountability", "0001_initial"),
        ("accountability", "0002_subjects_end_with_their_case"),
        ("accountability", "0003_the_offices_own_mark"),
        ("accountability", "0004_asked_to_explain"),
        ("accountability", "0005_papers_of_cases_lie_encrypted"),
    ]

    initial = True

    dependencies = [
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
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
                            ("clue", "线索待处置"),
                            ("held", "暂存待查"),
                            ("explaining", "谈话函询"),
                            ("explained", "谈话函询后待处置"),
                            ("checking", "初核"),
                            ("checked", "初核待审"),
                            ("filing", "立案待审批"),
                            ("investigating", "调查"),
                            ("reported", "调查报告待审"),
                            ("notifying", "告知和申辩"),
                            ("deciding", "作出决定"),
                            ("executing", "执行"),
                            ("effect", "影响期"),
                            ("closed", "已办结"),
                            ("dismissed", "予以了结"),
                            ("cleared", "不予问责"),
                            ("transferred", "已转办"),
                            ("referred", "已移送"),
                            ("void", "作废"),
                        ],
                        default="clue",
                        max_length=14,
                        verbose_name="状态",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("directives", "督查事项"),
                            ("inspections", "督查活动"),
                            ("urging", "催办督办"),
                            ("instructions", "领导批示"),
                            ("complaints", "营商环境投诉"),
                            ("bulletin", "督查通报"),
                            ("appraisal", "绩效考核"),
                            ("letter", "来信来访"),
                            ("superior", "上级交办"),
                            ("transfer", "其他机关移送"),
                            ("audit", "审计移送"),
                        ],
                        max_length=14,
                        verbose_name="线索来源",
                    ),
                ),
                ("source_words", models.CharField(blank=True, max_length=200, verbose_name="来源说明")),
                ("received_on", models.DateField(verbose_name="收到日期")),
                (
                    "fault",
                    models.CharField(
                        choices=[
                            ("wrong", "有错"),
                            ("inaction", "不作为"),
                            ("slow", "慢作为"),
                            ("disorderly", "乱作为"),
                        ],
                        max_length=10,
                        verbose_name="问题类别",
                    ),
                ),
                ("summary", models.TextField(max_length=2000, verbose_name="问题摘要")),
                ("happened", models.CharField(blank=True, max_length=60, verbose_name="发生时间")),
                ("materials", models.TextField(blank=True, max_length=1000, verbose_name="已掌握材料")),
                (
                    "repeat_reason",
                    models.CharField(blank=True, max_length=500, verbose_name="同一事实仍须办理的理由"),
                ),
                ("check_plan", models.TextField(blank=True, max_length=1000, verbose_name="初核方案")),
                ("check_findings", models.TextField(blank=True, max_length=4000, verbose_name="查明的事实")),
                ("check_unproved", models.TextField(blank=True, max_length=2000, verbose_name="未能查实的")),
                (
                    "check_responsibility",
                    models.TextField(blank=True, max_length=1000, verbose_name="责任划分意见"),
                ),
                ("check_tolerance", models.TextField(blank=True, max_length=1000, verbose_name="容错情形")),
                (
                    "check_opinion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("clear", "不予问责"),
                            ("transfer", "转办"),
                            ("refer", "移送有权机关"),
                            ("file", "立案调查"),
                        ],
                        max_length=10,
                        verbose_name="处理建议",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="初核报告人",
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=500, verbose_name="立案依据")),
                (
                    "proposed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提请立案人",
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
                        verbose_name="立案审批人",
                    ),
                ),
                ("filed_at", models.DateTimeField(blank=True, null=True, verbose_name="立案时间")),
                ("extended", models.BooleanField(default=False, verbose_name="调查期限已延长")),
                ("report_facts", models.TextField(blank=True, max_length=8000, verbose_name="认定的事实")),
                ("report_breach", models.TextField(blank=True, max_length=2000, verbose_name="违反的规定")),
                (
                    "report_aggravating",
                    models.TextField(blank=True, max_length=1000, verbose_name="从重情形"),
                ),
                ("report_mitigating", models.TextField(blank=True, max_length=1000, verbose_name="从轻情形")),
                ("report_opinion", models.TextField(blank=True, max_length=2000, verbose_name="处理意见")),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="调查报告人",
                    ),
                ),
                ("outcome", models.CharField(blank=True, max_length=1000, verbose_name="处理结果")),
                (
                    "checkers",
                    models.ManyToManyField(
                        blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="初核人员"
                    ),
                ),
                (
                    "investigators",
                    models.ManyToManyField(
                        blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="调查人员"
                    ),
                ),
            ],
            options={
                "verbose_name": "问责案件",
                "verbose_name_plural": "问责案件",
                "ordering": ["-matter_id"],
                "indexes": [models.Index(fields=["fault", "-matter"], name="case_by_fault")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "clue",
                                    "held",
                                    "explaining",
                                    "explained",
                                    "checking",
                                    "checked",
                                    "filing",
                                    "investigating",
                                    "reported",
                                    "notifying",
                                    "deciding",
                                    "executing",
                                    "effect",
                                    "closed",
                                    "dismissed",
                                    "cleared",
                                    "transferred",
                                    "referred",
                                    "void",
                                ],
                            )
                        ),
                        name="case_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("summary", ""), _negated=True), name="a_clue_says_what_happened"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state__in",
                                    [
                                        "investigating",
                                        "reported",
                                        "notifying",
                                        "deciding",
                                        "executing",
                                        "effect",
                                        "closed",
                                    ],
                                ),
                                _negated=True,
                            ),
                            models.Q(
                                ("approved_by__isnull", False),
                                ("filed_at__isnull", False),
                                models.Q(("basis", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_case_was_filed_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by", None),
                            models.Q(("approved_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_proposes_does_not_approve",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["transferred", "referred", "cleared", "dismissed"]),
                                _negated=True,
                            ),
                            models.Q(("outcome", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_ends_without_a_decision_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Clearance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="识别码"),
                ),
                ("organ", models.CharField(max_length=60, verbose_name="来函机关")),
                ("letter", models.CharField(blank=True, max_length=60, verbose_name="来函文号")),
                ("received_on", models.DateField(verbose_name="来函日期")),
                ("as_of", models.DateField(verbose_name="截至日期")),
                ("purpose", models.CharField(max_length=100, verbose_name="事由")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "待签发"), ("signed", "已签发")],
                        default="draft",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "number",
                    models.CharField(blank=True, max_length=40, null=True, unique=True, verbose_name="文号"),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="拟稿人",
                    ),
                ),
                ("drafted_at", models.DateTimeField(auto_now_add=True, verbose_name="拟稿时间")),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签发人",
                    ),
                ),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="签发时间")),
                ("size", models.PositiveIntegerField(default=0, verbose_name="字节数")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("sealed", models.BinaryField(blank=True, null=True, verbose_name="识别密文")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "回复意见",
                "verbose_name_plural": "回复意见",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", None), ("signed_by", None), ("state", "draft")),
                            models.Q(
                                ("number__isnull", False),
                                ("sealed__isnull", False),
                                ("signed_by__isnull", False),
                                ("state", "signed"),
                            ),
                            _connector="OR",
                        ),
                        name="a_signed_clearance_has_its_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_by", None),
                            models.Q(("signed_by", models.F("drafted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_drafts_a_clearance_does_not_sign_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        help_text="程序里用的名字，用过以后不改。",
                        max_length=30,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator("^[a-z_]+$", "“识别词”用小写字母和下划线。")
                        ],
                        verbose_name="识别词",
                    ),
                ),
                ("label", models.CharField(max_length=30, unique=True, verbose_name="问责方式")),
                ("on_units", models.BooleanField(default=False, verbose_name="对单位")),
                ("on_persons", models.BooleanField(default=False, verbose_name="对个人")),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        help_text="数大的重；申辩、申诉以后不得加重。", verbose_name="轻重"
                    ),
                ),
                (
                    "organ",
                    models.CharField(
                        choices=[
                            ("bureau", "督查局"),
                            ("committee", "县委"),
                            ("discipline", "县纪委监委"),
                            ("organisation", "县委组织部"),
                        ],
                        default="bureau",
                        max_length=14,
                        verbose_name="决定机关",
                    ),
                ),
                (
                    "carrying",
                    models.CharField(
                        choices=[
                            ("check", "书面检查"),
                            ("talk", "谈话"),
                            ("circular", "通报"),
                            ("apology", "公开道歉"),
                            ("rectify", "整改"),
                            ("organ", "由有权机关办理"),
                        ],
                        max_length=8,
                        verbose_name="执行方式",
                    ),
                ),
                ("within_days", models.PositiveSmallIntegerField(default=15, verbose_name="执行期限（日）")),
                ("months", models.PositiveSmallIntegerField(default=0, verbose_name="影响期（月）")),
                ("promotion", models.CharField(blank=True, max_length=100, verbose_name="对提拔使用的影响")),
                ("awards", models.CharField(blank=True, max_length=100, verbose_name="对评先评优的影响")),
                ("appraisal", models.CharField(blank=True, max_length=100, verbose_name="对年度考核的影响")),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accountability.measure",
                        verbose_name="单位受此问责时，主要负责人相应的方式",
                    ),
                ),
                (
                    "disciplinary",
                    models.BooleanField(
                        default=False,
                        help_text="同一行为不得重复处分（政务处分法第16条）。",
                        verbose_name="属于处分",
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="依据")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "问责方式",
                "verbose_name_plural": "问责方式",
                "ordering": ["weight", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("on_units", True), ("on_persons", True), _connector="OR"),
                        name="a_measure_is_for_somebody",
                        violation_error_message="“对单位”“对个人”至少选一项。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("months__lte", 60)), name="an_effect_lasts_five_years_at_most"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("follows", models.F("id")), _negated=True),
                        name="no_measure_follows_on_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Interest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="申报人",
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
                        verbose_name="单位",
                    ),
                ),
                (
                    "cadre",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.cadre",
                        verbose_name="干部",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("kin", "近亲属"),
                            ("witness", "担任过证人"),
                            ("interest", "本人或者近亲属有利害关系"),
                            ("handled", "经办过引起本案的事项"),
                            ("other", "可能影响公正的其他情形"),
                        ],
                        max_length=10,
                        verbose_name="关系",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="申报时间")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="撤销时间")),
            ],
            options={
                "verbose_name": "利害关系申报",
                "verbose_name_plural": "利害关系申报",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cadre", None), ("unit__isnull", False)),
                            models.Q(("cadre__isnull", False), ("unit", None)),
                            _connector="OR",
                        ),
                        name="an_interest_is_in_one_thing",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClueRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("returns", "办理结果被退回次数"),
                            ("overdue", "逾期天数"),
                            ("red_card", "红牌督办"),
                            ("substantiated", "一年内查实的投诉件数"),
                            ("false_report", "报完成后核查没有整改"),
                        ],
                        max_length=14,
                        unique=True,
                        verbose_name="情形",
                    ),
                ),
                ("threshold", models.PositiveSmallIntegerField(default=1, verbose_name="达到")),
                ("active", models.BooleanField(default=True, verbose_name="启用")),
            ],
            options={
                "verbose_name": "线索提出规则",
                "verbose_name_plural": "线索提出规则",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("threshold__gte", 1)),
                        name="a_clue_rule_asks_for_one_at_least",
                        violation_error_message="“达到”至少是1。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Subject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="accountability.case",
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
                (
                    "position",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="org.position",
                        verbose_name="职务",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("involved", "未告知"),
                            ("notified", "已告知"),
                            ("resolved", "已研究，待决定"),
                            ("recommended", "已建议，待有权机关决定"),
                            ("decided", "已决定，待执行"),
                            ("changed", "申诉后变更，待重新登记"),
                            ("in_effect", "影响期"),
                            ("lifted", "已解除"),
                            ("done", "已执行"),
                            ("revoked", "申诉后撤销"),
                            ("exempted", "容错免予问责"),
                            ("not_held", "不予问责"),
                            ("handed", "已移送"),
                            ("ended", "终止"),
                        ],
                        default="involved",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "since",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="登记为对象的日期"
                    ),
                ),
                (
                    "fault",
                    models.CharField(
                        choices=[
                            ("wrong", "有错"),
                            ("inaction", "不作为"),
                            ("slow", "慢作为"),
                            ("disorderly", "乱作为"),
                        ],
                        max_length=10,
                        verbose_name="问题类别",
                    ),
                ),
                ("findings", models.TextField(blank=True, max_length=4000, verbose_name="认定的事实和责任")),
                (
                    "responsibility",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("direct", "直接责任"),
                            ("main", "主要领导责任"),
                            ("important", "重要领导责任"),
                        ],
                        max_length=10,
                        verbose_name="责任",
                    ),
                ),
                (
                    "notice",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.service",
                        verbose_name="告知书",
                    ),
                ),
                ("waived", models.BooleanField(default=False, verbose_name="书面放弃申辩")),
                ("basis", models.CharField(blank=True, max_length=20, verbose_name="决定依据")),
                ("double_reason", models.CharField(blank=True, max_length=500, verbose_name="并用的理由")),
                (
                    "organ",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bureau", "督查局"),
                            ("committee", "县委"),
                            ("discipline", "县纪委监委"),
                            ("organisation", "县委组织部"),
                        ],
                        max_length=14,
                        verbose_name="决定机关",
                    ),
                ),
                (
                    "recommendation",
                    models.CharField(blank=True, max_length=40, verbose_name="问责建议书文号"),
                ),
                ("decision_number", models.CharField(blank=True, max_length=60, verbose_name="决定文号")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="决定日期")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签发人",
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.service",
                        verbose_name="决定书",
                    ),
                ),
                ("effect_from", models.DateField(blank=True, null=True, verbose_name="影响期开始")),
                ("effect_until", models.DateField(blank=True, null=True, verbose_name="影响期最后一日")),
                ("improvement", models.TextField(blank=True, max_length=1000, verbose_name="改正情况")),
                (
                    "lifting",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.service",
                        verbose_name="解除通知",
                    ),
                ),
                ("lifted_on", models.DateField(blank=True, null=True, verbose_name="解除日期")),
                ("outcome", models.CharField(blank=True, max_length=1000, verbose_name="处理结果")),
                ("let_go_on", models.DateField(blank=True, null=True, verbose_name="不予问责、撤销等的日期")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "问责对象",
                "verbose_name_plural": "问责对象",
                "ordering": [
                    "case",
                    models.OrderBy(models.F("position"), nulls_first=True),
                    "unit__order",
                    "pk",
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "in_effect")),
                        fields=["effect_until"],
                        name="subject_in_effect",
                    ),
                    models.Index(fields=["unit", "state"], name="subject_by_unit"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "involved",
                                    "notified",
                                    "resolved",
                                    "recommended",
                                    "decided",
                                    "changed",
                                    "in_effect",
                                    "lifted",
                                    "done",
                                    "revoked",
                                    "exempted",
                                    "not_held",
                                    "handed",
                                    "ended",
                                ],
                            )
                        ),
                        name="subject_state_is_known",
                    ),
                    models.UniqueConstraint(
                        fields=("case", "unit", "position"),
                        name="a_subject_once_per_case",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["involved", "not_held", "exempted", "handed", "ended"]),
                            models.Q(
                                ("notice__isnull", False),
                                models.Q(("findings", ""), _negated=True),
                                models.Q(("responsibility", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="nobody_is_decided_on_unheard",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["decided", "in_effect", "lifted", "done"]), _negated=True
                            ),
                            models.Q(
                                ("decided_on__isnull", False),
                                ("decision__isnull", False),
                                models.Q(("basis", ""), _negated=True),
                                models.Q(("organ", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_decision_says_when_by_whom_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("effect_from", None), ("effect_until", None)),
                            models.Q(
                                ("effect_from__isnull", False), ("effect_until__gte", models.F("effect_from"))
                            ),
                            _connector="OR",
                        ),
                        name="an_effect_period_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "lifted"), _negated=True),
                            models.Q(
                                ("lifted_on__gt", models.F("effect_until")),
                                ("lifting__isnull", False),
                                models.Q(("improvement", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_lifted_has_run_out",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["not_held", "exempted", "handed", "ended", "revoked"]),
                                _negated=True,
                            ),
                            models.Q(("outcome", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_subject_that_is_not_held_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("let_go_on__isnull", False),
                                ("state__in", ("revoked", "exempted", "not_held", "handed", "ended")),
                            ),
                            models.Q(
                                models.Q(
                                    ("state__in", ("revoked", "exempted", "not_held", "handed", "ended")),
                                    _negated=True,
                                ),
                                ("let_go_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="who_is_let_go_says_when",
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="accountability.case",
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="编号")),
                ("name", models.CharField(max_length=200, verbose_name="名称")),
                ("origin", models.CharField(max_length=200, verbose_name="来源")),
                ("taken_on", models.DateField(verbose_name="提取日期")),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提取人",
                    ),
                ),
                ("pages", models.PositiveSmallIntegerField(default=1, verbose_name="页数")),
                ("original", models.BooleanField(default=False, verbose_name="原件")),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="引自事项",
                    ),
                ),
                ("quote", models.TextField(blank=True, max_length=8000, verbose_name="摘录")),
                (
                    "lines",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="摘录时的动态条数"),
                ),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="摘录时的校验值")),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.entry"
                    ),
                ),
            ],
            options={
                "verbose_name": "证据",
                "verbose_name_plural": "证据",
                "ordering": ["case", "ordinal"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "ordinal"), name="one_piece_of_evidence_per_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("digest", ""), ("source", None)),
                            models.Q(
                                ("source__isnull", False),
                                models.Q(("digest", ""), _negated=True),
                                models.Q(("quote", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_quoted_stands_as_it_stood",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Interview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interviews",
                        to="accountability.case",
                    ),
                ),
                ("asked", models.CharField(max_length=60, verbose_name="被询问人单位和职务")),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                ("began_at", models.DateTimeField(verbose_name="开始时间")),
                ("ended_at", models.DateTimeField(verbose_name="结束时间")),
                ("text", models.TextField(max_length=16000, verbose_name="笔录")),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.entry"
                    ),
                ),
                (
                    "askers",
                    models.ManyToManyField(
                        related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="询问人"
                    ),
                ),
            ],
            options={
                "verbose_name": "询问笔录",
                "verbose_name_plural": "询问笔录",
                "ordering": ["case", "began_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_at__gt", models.F("began_at"))),
                        name="an_interview_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="an_interview_says_what_was_said",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Avoidance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="avoidances",
                        to="accountability.case",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="回避人",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("kin", "近亲属"),
                            ("witness", "担任过证人"),
                            ("interest", "本人或者近亲属有利害关系"),
                            ("handled", "经办过引起本案的事项"),
                            ("other", "可能影响公正的其他情形"),
                        ],
                        max_length=10,
                        verbose_name="事由",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="决定人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "案件回避",
                "verbose_name_plural": "案件回避",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "person"), name="one_keeps_out_once")
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
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="accountability.case",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="日期")),
                ("place", models.CharField(max_length=60, verbose_name="地点")),
                ("expected", models.PositiveSmallIntegerField(verbose_name="应到")),
                ("attending", models.CharField(blank=True, max_length=200, verbose_name="列席")),
                ("opinions", models.TextField(max_length=4000, verbose_name="各人意见")),
                ("ayes", models.PositiveSmallIntegerField(verbose_name="同意")),
                ("noes", models.PositiveSmallIntegerField(default=0, verbose_name="反对")),
                ("abstentions", models.PositiveSmallIntegerField(default=0, verbose_name="弃权")),
                ("minority", models.TextField(blank=True, max_length=2000, verbose_name="少数意见")),
                ("conclusion", models.TextField(max_length=2000, verbose_name="结论")),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.entry"
                    ),
                ),
                (
                    "present",
                    models.ManyToManyField(
                        related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="出席"
                    ),
                ),
            ],
            options={
                "verbose_name": "集体研究",
                "verbose_name_plural": "集体研究",
                "ordering": ["case", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "ayes__gt",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("noes"), "+", models.F("abstentions")
                                ),
                            )
                        ),
                        name="what_is_concluded_has_a_majority",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("abstentions", 0), ("noes", 0)),
                            models.Q(("minority", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_minority_is_written_down",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answered",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("returns", "办理结果被退回次数"),
                            ("overdue", "逾期天数"),
                            ("red_card", "红牌督办"),
                            ("substantiated", "一年内查实的投诉件数"),
                            ("false_report", "报完成后核查没有整改"),
                        ],
                        max_length=14,
                        verbose_name="情形",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="事项",
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
                ("reason", models.CharField(max_length=500, verbose_name="理由")),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accountability.case",
                        verbose_name="线索",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办理人",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
            ],
            options={
                "verbose_name": "线索建议办理",
                "verbose_name_plural": "线索建议办理",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rule", "matter", "unit"), name="a_proposal_is_answered_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="an_answered_proposal_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Asked",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "clearance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked",
                        to="accountability.clearance",
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="序号")),
                (
                    "position",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.position",
                        verbose_name="职务",
                    ),
                ),
                ("effects", models.JSONField(default=list, verbose_name="影响期")),
                ("cases", models.JSONField(default=list, verbose_name="在办案件")),
            ],
            options={
                "verbose_name": "被询问人员",
                "verbose_name_plural": "被询问人员",
                "ordering": ["clearance", "ordinal"],
                "constraints": [
                    models.UniqueConstraint(fields=("clearance", "position"), name="one_is_asked_about_once"),
                    models.UniqueConstraint(fields=("clearance", "ordinal"), name="one_line_of_a_clearance"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sanction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sanctions",
                        to="accountability.subject",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accountability.measure",
                        verbose_name="问责方式",
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(default=0, verbose_name="影响期（月）")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "拟采取"),
                            ("in_force", "待执行"),
                            ("handed_in", "已提交，待审核"),
                            ("executed", "已执行"),
                            ("revoked", "已撤销"),
                        ],
                        default="proposed",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="执行期限")),
                ("executed_on", models.DateField(blank=True, null=True, verbose_name="执行日期")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="执行情况")),
                (
                    "executed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "问责措施",
                "verbose_name_plural": "问责措施",
                "ordering": ["subject", "measure__weight", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "revoked"), _negated=True),
                        fields=("subject", "measure"),
                        name="a_measure_once_per_subject",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "executed"), _negated=True),
                            models.Q(("executed_on__isnull", False), models.Q(("words", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="what_is_executed_says_when_and_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tolerance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subject",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tolerance",
                        to="accountability.subject",
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="申请的事实和理由")),
                ("applied_on", models.DateField(verbose_name="申请日期")),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                ("weighed", models.JSONField(default=dict, verbose_name="逐项认定")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "待认定"), ("granted", "予以容错"), ("refused", "不予容错")],
                        default="waiting",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=2000, verbose_name="认定理由")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="认定人",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="认定时间")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "容错申请",
                "verbose_name_plural": "容错申请",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "waiting"),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_weighed_tolerance_says_who_and_why",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Explanation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="explanations",
                        to="accountability.subject",
                        verbose_name="问责对象",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("talk", "谈话"), ("letter", "函询")], max_length=6, verbose_name="方式"
                    ),
                ),
                ("topics", models.TextField(max_length=2000, verbose_name="请说明的问题")),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.service",
                        verbose_name="函询通知书",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批准人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="批准时间")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="说明日期")),
                ("words", models.TextField(blank=True, max_length=8000, verbose_name="说明的情况")),
                (
                    "entered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "谈话函询",
                "verbose_name_plural": "谈话函询",
                "ordering": ["subject", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_on", None)),
                        fields=("subject",),
                        name="one_explanation_is_awaited_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_on", None), ("entered_by", None), ("words", "")),
                            models.Q(
                                ("answered_on__isnull", False),
                                ("entered_by__isnull", False),
                                models.Q(("words", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_explanation_says_when_and_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("letter", None), ("way", "talk")),
                            models.Q(("letter__isnull", False), ("way", "letter")),
                            _connector="OR",
                        ),
                        name="who_is_asked_by_letter_has_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="accountability.case",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="accountability.subject",
                        verbose_name="问责对象",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("recommendation", "问责建议书"),
                            ("referral", "问责线索移送单"),
                            ("clearance", "不予问责告知书"),
                        ],
                        max_length=14,
                        verbose_name="文书",
                    ),
                ),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="文号")),
                ("size", models.PositiveIntegerField(verbose_name="字节数")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("sealed", models.BinaryField(verbose_name="收文机关密文")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签发人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "问责文书",
                "verbose_name_plural": "问责文书",
                "ordering": ["pk"],
            },
        ),
    ]
