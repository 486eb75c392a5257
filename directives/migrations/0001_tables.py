import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("directives", "0001_initial"),
        ("directives", "0002_hot_issues_and_sittings"),
        ("directives", "0003_numbers_and_stages"),
        ("directives", "0004_told_of_what_is_behind"),
        ("directives", "0005_the_paper_beside_its_items"),
    ]

    initial = True

    dependencies = [
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("standing_committee", "县委常委会会议纪要"),
                            ("executive", "县人民政府常务会议纪要"),
                            ("office", "县长办公会议纪要"),
                            ("special_meeting", "专题会议纪要"),
                            ("work_report", "政府工作报告任务分解"),
                            ("campaign", "专项督查"),
                            ("hot_issue", "群众热点"),
                            ("other", "其他来文"),
                        ],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("organ", models.CharField(blank=True, max_length=60, verbose_name="发文机关")),
                ("title", models.CharField(max_length=200, verbose_name="标题")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="文号")),
                ("date", models.DateField(verbose_name="日期")),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visit", "走访"),
                            ("network", "网络"),
                            ("hotline", "12345热线"),
                            ("petition", "信访"),
                            ("media", "媒体"),
                        ],
                        max_length=8,
                        verbose_name="反映渠道",
                    ),
                ),
                ("heard", models.TextField(blank=True, max_length=2000, verbose_name="群众反映")),
                (
                    "registered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                ("registered_at", models.DateTimeField(verbose_name="登记时间")),
                ("file_name", models.CharField(blank=True, max_length=200, verbose_name="原文件")),
                ("file_kind", models.CharField(blank=True, max_length=8)),
                ("file_size", models.PositiveIntegerField(default=0)),
                ("sha256", models.CharField(blank=True, db_index=True, max_length=64)),
            ],
            options={
                "verbose_name": "来源",
                "verbose_name_plural": "来源",
                "ordering": ["-date", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "hot_issue"),
                                models.Q(("channel", ""), _negated=True),
                                models.Q(("heard", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("kind", "hot_issue"), _negated=True), ("channel", ""), ("heard", "")
                            ),
                            _connector="OR",
                        ),
                        name="a_hot_issue_says_where_and_what_was_heard",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Directive",
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
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="directives",
                        to="directives.source",
                        verbose_name="来源",
                    ),
                ),
                ("ordinal", models.PositiveIntegerField(verbose_name="序号")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "已登记"),
                            ("proposed", "待审定"),
                            ("approved", "待交办"),
                            ("running", "办理中"),
                            ("reviewing", "待审核"),
                            ("suspended", "已中止"),
                            ("closed", "已销号"),
                            ("void", "已作废"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("category", models.CharField(blank=True, max_length=60, verbose_name="类别")),
                ("passage", models.TextField(blank=True, verbose_name="原文")),
                ("leader", models.CharField(blank=True, max_length=60, verbose_name="责任领导")),
                ("due", models.DateField(blank=True, null=True, verbose_name="来文时限")),
                ("recurring", models.BooleanField(default=False, verbose_name="长期事项")),
                (
                    "cadence",
                    models.CharField(
                        blank=True,
                        choices=[("monthly", "每月"), ("quarterly", "每季度"), ("yearly", "每年")],
                        max_length=10,
                        verbose_name="报告周期",
                    ),
                ),
                ("stages", models.JSONField(blank=True, default=list, verbose_name="阶段节点")),
                ("remark", models.CharField(blank=True, max_length=500, verbose_name="备注")),
                (
                    "notice_number",
                    models.CharField(
                        blank=True, max_length=40, null=True, unique=True, verbose_name="通知单编号"
                    ),
                ),
            ],
            options={
                "verbose_name": "督查事项",
                "verbose_name_plural": "督查事项",
                "ordering": ["-matter_id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "draft",
                                    "proposed",
                                    "approved",
                                    "running",
                                    "reviewing",
                                    "suspended",
                                    "closed",
                                    "void",
                                ],
                            )
                        ),
                        name="directive_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("recurring", True), ("cadence", ""), _connector="OR"),
                        name="only_what_recurs_has_a_cadence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("recurring", False), models.Q(("cadence", ""), _negated=True), _connector="OR"
                        ),
                        name="what_recurs_has_a_cadence",
                    ),
                    models.UniqueConstraint(fields=("source", "ordinal"), name="one_ordinal_per_source"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Intake",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导入人",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="上传时间")),
                ("file_name", models.CharField(max_length=200, verbose_name="文件名")),
                ("file_kind", models.CharField(max_length=8)),
                ("file_size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("head", models.JSONField(verbose_name="来源")),
                ("rows", models.JSONField(default=list, verbose_name="事项")),
                ("passages", models.JSONField(default=list, verbose_name="原文")),
                ("undo", models.JSONField(default=list, verbose_name="撤销")),
                ("sentence", models.CharField(blank=True, max_length=300, verbose_name="没有读出时")),
                (
                    "source",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directives.source",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("discarded_at", models.DateTimeField(blank=True, null=True, verbose_name="放弃时间")),
            ],
            options={
                "verbose_name": "导入",
                "verbose_name_plural": "导入",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Sitting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("standing_committee", "县委常委会会议"),
                            ("executive", "县人民政府常务会议"),
                            ("office", "县长办公会议"),
                            ("special_meeting", "专题会议"),
                        ],
                        max_length=20,
                        verbose_name="会议",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=60, verbose_name="届次")),
                ("held_on", models.DateField(verbose_name="日期")),
                ("agenda", models.TextField(max_length=2000, verbose_name="议题")),
                ("minutes_by", models.DateField(verbose_name="纪要应到日期")),
                (
                    "minutes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sittings",
                        to="directives.source",
                        verbose_name="会议纪要",
                    ),
                ),
                ("no_minutes", models.CharField(blank=True, max_length=500, verbose_name="不出纪要的原因")),
                (
                    "registered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                ("registered_at", models.DateTimeField(verbose_name="登记时间")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "attendees",
                    models.ManyToManyField(
                        related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="列席人员"
                    ),
                ),
            ],
            options={
                "verbose_name": "列席会议",
                "verbose_name_plural": "列席会议",
                "ordering": ["-held_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes__isnull", True), ("no_minutes", ""), _connector="OR"),
                        name="minutes_came_or_none_will",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minutes_by__gte", models.F("held_on"))),
                        name="minutes_follow_their_meeting",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "directive",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="goal",
                        serialize=False,
                        to="directives.directive",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("least", "不少于"), ("most", "不超过")], max_length=6, verbose_name="要求"
                    ),
                ),
                ("target", models.DecimalField(decimal_places=4, max_digits=18, verbose_name="目标值")),
                ("unit", models.CharField(max_length=10, verbose_name="单位")),
                (
                    "base",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=18, null=True, verbose_name="起点"
                    ),
                ),
                ("plan", models.JSONField(blank=True, default=list, verbose_name="序时计划")),
                ("behind_told_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "目标",
                "verbose_name_plural": "目标",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("target__gt", 0)), name="a_target_is_a_number_to_reach"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("base__gte", 0), ("base__lt", models.F("target")), ("side", "least")),
                            models.Q(("base__gt", models.F("target")), ("side", "most")),
                            models.Q(("base__isnull", True), ("side", "most")),
                            _connector="OR",
                        ),
                        name="a_base_lies_before_its_target",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reported",
            fields=[
                (
                    "reply",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="reported",
                        serialize=False,
                        to="matters.reply",
                    ),
                ),
                (
                    "directive",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reported",
                        to="directives.directive",
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=18, null=True, verbose_name="累计完成"
                    ),
                ),
                ("stage", models.DateField(blank=True, null=True, verbose_name="完成的节点")),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="数值说明")),
            ],
            options={
                "verbose_name": "报告数",
                "verbose_name_plural": "报告数",
                "ordering": ["reply_id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value__isnull", False), ("stage__isnull", False), _connector="OR"
                        ),
                        name="a_report_says_something",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Expected",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="expected",
                        to="directives.sitting",
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("words", models.CharField(max_length=500, verbose_name="预计议定事项")),
                (
                    "directive",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directives.directive",
                        verbose_name="督查事项",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directives.source",
                        verbose_name="来源",
                    ),
                ),
                ("left_out", models.CharField(blank=True, max_length=500, verbose_name="不登记的理由")),
            ],
            options={
                "verbose_name": "预计议定事项",
                "verbose_name_plural": "预计议定事项",
                "ordering": ["sitting", "ordinal"],
                "constraints": [
                    models.UniqueConstraint(fields=("sitting", "ordinal"), name="one_ordinal_per_sitting"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("directive", None), ("source", None)),
                            models.Q(("directive", None), ("left_out", "")),
                            models.Q(("left_out", ""), ("source", None)),
                            _connector="OR",
                        ),
                        name="what_was_expected_is_found_once",
                    ),
                ],
            },
        ),
    ]
