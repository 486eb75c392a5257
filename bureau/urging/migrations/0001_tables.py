import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("urging", "0001_initial"),
        ("urging", "0002_owed_answer"),
        ("urging", "0003_words_of_the_trade"),
    ]

    initial = True

    dependencies = [
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Urging",
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
                        choices=[("slip", "催办单"), ("letter", "督办函（黄牌）"), ("red", "红牌并约谈")],
                        max_length=8,
                        verbose_name="文书",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.matter"
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urgings",
                        to="matters.assignment",
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.duty",
                        verbose_name="逾期的步骤",
                    ),
                ),
                (
                    "owed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.duty",
                        verbose_name="所欠的回复",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="时限")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="文号")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("issued", "待回复"),
                            ("answered", "已回复"),
                            ("escalated", "未回复，已升级"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="issued",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("text", models.TextField(verbose_name="正文")),
                ("how", models.JSONField(default=list, verbose_name="时限说明")),
                ("remark", models.CharField(blank=True, max_length=1000, verbose_name="要求")),
                ("answer_due_at", models.DateTimeField(blank=True, null=True, verbose_name="回复时限")),
                ("talk_at", models.DateTimeField(blank=True, null=True, verbose_name="约谈时间")),
                ("talk_place", models.CharField(blank=True, max_length=100, verbose_name="约谈地点")),
                ("talk_record", models.TextField(blank=True, max_length=4000, verbose_name="约谈记录")),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签发人",
                    ),
                ),
                ("issued_at", models.DateTimeField(verbose_name="发出时间")),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="回复")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="回复时间")),
                ("in_time", models.BooleanField(blank=True, null=True, verbose_name="按时回复")),
                ("withdrawn_because", models.CharField(blank=True, max_length=500, verbose_name="撤回理由")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "催办文书",
                "verbose_name_plural": "催办文书",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["assignment", "-id"], name="urging_by_assignment"),
                    models.Index(fields=["matter", "-id"], name="urging_by_matter"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("duty", "kind", "due_at"),
                        name="a_paper_is_issued_once_per_due_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "answered"), _negated=True),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("in_time__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answered_paper_has_its_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "red"), _negated=True),
                            models.Q(("talk_at__isnull", False), models.Q(("talk_place", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_red_card_calls_to_a_talk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(("withdrawn_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_withdrawn_paper_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Waiver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.duty"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("remind", "提醒"),
                            ("due", "当日到期"),
                            ("late", "逾期告知"),
                            ("slip", "催办单"),
                            ("letter", "督办函（黄牌）"),
                            ("red", "红牌并约谈"),
                        ],
                        max_length=8,
                        verbose_name="文书",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="时限")),
                ("reason", models.CharField(max_length=200, verbose_name="理由")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
            ],
            options={
                "verbose_name": "暂缓发出",
                "verbose_name_plural": "暂缓发出",
                "constraints": [
                    models.UniqueConstraint(fields=("duty", "kind", "due_at"), name="a_paper_is_waived_once")
                ],
            },
        ),
    ]
