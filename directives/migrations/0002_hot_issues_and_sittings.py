import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directives", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Expected",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("words", models.CharField(max_length=500, verbose_name="预计议定事项")),
                ("left_out", models.CharField(blank=True, max_length=500, verbose_name="不登记的理由")),
            ],
            options={
                "verbose_name": "预计议定事项",
                "verbose_name_plural": "预计议定事项",
                "ordering": ["sitting", "ordinal"],
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
                ("no_minutes", models.CharField(blank=True, max_length=500, verbose_name="不出纪要的原因")),
                ("registered_at", models.DateTimeField(verbose_name="登记时间")),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "列席会议",
                "verbose_name_plural": "列席会议",
                "ordering": ["-held_on", "-id"],
            },
        ),
        migrations.AddField(
            model_name="source",
            name="channel",
            field=models.CharField(
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
        migrations.AddField(
            model_name="source",
            name="heard",
            field=models.TextField(blank=True, max_length=2000, verbose_name="群众反映"),
        ),
        migrations.AlterField(
            model_name="source",
            name="kind",
            field=models.CharField(
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
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "hot_issue"),
                        models.Q(("channel", ""), _negated=True),
                        models.Q(("heard", ""), _negated=True),
                    ),
                    models.Q(models.Q(("kind", "hot_issue"), _negated=True), ("channel", ""), ("heard", "")),
                    _connector="OR",
                ),
                name="a_hot_issue_says_where_and_what_was_heard",
            ),
        ),
        migrations.AddField(
            model_name="expected",
            name="directive",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directives.directive",
                verbose_name="督查事项",
            ),
        ),
        migrations.AddField(
            model_name="expected",
            name="source",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directives.source",
                verbose_name="来源",
            ),
        ),
        migrations.AddField(
            model_name="sitting",
            name="attendees",
            field=models.ManyToManyField(
                related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="列席人员"
            ),
        ),
        migrations.AddField(
            model_name="sitting",
            name="minutes",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sittings",
                to="directives.source",
                verbose_name="会议纪要",
            ),
        ),
        migrations.AddField(
            model_name="sitting",
            name="registered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="登记人",
            ),
        ),
        migrations.AddField(
            model_name="expected",
            name="sitting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="expected", to="directives.sitting"
            ),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__isnull", True), ("no_minutes", ""), _connector="OR"),
                name="minutes_came_or_none_will",
            ),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes_by__gte", models.F("held_on"))),
                name="minutes_follow_their_meeting",
            ),
        ),
        migrations.AddConstraint(
            model_name="expected",
            constraint=models.UniqueConstraint(fields=("sitting", "ordinal"), name="one_ordinal_per_sitting"),
        ),
        migrations.AddConstraint(
            model_name="expected",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("directive", None), ("source", None)),
                    models.Q(("directive", None), ("left_out", "")),
                    models.Q(("left_out", ""), ("source", None)),
                    _connector="OR",
                ),
                name="what_was_expected_is_found_once",
            ),
        ),
    ]
