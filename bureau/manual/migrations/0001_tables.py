import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("manual", "0001_preamble")]

    initial = True

    dependencies = [
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Preamble",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("book", models.CharField(max_length=16, verbose_name="工作程序")),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="前言")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="编写人",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
            ],
            options={
                "verbose_name": "工作程序前言",
                "verbose_name_plural": "工作程序前言",
                "ordering": ["-id"],
                "indexes": [models.Index(fields=["book", "-id"], name="preamble_by_book")],
            },
        ),
    ]
