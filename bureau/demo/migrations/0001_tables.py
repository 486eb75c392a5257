from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("demo", "0001_initial")]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="DemoMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("built_at", models.DateTimeField(auto_now_add=True, verbose_name="建立时间")),
                ("only", models.BooleanField(default=True, editable=False, unique=True)),
            ],
            options={
                "verbose_name": "演示标记",
                "verbose_name_plural": "演示标记",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("only", True)), name="one_demo_mark")
                ],
            },
        ),
    ]
