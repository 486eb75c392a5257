from decimal import Decimal

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import appraisal.ballots.models.ballot


class Migration(migrations.Migration):
    replaces = [("ballots", "0001_initial")]

    initial = True

    dependencies = [
        ("appraisal", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Poll",
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
                        related_name="polls",
                        to="appraisal.period",
                        verbose_name="考核期",
                    ),
                ),
                ("title", models.CharField(max_length=60, verbose_name="名称")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "筹备"),
                            ("open", "正在测评"),
                            ("closed", "已截止，待确认计票"),
                            ("counted", "已确认计票"),
                            ("void", "已作废"),
                        ],
                        default="draft",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="开始日期")),
                ("closes_on", models.DateField(verbose_name="截止日期")),
                ("options", models.JSONField(default=list, verbose_name="选项")),
                ("least", models.PositiveSmallIntegerField(default=5, verbose_name="有效票不少于")),
                (
                    "high_from",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("90"), max_digits=5, verbose_name="高分从"
                    ),
                ),
                (
                    "high_most",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="高分最多几个"),
                ),
                (
                    "low_below",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("70"), max_digits=5, verbose_name="低分不到"
                    ),
                ),
                (
                    "low_least",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="低分至少几个"),
                ),
                ("refuse_equal", models.BooleanField(default=False, verbose_name="全部选同一项的无效")),
                ("refuse_full", models.BooleanField(default=False, verbose_name="全部选最高项的无效")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("result", models.JSONField(blank=True, null=True, verbose_name="计票结果")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "测评",
                "verbose_name_plural": "测评",
                "ordering": ["period", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "open", "closed", "counted", "void"])),
                        name="poll_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="a_poll_closes_after_it_opens",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("least__gte", 5)), name="few_ballots_are_never_told"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "void"), _negated=True),
                        fields=("period", "title"),
                        name="a_poll_once_per_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "counted"), _negated=True),
                            models.Q(("confirmed_by__isnull", False), ("result__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_counted_poll_was_confirmed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            models.Q(("confirmed_by", models.F("closed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_closes_a_poll_does_not_confirm_its_count",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WrongCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("hour", models.DateTimeField(db_index=True)),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "错误票码次数",
                "verbose_name_plural": "错误票码次数",
                "constraints": [
                    models.UniqueConstraint(fields=("digest", "hour"), name="a_place_tries_once_per_hour")
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
                    "poll",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subjects",
                        to="ballots.poll",
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("team", "领导班子"), ("unit", "单位"), ("cadre", "领导干部")],
                        max_length=6,
                        verbose_name="对象",
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
                        related_name="+",
                        to="org.position",
                        verbose_name="任职",
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="被测评对象")),
            ],
            options={
                "verbose_name": "被测评对象",
                "verbose_name_plural": "被测评对象",
                "ordering": ["poll", "ordinal"],
                "constraints": [
                    models.UniqueConstraint(fields=("poll", "ordinal"), name="a_row_of_a_ballot_once"),
                    models.UniqueConstraint(fields=("poll", "label"), name="rows_of_a_ballot_are_told_apart"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "cadre"), ("position__isnull", False)),
                            models.Q(models.Q(("kind", "cadre"), _negated=True), ("position__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_cadre_on_a_ballot_is_a_position",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Group",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "poll",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="groups", to="ballots.poll"
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=30, verbose_name="投票人")),
                ("weight", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="权重（%）")),
                (
                    "way",
                    models.CharField(
                        choices=[("codes", "票码（手机、电脑）"), ("paper", "纸质票")],
                        max_length=5,
                        verbose_name="方式",
                    ),
                ),
                ("entitled", models.PositiveIntegerField(verbose_name="应投人数")),
                ("issued", models.PositiveIntegerField(default=0, verbose_name="已印票码")),
                ("handed_out", models.PositiveIntegerField(default=0, verbose_name="已发出张数")),
            ],
            options={
                "verbose_name": "投票人",
                "verbose_name_plural": "投票人",
                "ordering": ["poll", "ordinal"],
                "constraints": [
                    models.UniqueConstraint(fields=("poll", "name"), name="a_group_of_voters_once"),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gt", 0), ("weight__lte", 100)), name="a_group_has_weight"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("entitled__gt", 0)), name="somebody_of_a_group_may_vote"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("handed_out__lte", models.F("entitled")), ("issued__lte", models.F("entitled"))
                        ),
                        name="no_more_ballots_than_voters",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="counts", to="ballots.group"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="计票人",
                    ),
                ),
                ("received", models.PositiveIntegerField(verbose_name="收回张数")),
                ("invalid", models.PositiveIntegerField(verbose_name="无效张数")),
                ("cells", models.JSONField(verbose_name="各项票数")),
                ("at", models.DateTimeField(verbose_name="录入时间")),
            ],
            options={
                "verbose_name": "计票",
                "verbose_name_plural": "计票",
                "ordering": ["group", "at"],
                "constraints": [
                    models.UniqueConstraint(fields=("group", "by"), name="a_counter_counts_once"),
                    models.CheckConstraint(
                        condition=models.Q(("invalid__lte", models.F("received"))),
                        name="no_more_invalid_ballots_than_came_in",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Code",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="ballots.group"
                    ),
                ),
            ],
            options={
                "verbose_name": "票码",
                "verbose_name_plural": "票码",
            },
        ),
        migrations.CreateModel(
            name="Ballot",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=appraisal.ballots.models.ballot.random_key, primary_key=True, serialize=False
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ballots",
                        to="ballots.group",
                    ),
                ),
                ("sealed", models.BinaryField()),
            ],
            options={
                "verbose_name": "选票",
                "verbose_name_plural": "选票",
            },
        ),
    ]
