import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("inspections", "0001_initial"), ("inspections", "0002_members_owe_their_visit")]

    initial = True

    dependencies = [
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Inspection",
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
                            ("draft", "拟定方案"),
                            ("proposed", "方案待审批"),
                            ("approved", "待实施"),
                            ("running", "实地督查"),
                            ("concluding", "待作结论"),
                            ("closed", "已结束"),
                            ("void", "已取消"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("comprehensive", "综合督查"),
                            ("special", "专项督查"),
                            ("incident", "事件调查"),
                            ("routine", "日常督办"),
                            ("clue_check", "线索核查"),
                        ],
                        max_length=14,
                        verbose_name="督查类型",
                    ),
                ),
                (
                    "methods",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("self_check", "要求自查、说明情况"),
                                ("report", "听取汇报"),
                                ("check", "检查、访谈、暗访"),
                                ("forum", "座谈、听证、统计、评估"),
                                ("documents", "调阅、复制资料"),
                                ("clues", "收集线索"),
                                ("talk", "约谈"),
                                ("online", "“互联网+督查”"),
                            ],
                            max_length=10,
                        ),
                        size=None,
                        verbose_name="督查方式",
                    ),
                ),
                ("content", models.TextField(max_length=2000, verbose_name="督查内容")),
                ("scope", models.CharField(blank=True, max_length=500, verbose_name="督查范围")),
                ("begins_on", models.DateField(verbose_name="开始日期")),
                ("ends_on", models.DateField(verbose_name="结束日期")),
                ("unannounced", models.BooleanField(default=False, verbose_name="暗访")),
                (
                    "head",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="组长",
                    ),
                ),
                ("invited", models.CharField(blank=True, max_length=200, verbose_name="邀请参加人员")),
                (
                    "approver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审批人",
                    ),
                ),
                (
                    "overlap_reason",
                    models.CharField(blank=True, max_length=500, verbose_name="仍须督查的理由"),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looked_back",
                        to="inspections.inspection",
                        verbose_name="回头看的活动",
                    ),
                ),
                ("result", models.TextField(blank=True, max_length=4000, verbose_name="活动总结")),
                (
                    "members",
                    models.ManyToManyField(
                        blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="组员"
                    ),
                ),
            ],
            options={
                "verbose_name": "督查活动",
                "verbose_name_plural": "督查活动",
                "ordering": ["-matter_id"],
                "indexes": [models.Index(fields=["begins_on", "ends_on"], name="inspection_by_period")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["draft", "proposed", "approved", "running", "concluding", "closed", "void"],
                            )
                        ),
                        name="inspection_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("begins_on"))),
                        name="an_inspection_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("methods", []), _negated=True), name="an_inspection_says_how"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("follows", models.F("matter")), _negated=True),
                        name="nothing_looks_back_at_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="inspections.inspection",
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("words", models.CharField(max_length=200, verbose_name="内容")),
            ],
            options={
                "verbose_name": "督查清单",
                "verbose_name_plural": "督查清单",
                "ordering": ["inspection", "ordinal"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inspection", "ordinal"), name="one_check_item_per_ordinal"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="inspections.inspection",
                    ),
                ),
                (
                    "assignment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.assignment"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "待作结论"),
                            ("drafted", "结论待签发"),
                            ("served", "结论已送达"),
                            ("changed", "结论已变更"),
                            ("revoked", "结论已撤销"),
                            ("none", "不作结论"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("facts", models.TextField(blank=True, max_length=4000, verbose_name="认定的事实")),
                ("evidence", models.TextField(blank=True, max_length=2000, verbose_name="证据")),
                ("opinion", models.TextField(blank=True, max_length=2000, verbose_name="结论和要求")),
                (
                    "drafted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="拟稿人",
                    ),
                ),
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
                (
                    "service",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.service",
                        verbose_name="督查结论",
                    ),
                ),
                ("why_none", models.CharField(blank=True, max_length=500, verbose_name="不作结论的理由")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "督查对象",
                "verbose_name_plural": "督查对象",
                "ordering": ["inspection", "assignment__unit__order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["planned", "drafted", "served", "changed", "revoked", "none"])
                        ),
                        name="target_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["drafted", "served", "changed", "revoked"]), _negated=True
                            ),
                            models.Q(
                                models.Q(("facts", ""), _negated=True),
                                models.Q(("evidence", ""), _negated=True),
                                models.Q(("opinion", ""), _negated=True),
                                ("drafted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_conclusion_has_facts_and_evidence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["served", "changed", "revoked"]), _negated=True),
                            models.Q(("service__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_conclusion_in_force_was_served",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "none"), _negated=True),
                            models.Q(("why_none", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="no_conclusion_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="inspections.target",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspections.checkitem",
                        verbose_name="清单项",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("problem", "问题"), ("fact", "情况"), ("praise", "好的做法")],
                        max_length=8,
                        verbose_name="类别",
                    ),
                ),
                ("words", models.CharField(max_length=2000, verbose_name="情况")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("found_at", models.DateTimeField(verbose_name="时间")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="记录人",
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.entry"
                    ),
                ),
                ("key", models.UUIDField(unique=True, verbose_name="设备编号")),
                (
                    "directive",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="转为督查事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "督查情况",
                "verbose_name_plural": "督查情况",
                "ordering": ["target", "found_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="a_finding_says_what"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("directive__isnull", True), ("kind", "problem"), _connector="OR"),
                        name="only_a_problem_becomes_a_directive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="inspections.target",
                    ),
                ),
                ("signer", models.CharField(max_length=60, verbose_name="签字人单位和职务")),
                ("remark", models.CharField(blank=True, max_length=500, verbose_name="签字人的意见")),
                ("signed_at", models.DateTimeField(verbose_name="时间")),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.entry"
                    ),
                ),
                ("key", models.UUIDField(unique=True, verbose_name="设备编号")),
            ],
            options={
                "verbose_name": "现场签字",
                "verbose_name_plural": "现场签字",
                "ordering": ["target", "signed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Use",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="inspections.target",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("praise", "予以表扬"), ("criticise", "予以批评"), ("account", "追究责任")],
                        max_length=10,
                        verbose_name="建议",
                    ),
                ),
                ("reason", models.CharField(max_length=1000, verbose_name="事实和理由")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "待审批"),
                            ("approved", "已同意，待办理"),
                            ("declined", "未同意"),
                            ("carried_out", "已办理"),
                        ],
                        default="proposed",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                ("carried_out", models.CharField(blank=True, max_length=500, verbose_name="办理结果")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "结果运用",
                "verbose_name_plural": "结果运用",
                "ordering": ["target", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "declined"), _negated=True),
                        fields=("target", "kind"),
                        name="one_use_of_a_kind_per_target",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "carried_out"), _negated=True),
                            models.Q(("carried_out", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_was_made_of_it_is_said",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verifications",
                        to="inspections.finding",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("done", "已整改到位"),
                            ("partly", "部分整改"),
                            ("not", "没有整改"),
                            ("rebound", "整改后反弹"),
                        ],
                        max_length=8,
                        verbose_name="核查结果",
                    ),
                ),
                ("words", models.CharField(max_length=1000, verbose_name="核查情况")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核查人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="核查时间")),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.entry"
                    ),
                ),
            ],
            options={
                "verbose_name": "现场核查",
                "verbose_name_plural": "现场核查",
                "ordering": ["finding", "pk"],
            },
        ),
    ]
