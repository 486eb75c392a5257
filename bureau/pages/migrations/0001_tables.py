import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("pages", "0001_initial"),
        ("pages", "0002_a_second_click_is_led_the_same_way"),
        ("pages", "0003_two_blank_forms_are_two_sheets"),
        ("pages", "0004_saved_views"),
        ("pages", "0005_columns_chosen"),
        ("pages", "0006_drafts_kept_sealed"),
    ]

    initial = True

    dependencies = [
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="ColumnChoice",
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
                        verbose_name="选的人",
                    ),
                ),
                ("list", models.CharField(max_length=60, verbose_name="列表")),
                ("names", models.CharField(blank=True, max_length=400, verbose_name="栏目")),
            ],
            options={
                "verbose_name": "栏目",
                "verbose_name_plural": "栏目",
                "constraints": [
                    models.UniqueConstraint(fields=("person", "list"), name="one_choice_of_columns")
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
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
                    ),
                ),
                ("form", models.CharField(max_length=120)),
                ("sheet", models.UUIDField()),
                ("values", models.JSONField(default=dict)),
                ("sealed", models.BinaryField(null=True)),
                ("at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "草稿",
                "verbose_name_plural": "草稿",
                "constraints": [
                    models.UniqueConstraint(fields=("person", "form", "sheet"), name="one_draft_per_sheet"),
                    models.CheckConstraint(
                        condition=models.Q(("sealed", None), ("values", {}), _connector="OR"),
                        name="nothing_stands_beside_what_is_sealed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
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
                        verbose_name="存的人",
                    ),
                ),
                ("desk", models.CharField(blank=True, max_length=16, verbose_name="岗位")),
                ("list", models.CharField(max_length=60, verbose_name="列表")),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                ("query", models.CharField(max_length=2000, verbose_name="条件")),
            ],
            options={
                "verbose_name": "视图",
                "verbose_name_plural": "视图",
                "ordering": ["desk", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("desk", "")),
                        fields=("person", "list", "name"),
                        name="one_view_of_a_name",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("desk", ""), _negated=True),
                        fields=("desk", "list", "name"),
                        name="one_view_of_a_desk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("token", models.UUIDField(primary_key=True, serialize=False)),
                ("typed", models.CharField(blank=True, db_default="", default="", max_length=64)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("led_to", models.TextField(blank=True, db_default="", default="")),
            ],
            options={
                "verbose_name": "已提交表单",
                "verbose_name_plural": "已提交表单",
                "indexes": [
                    models.Index(
                        condition=models.Q(("typed", ""), _negated=True),
                        fields=["typed", "at"],
                        name="submission_typed",
                    )
                ],
            },
        ),
    ]
