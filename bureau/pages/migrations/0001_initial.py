import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def takes_over(table: str) -> migrations.RunSQL:
    """The hall's table under the kit's name, with what it holds."""
    return migrations.RunSQL(
        f"ALTER TABLE matters_{table} RENAME TO pages_{table}",
        f"ALTER TABLE pages_{table} RENAME TO matters_{table}",
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("matters", "0009_forms_move_to_the_kit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[takes_over("draft"), takes_over("submission")],
            state_operations=[
                migrations.CreateModel(
                    name="Submission",
                    fields=[
                        ("token", models.UUIDField(primary_key=True, serialize=False)),
                        ("at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={"verbose_name": "已提交表单", "verbose_name_plural": "已提交表单"},
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
                        ("form", models.CharField(max_length=120)),
                        ("values", models.JSONField()),
                        ("at", models.DateTimeField(auto_now=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "草稿",
                        "verbose_name_plural": "草稿",
                        "constraints": [
                            models.UniqueConstraint(fields=("person", "form"), name="one_draft_per_form")
                        ],
                    },
                ),
            ],
        )
    ]
