import django.contrib.postgres.fields
from django.db import migrations, models


def hand_over(apps, schema_editor):
    """Who is in charge of directives is in charge of what the bureau suggests."""
    for portfolio in apps.get_model("org.Portfolio").objects.filter(functions__contains=["directives"]):
        portfolio.functions = [*portfolio.functions, "suggestions"]
        portfolio.save(update_fields=["functions"])


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0012_complaints_come"),
    ]

    operations = [
        migrations.AlterField(
            model_name="limit",
            name="room",
            field=models.CharField(
                blank=True,
                choices=[
                    ("directives", "决策督查"),
                    ("suggestions", "督查建议"),
                    ("instructions", "领导批示件"),
                    ("complaints", "营商环境投诉"),
                    ("accountability", "有错无为问责"),
                    ("appraisal", "绩效考核"),
                ],
                max_length=16,
                verbose_name="业务",
            ),
        ),
        migrations.AlterField(
            model_name="portfolio",
            name="functions",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("directives", "决策督查"),
                        ("suggestions", "督查建议"),
                        ("instructions", "领导批示件"),
                        ("complaints", "营商环境投诉"),
                        ("accountability", "有错无为问责"),
                        ("appraisal", "绩效考核"),
                    ],
                    max_length=16,
                ),
                size=None,
                verbose_name="业务",
            ),
        ),
        migrations.RunPython(hand_over, migrations.RunPython.noop),
    ]
