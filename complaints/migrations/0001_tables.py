import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("complaints", "0001_initial"), ("complaints", "0002_limits")]

    initial = True

    dependencies = [
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Cause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=30, unique=True, verbose_name="事由")),
                ("conduct", models.CharField(max_length=160, verbose_name="行为")),
                ("basis", models.CharField(max_length=60, verbose_name="依据")),
                (
                    "keywords",
                    models.CharField(
                        blank=True,
                        help_text="用顿号隔开；登记时按它们从原话里读出事由",
                        max_length=200,
                        verbose_name="关键词",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=500, verbose_name="排序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "投诉事由",
                "verbose_name_plural": "投诉事由",
                "ordering": ["order", "id"],
            },
        ),
        migrations.CreateModel(
            name="PublicUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("digest", models.CharField(max_length=64)),
                ("hour", models.DateTimeField(db_index=True)),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "网上投诉使用次数",
                "verbose_name_plural": "网上投诉使用次数",
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "digest", "hour"), name="a_place_once_per_hour")
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                (
                    "kind",
                    models.CharField(
                        choices=[("visit", "走访"), ("round_table", "座谈会")],
                        max_length=12,
                        verbose_name="方式",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="日期")),
                ("place", models.CharField(max_length=60, verbose_name="地点")),
                ("went", models.CharField(max_length=120, verbose_name="督查局参加人员")),
                (
                    "enterprises",
                    models.CharField(blank=True, max_length=500, verbose_name="企业（同意公开的）"),
                ),
                ("count", models.PositiveSmallIntegerField(verbose_name="企业家数")),
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
            ],
            options={
                "verbose_name": "走访座谈",
                "verbose_name_plural": "走访座谈",
                "ordering": ["-held_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("count__gte", 1)), name="a_visit_meets_somebody"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Complaint",
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
                            ("received", "待受理审查"),
                            ("supplementing", "待补正"),
                            ("refusing", "待审批"),
                            ("accepted", "已受理待转办"),
                            ("running", "办理中"),
                            ("reviewing", "待审核"),
                            ("suspended", "已中止"),
                            ("answering", "待答复"),
                            ("answered", "待回访"),
                            ("dissatisfied", "不满意待甄别"),
                            ("closed", "已办结"),
                            ("refused", "不予受理"),
                            ("routed", "已导入其他渠道"),
                            ("filed", "存查"),
                            ("merged", "已并案"),
                            ("withdrawn", "已撤诉"),
                            ("void", "已作废"),
                        ],
                        default="received",
                        max_length=14,
                        verbose_name="状态",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("call", "来电"),
                            ("letter", "来信"),
                            ("visit", "来访"),
                            ("web", "网络"),
                            ("hotline", "12345转来"),
                            ("superior", "上级转办"),
                            ("meeting", "走访座谈收集"),
                        ],
                        max_length=10,
                        verbose_name="渠道",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="收到时间")),
                (
                    "cause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="complaints.cause",
                        verbose_name="投诉事由",
                    ),
                ),
                (
                    "identity_mode",
                    models.CharField(
                        choices=[
                            ("named", "实名"),
                            ("confidential", "实名但要求保密"),
                            ("anonymous", "匿名"),
                        ],
                        max_length=14,
                        verbose_name="身份方式",
                    ),
                ),
                (
                    "complainant",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enterprise", "企业"),
                            ("trader", "个体工商户"),
                            ("owner", "项目业主"),
                            ("chamber", "商协会"),
                            ("person", "个人"),
                        ],
                        max_length=12,
                        verbose_name="投诉人类别",
                    ),
                ),
                (
                    "respondent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="被投诉单位",
                    ),
                ),
                (
                    "respondent_words",
                    models.CharField(blank=True, max_length=60, verbose_name="被投诉人员职务或其他对象"),
                ),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="发生地点")),
                ("happened", models.CharField(blank=True, max_length=60, verbose_name="发生时间")),
                ("facts", models.TextField(max_length=4000, verbose_name="反映的事实")),
                ("demand", models.CharField(blank=True, max_length=500, verbose_name="诉求")),
                (
                    "told_before",
                    models.CharField(blank=True, max_length=200, verbose_name="曾向其他机关反映"),
                ),
                ("wants_reply", models.BooleanField(default=True, verbose_name="要求答复")),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[("transfer", "转办"), ("assign", "交办"), ("own", "自办")],
                        max_length=10,
                        verbose_name="办理方式",
                    ),
                ),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="受理时间")),
                ("deemed", models.BooleanField(default=False, verbose_name="视为受理")),
                ("supplemented", models.BooleanField(default=False, verbose_name="已要求补正")),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("R1", "市场主体之间的民事纠纷"),
                            ("R2", "已进入或者应当进入诉讼、仲裁、行政复议、信访、纪检监察程序"),
                            ("R3", "其他单位已受理正在办理，或者已作出处理决定"),
                            ("R4", "同一事项已办结，没有新证据、新理由"),
                            ("R5", "不属于营商环境监督职责"),
                            ("R6", "没有明确的对象、事实或者请求，补正后仍不明确"),
                            ("R7", "涉及国家秘密，须按保密规定另行办理"),
                            ("R8", "因不可抗力造成"),
                            ("R9", "匿名且没有可以核查的具体线索"),
                            ("R10", "属于政府信息公开申请"),
                            ("R11", "超过本县规定的反映期限"),
                        ],
                        max_length=4,
                        verbose_name="不予受理情形",
                    ),
                ),
                ("route", models.CharField(blank=True, max_length=200, verbose_name="正确途径")),
                ("refusal_words", models.CharField(blank=True, max_length=500, verbose_name="不予受理理由")),
                (
                    "proposed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="拟办人",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="决定时间")),
                (
                    "notice_number",
                    models.CharField(
                        blank=True, max_length=40, null=True, unique=True, verbose_name="告知书编号"
                    ),
                ),
                ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="告知时间")),
                (
                    "told_way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("call", "电话告知"),
                            ("person", "当面送达"),
                            ("post", "邮寄送达"),
                            ("code", "查询码自行查看"),
                        ],
                        max_length=8,
                        verbose_name="告知方式",
                    ),
                ),
                ("summary", models.CharField(blank=True, max_length=1000, verbose_name="转办摘要")),
                (
                    "transfer_number",
                    models.CharField(
                        blank=True, max_length=40, null=True, unique=True, verbose_name="转办单编号"
                    ),
                ),
                ("self_handled", models.BooleanField(default=False, verbose_name="督查局自办")),
                ("result", models.TextField(blank=True, max_length=4000, verbose_name="自办结果")),
                (
                    "result_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="自办人",
                    ),
                ),
                (
                    "finding",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("true", "属实"),
                            ("partly", "部分属实"),
                            ("untrue", "不属实"),
                            ("unproven", "无法查实"),
                        ],
                        max_length=10,
                        verbose_name="查核结论",
                    ),
                ),
                ("remedy", models.CharField(blank=True, max_length=500, verbose_name="处理结果")),
                (
                    "refunded",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="退还金额（元）"
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="答复意见")),
                (
                    "answer_number",
                    models.CharField(
                        blank=True, max_length=40, null=True, unique=True, verbose_name="答复书编号"
                    ),
                ),
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
                (
                    "answer_way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("call", "电话告知"),
                            ("person", "当面送达"),
                            ("post", "邮寄送达"),
                            ("code", "查询码自行查看"),
                        ],
                        max_length=8,
                        verbose_name="答复方式",
                    ),
                ),
                ("contacted", models.BooleanField(blank=True, null=True, verbose_name="已联系投诉人")),
                ("solved", models.BooleanField(blank=True, null=True, verbose_name="问题已解决")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "满意"),
                            ("fairly", "基本满意"),
                            ("dissatisfied", "不满意"),
                            ("none", "未评价"),
                        ],
                        max_length=12,
                        verbose_name="满意度",
                    ),
                ),
                ("called_back_at", models.DateTimeField(blank=True, null=True, verbose_name="回访时间")),
                ("redone", models.BooleanField(default=False, verbose_name="不满意已重办")),
                ("unlawful_demand", models.BooleanField(default=False, verbose_name="诉求不合法，已作解释")),
                ("repeats", models.BooleanField(default=False, verbose_name="90日内重复")),
                ("malicious", models.BooleanField(default=False, verbose_name="恶意投诉")),
                (
                    "whole",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="complaints.complaint",
                        verbose_name="拆分自",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="complaints.complaint",
                        verbose_name="并入",
                    ),
                ),
                ("secret_words", models.TextField(blank=True, verbose_name="检索词")),
                ("by_code", models.BooleanField(default=False, verbose_name="凭查询码查询")),
            ],
            options={
                "verbose_name": "营商环境投诉",
                "verbose_name_plural": "营商环境投诉",
                "ordering": ["-matter_id"],
                "indexes": [
                    models.Index(
                        fields=["cause", "respondent", "-received_at"], name="complaint_like_others"
                    ),
                    models.Index(fields=["state", "-matter"], name="complaint_by_state"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "received",
                                    "supplementing",
                                    "refusing",
                                    "accepted",
                                    "running",
                                    "reviewing",
                                    "suspended",
                                    "answering",
                                    "answered",
                                    "dissatisfied",
                                    "closed",
                                    "refused",
                                    "routed",
                                    "filed",
                                    "merged",
                                    "withdrawn",
                                    "void",
                                ],
                            )
                        ),
                        name="complaint_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["refused", "routed"]), _negated=True),
                            models.Q(
                                models.Q(("ground", ""), _negated=True),
                                models.Q(("route", ""), _negated=True),
                                ("notice_number__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_refusal_says_why_and_where_to",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state__in",
                                    [
                                        "accepted",
                                        "running",
                                        "reviewing",
                                        "answering",
                                        "answered",
                                        "dissatisfied",
                                        "suspended",
                                        "closed",
                                    ],
                                ),
                                _negated=True,
                            ),
                            ("accepted_at__isnull", False),
                            _connector="OR",
                        ),
                        name="what_is_handled_was_accepted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "merged"), _negated=True),
                            ("merged_into__isnull", False),
                            _connector="OR",
                        ),
                        name="what_is_merged_says_into_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refusing"), _negated=True),
                            ("proposed_by__isnull", False),
                            _connector="OR",
                        ),
                        name="a_refusal_is_somebodys_proposal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("result", ""),
                            models.Q(("result_by__isnull", False), ("self_handled", True)),
                            _connector="OR",
                        ),
                        name="only_the_bureaus_own_finding_stands_here",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("refunded__gte", 0)), name="nothing_negative_is_refunded"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("whole", models.F("matter")), _negated=True),
                            models.Q(("merged_into", models.F("matter")), _negated=True),
                        ),
                        name="a_complaint_is_no_part_of_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Coordination",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coordinations",
                        to="complaints.complaint",
                    ),
                ),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("held_on", models.DateField(verbose_name="日期")),
                ("place", models.CharField(max_length=60, verbose_name="地点")),
                ("went", models.CharField(max_length=120, verbose_name="督查局参加人员")),
                ("present", models.CharField(max_length=500, verbose_name="到场单位和人员")),
                ("minutes", models.TextField(max_length=2000, verbose_name="协调情况")),
            ],
            options={
                "verbose_name": "现场协调",
                "verbose_name_plural": "现场协调",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Hearing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hearings",
                        to="complaints.complaint",
                    ),
                ),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("asked_on", models.DateField(verbose_name="发出日期")),
                ("questions", models.TextField(max_length=1000, verbose_name="需要说明的问题")),
                ("until", models.DateField(verbose_name="说明期限")),
                ("heard_on", models.DateField(blank=True, null=True, verbose_name="收到说明日期")),
                ("explanation", models.TextField(blank=True, max_length=2000, verbose_name="说明内容")),
            ],
            options={
                "verbose_name": "听取说明",
                "verbose_name_plural": "听取说明",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("explanation", ""), ("heard_on__isnull", True)),
                            models.Q(
                                ("heard_on__isnull", False), models.Q(("explanation", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="what_was_heard_stands_in_words",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("heard_on__isnull", True)),
                        fields=("complaint",),
                        name="one_hearing_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reception",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("call", "来电"),
                            ("letter", "来信"),
                            ("visit", "来访"),
                            ("web", "网络"),
                            ("hotline", "12345转来"),
                            ("superior", "上级转办"),
                            ("meeting", "走访座谈收集"),
                        ],
                        max_length=10,
                        verbose_name="渠道",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="收到时间")),
                ("late_reason", models.CharField(blank=True, max_length=100, verbose_name="补登原因")),
                ("registered_at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="接待人",
                    ),
                ),
                ("persons", models.PositiveSmallIntegerField(default=1, verbose_name="人次")),
                ("representatives", models.PositiveSmallIntegerField(default=1, verbose_name="代表人数")),
                (
                    "order_number",
                    models.CharField(
                        blank=True, max_length=40, null=True, unique=True, verbose_name="工单编号"
                    ),
                ),
                ("title", models.CharField(max_length=60, verbose_name="事由")),
                ("wants", models.TextField(max_length=2000, verbose_name="反映内容")),
                ("answer", models.TextField(blank=True, max_length=1000, verbose_name="当场答复")),
                (
                    "complaint",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receptions",
                        to="complaints.complaint",
                        verbose_name="投诉件",
                    ),
                ),
            ],
            options={
                "verbose_name": "来信来访来电",
                "verbose_name_plural": "来信来访来电",
                "ordering": ["-received_at", "-id"],
                "indexes": [models.Index(fields=["channel", "-received_at"], name="reception_by_channel")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("persons__gte", 1)), name="a_batch_is_somebody"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("representatives__gte", 1), ("representatives__lte", models.F("persons"))
                        ),
                        name="representatives_are_of_the_batch",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", "visit"), _negated=True),
                            ("representatives__lte", 5),
                            _connector="OR",
                        ),
                        name="a_joint_visit_names_at_most_five",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("complaint__isnull", False),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_reception_is_answered_or_a_complaint",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("received_at__lte", models.F("registered_at"))),
                        name="nothing_is_registered_before_it_came",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="complaints.visit",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("words", models.TextField(max_length=1000, verbose_name="反映的问题")),
                ("answer", models.TextField(blank=True, max_length=500, verbose_name="当场答复")),
                (
                    "complaint",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="complaints.complaint",
                        verbose_name="投诉件",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="另立事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "走访座谈反映的问题",
                "verbose_name_plural": "走访座谈反映的问题",
                "ordering": ["visit", "place"],
                "constraints": [
                    models.UniqueConstraint(fields=("visit", "place"), name="one_place_per_question"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("complaint", None)),
                            models.Q(("answer", ""), ("matter", None)),
                            models.Q(("complaint", None), ("matter", None)),
                            _connector="OR",
                        ),
                        name="a_question_goes_one_way",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreedItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "coordination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="complaints.coordination",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("who", models.CharField(max_length=60, verbose_name="责任方")),
                ("what", models.CharField(max_length=300, verbose_name="议定内容")),
                ("until", models.DateField(verbose_name="完成时限")),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.assignment",
                        verbose_name="承办单位",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="完成日期")),
                ("done_words", models.CharField(blank=True, max_length=500, verbose_name="落实情况")),
            ],
            options={
                "verbose_name": "议定事项",
                "verbose_name_plural": "议定事项",
                "ordering": ["coordination", "place"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("coordination", "place"), name="one_place_per_agreed_item"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on__isnull", True), ("done_words", "")),
                            models.Q(("done_on__isnull", False), models.Q(("done_words", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="what_was_agreed_is_done_in_words",
                    ),
                ],
            },
        ),
    ]
