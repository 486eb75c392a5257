import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directives", "0001_initial"),
        ("instructions", "0002_found_by_words"),
        ("reports", "0003_lines_name_two"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Instructed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="轮次")),
                ("at", models.DateTimeField(verbose_name="批示时间")),
            ],
            options={
                "verbose_name": "批示于专报",
                "verbose_name_plural": "批示于专报",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("delivered_at", models.DateTimeField(verbose_name="送达时间")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="阅读时间")),
            ],
            options={
                "verbose_name": "送达",
                "verbose_name_plural": "送达",
                "ordering": ["pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="bulletin",
            name="bulletin_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="bulletin",
            name="what_is_signed_is_numbered_and_nothing_else",
        ),
        migrations.AddField(
            model_name="bulletin",
            name="answers",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="instructions.instruction",
                verbose_name="反馈批示",
            ),
        ),
        migrations.AddField(
            model_name="bulletin",
            name="checked_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="核稿时间"),
        ),
        migrations.AddField(
            model_name="bulletin",
            name="checked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="核稿人",
            ),
        ),
        migrations.AddField(
            model_name="bulletin",
            name="readers",
            field=models.ManyToManyField(
                blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="送阅领导"
            ),
        ),
        migrations.AddField(
            model_name="bulletin",
            name="round",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="反馈轮次"),
        ),
        migrations.AddField(
            model_name="bulletin",
            name="signer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="签发领导",
            ),
        ),
        migrations.AlterField(
            model_name="bulletin",
            name="series",
            field=models.CharField(
                choices=[("notice", "督查通报"), ("special", "督查专报")],
                default="notice",
                max_length=10,
                verbose_name="种类",
            ),
        ),
        migrations.AlterField(
            model_name="bulletin",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "拟稿"),
                    ("submitted", "待核稿"),
                    ("checked", "待签发"),
                    ("signed", "已签发"),
                    ("issued", "已印发"),
                    ("discarded", "已废弃"),
                ],
                default="draft",
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.AlterField(
            model_name="quote",
            name="lead",
            field=models.CharField(blank=True, max_length=30, verbose_name="牵头单位"),
        ),
        migrations.AlterField(
            model_name="quote",
            name="phase",
            field=models.CharField(
                choices=[
                    ("preparing", "准备"),
                    ("running", "在办"),
                    ("suspended", "中止"),
                    ("closed", "办结"),
                    ("filed", "存阅"),
                    ("void", "作废"),
                ],
                max_length=12,
                verbose_name="阶段",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "submitted", "checked", "signed", "issued", "discarded"])
                ),
                name="bulletin_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("issue_no", None),
                        ("signed_by", None),
                        ("state__in", ("draft", "submitted", "checked", "discarded")),
                        ("total_no", None),
                    ),
                    models.Q(
                        ("issue_no__isnull", False),
                        ("signed_at__isnull", False),
                        ("signed_by__isnull", False),
                        ("state__in", ("signed", "issued")),
                        ("total_no__isnull", False),
                        ("year__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="what_is_signed_is_numbered_and_nothing_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_by", None),
                    models.Q(("checked_by", models.F("drafted_by")), _negated=True),
                    _connector="OR",
                ),
                name="the_drafter_never_checks_their_own_bulletin",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "checked"), _negated=True),
                    models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                    _connector="OR",
                ),
                name="what_is_checked_says_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["draft", "submitted"]), _negated=True),
                    ("checked_by", None),
                    _connector="OR",
                ),
                name="what_is_being_drafted_is_not_checked",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_by", None), ("signer", None), ("signed_by", models.F("signer")), _connector="OR"
                ),
                name="the_chosen_leader_signs_and_nobody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answers", None), ("round", None)),
                    models.Q(("answers__isnull", False), ("round__gte", 1), ("series", "special")),
                    _connector="OR",
                ),
                name="only_a_special_answers_and_says_which_round",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("series", "special"), _negated=True),
                    models.Q(("issue_to", ""), ("send_to", "")),
                    _connector="OR",
                ),
                name="a_special_only_goes_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("answers__isnull", False), models.Q(("state", "discarded"), _negated=True)
                ),
                fields=("answers", "round"),
                name="a_round_is_answered_once",
            ),
        ),
        migrations.AddField(
            model_name="instructed",
            name="bulletin",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="instructed", to="reports.bulletin"
            ),
        ),
        migrations.AddField(
            model_name="instructed",
            name="instruction",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="instructions.instruction"
            ),
        ),
        migrations.AddField(
            model_name="receipt",
            name="bulletin",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="receipts", to="reports.bulletin"
            ),
        ),
        migrations.AddField(
            model_name="receipt",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="收件人",
            ),
        ),
        migrations.AddConstraint(
            model_name="instructed",
            constraint=models.UniqueConstraint(
                fields=("instruction", "round"), name="a_round_is_written_on_one_bulletin"
            ),
        ),
        migrations.AddConstraint(
            model_name="instructed",
            constraint=models.CheckConstraint(
                condition=models.Q(("round__gte", 1)), name="instructed_rounds_count_from_one"
            ),
        ),
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(fields=["person", "-bulletin"], name="receipt_by_person"),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(fields=("bulletin", "person"), name="delivered_once_to_each"),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("read_at", None), ("read_at__gte", models.F("delivered_at")), _connector="OR"
                ),
                name="nothing_is_read_before_it_is_delivered",
            ),
        ),
    ]
