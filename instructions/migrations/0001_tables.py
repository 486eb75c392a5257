import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("instructions", "0001_initial"),
        ("instructions", "0002_found_by_words"),
        ("instructions", "0003_four_eyes_on_a_proposal"),
        ("instructions", "0004_found_as_seen"),
        ("instructions", "0005_words_taken_back"),
    ]

    initial = True

    dependencies = [
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="来文标题")),
                ("number", models.CharField(blank=True, max_length=60, verbose_name="文号")),
                ("key", models.CharField(max_length=300, unique=True)),
                (
                    "matter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="所批事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "来文",
                "verbose_name_plural": "来文",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="a_paper_has_a_title"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("matter__isnull", False)),
                        fields=("matter",),
                        name="one_paper_per_matter",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Instruction",
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
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instructions",
                        to="instructions.paper",
                        verbose_name="来文",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("registered", "待拟办"),
                            ("proposed", "待审定"),
                            ("running", "办理中"),
                            ("reviewing", "待审核"),
                            ("accepted", "待呈报"),
                            ("reported", "已呈报"),
                            ("suspended", "已中止"),
                            ("closed", "已办结"),
                            ("filed", "存阅"),
                            ("void", "已作废"),
                        ],
                        default="registered",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("self_handled", models.BooleanField(default=False, verbose_name="督查局自办")),
                (
                    "lead_unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="拟牵头单位",
                    ),
                ),
                ("due", models.DateField(blank=True, null=True, verbose_name="批示时限")),
                ("asked", models.CharField(blank=True, max_length=500, verbose_name="办理要求")),
                ("opinion", models.CharField(blank=True, max_length=500, verbose_name="拟办意见")),
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
                (
                    "shown",
                    models.CharField(
                        choices=[("summary", "摘要"), ("original", "批示原文")],
                        default="summary",
                        max_length=8,
                        verbose_name="承办单位可见",
                    ),
                ),
                ("summary", models.CharField(blank=True, max_length=1000, verbose_name="批示摘要")),
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
                ("secret_words", models.TextField(blank=True, verbose_name="检索词")),
                (
                    "co_units",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="org.unit", verbose_name="拟协办单位"
                    ),
                ),
            ],
            options={
                "verbose_name": "领导批示件",
                "verbose_name_plural": "领导批示件",
                "ordering": ["-matter_id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "registered",
                                    "proposed",
                                    "running",
                                    "reviewing",
                                    "accepted",
                                    "reported",
                                    "suspended",
                                    "closed",
                                    "filed",
                                    "void",
                                ],
                            )
                        ),
                        name="instruction_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("self_handled", False), ("lead_unit__isnull", True), _connector="OR"
                        ),
                        name="a_lead_or_the_bureau_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "proposed"), _negated=True),
                            ("proposed_by__isnull", False),
                            _connector="OR",
                        ),
                        name="a_proposal_is_somebodys",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("result", ""),
                            models.Q(("result_by__isnull", False), ("self_handled", True)),
                            _connector="OR",
                        ),
                        name="only_the_bureaus_own_result_stands_here",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "instruction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="instructions.instruction",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="轮次")),
                (
                    "leader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批示领导账号",
                    ),
                ),
                ("leader_name", models.CharField(max_length=40, verbose_name="批示领导")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("central", "中央"),
                            ("province", "省级"),
                            ("city", "市级"),
                            ("county", "县级"),
                        ],
                        default="county",
                        max_length=8,
                        verbose_name="层级",
                    ),
                ),
                ("date", models.DateField(verbose_name="批示日期")),
                ("words", models.TextField(max_length=2000, verbose_name="批示内容")),
                (
                    "meaning",
                    models.CharField(
                        choices=[("order", "批办"), ("handle", "阅处"), ("study", "阅研"), ("know", "阅知")],
                        default="order",
                        max_length=8,
                        verbose_name="批示要求",
                    ),
                ),
                ("positive", models.BooleanField(default=False, verbose_name="肯定性批示")),
                ("wants_answer", models.BooleanField(default=True, verbose_name="要求反馈")),
                (
                    "origin",
                    models.CharField(
                        choices=[("paper", "纸质登记"), ("typed", "系统内批示"), ("ink", "手写批示")],
                        default="paper",
                        max_length=5,
                        verbose_name="来历",
                    ),
                ),
                ("transcribed_at", models.DateTimeField(blank=True, null=True, verbose_name="转写时间")),
                ("told", models.TextField(blank=True, verbose_name="承办单位所见")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="交办时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="办理时限")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="报送时间")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="反馈时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="撤回时间")),
                ("before", models.JSONField(default=dict, verbose_name="此前")),
            ],
            options={
                "verbose_name": "批示",
                "verbose_name_plural": "批示",
                "ordering": ["number"],
                "indexes": [
                    models.Index(fields=["leader", "-id"], name="round_by_leader"),
                    models.Index(fields=["date"], name="round_by_date"),
                    models.Index(
                        condition=models.Q(("positive", True)), fields=["positive"], name="round_positive"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("instruction", "number"),
                        name="one_round_per_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="rounds_count_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("words", ""), _negated=True),
                            models.Q(("leader_name", ""), _negated=True),
                        ),
                        name="a_round_says_who_and_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("leader__isnull", True), ("level", "county"), _connector="OR"),
                        name="accounts_are_of_county_leaders",
                    ),
                ],
            },
        ),
    ]
