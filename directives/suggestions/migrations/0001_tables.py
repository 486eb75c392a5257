import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("suggestions", "0001_initial")]

    initial = True

    dependencies = [
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Suggestion",
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
                            ("draft", "已登记"),
                            ("proposed", "待审定"),
                            ("sent", "待答复"),
                            ("answered", "已答复"),
                            ("suspended", "已中止"),
                            ("adopted", "已纳入决策"),
                            ("closed", "已办结"),
                            ("void", "已作废"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[("unit", "单位"), ("leader", "县领导"), ("meeting", "会议")],
                        max_length=8,
                        verbose_name="提给",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收文领导",
                    ),
                ),
                ("meeting", models.CharField(blank=True, max_length=60, verbose_name="会议")),
                ("grounds", models.TextField(blank=True, max_length=2000, verbose_name="情况和问题")),
                ("text", models.TextField(max_length=4000, verbose_name="建议内容")),
                ("answer_by", models.DateField(blank=True, null=True, verbose_name="答复时限")),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("adopted", "采纳"), ("partly", "部分采纳"), ("declined", "不采纳")],
                        max_length=8,
                        verbose_name="答复",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=3000, verbose_name="理由和打算")),
                ("paper_title", models.CharField(blank=True, max_length=200, verbose_name="采纳文件")),
                ("paper_number", models.CharField(blank=True, max_length=40, verbose_name="文号")),
                ("paper_date", models.DateField(blank=True, null=True, verbose_name="文件日期")),
            ],
            options={
                "verbose_name": "督查建议",
                "verbose_name_plural": "督查建议",
                "ordering": ["-matter_id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "draft",
                                    "proposed",
                                    "sent",
                                    "answered",
                                    "suspended",
                                    "adopted",
                                    "closed",
                                    "void",
                                ],
                            )
                        ),
                        name="suggestion_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("meeting", ""), ("recipient__isnull", True), ("to", "unit")),
                            models.Q(("meeting", ""), ("recipient__isnull", False), ("to", "leader")),
                            models.Q(
                                ("recipient__isnull", True),
                                ("to", "meeting"),
                                models.Q(("meeting", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_suggestion_goes_to_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["answered", "adopted", "closed"]), _negated=True),
                            models.Q(("verdict", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_is_answered_says_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "adopted"), _negated=True),
                            models.Q(
                                ("paper_date__isnull", False),
                                ("verdict__in", ("adopted", "partly")),
                                models.Q(("paper_title", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="what_was_adopted_names_its_paper",
                    ),
                ],
            },
        ),
    ]
