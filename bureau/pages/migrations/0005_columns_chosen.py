"""Columns that are chosen; and 「我经办的」 is asked by 经办人 「我」, also by the views that were saved before."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Value
from django.db.models.functions import Replace


def ask_by_officer(apps, schema_editor):
    views = apps.get_model("pages", "SavedView").objects.filter(query__contains="mine=on")
    views.update(query=Replace("query", Value("mine=on"), Value("officer=me")))


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0004_saved_views"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
                ("list", models.CharField(max_length=60, verbose_name="列表")),
                ("names", models.CharField(blank=True, max_length=400, verbose_name="栏目")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="选的人",
                    ),
                ),
            ],
            options={
                "verbose_name": "栏目",
                "verbose_name_plural": "栏目",
                "constraints": [
                    models.UniqueConstraint(fields=("person", "list"), name="one_choice_of_columns")
                ],
            },
        ),
        migrations.RunPython(ask_by_officer, migrations.RunPython.noop),
    ]
