import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("leading", "0001_initial"), ("leading", "0002_guards")]

    initial = True

    dependencies = [
        ("instructions", "0001_tables"),
        ("org", "0001_tables"),
        ("reports", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Ink",
            fields=[
                (
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="ink",
                        serialize=False,
                        to="instructions.round",
                        verbose_name="批示",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批示领导",
                    ),
                ),
                (
                    "bulletin",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reports.bulletin",
                        verbose_name="所批通报",
                    ),
                ),
                ("version", models.PositiveIntegerField(blank=True, null=True, verbose_name="版本")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="所批文件 SHA-256")),
                ("page", models.PositiveSmallIntegerField(default=1, verbose_name="页")),
                ("strokes", models.JSONField(default=list, verbose_name="笔迹")),
                ("picture", models.CharField(max_length=64, verbose_name="图片 SHA-256")),
                ("at", models.DateTimeField(verbose_name="书写时间")),
            ],
            options={
                "verbose_name": "手写批示",
                "verbose_name_plural": "手写批示",
                "ordering": ["-at"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("page__gte", 1)), name="pages_count_from_one"),
                    models.CheckConstraint(
                        condition=models.Q(("picture__regex", "^[0-9a-f]{64}$")), name="ink_has_its_picture"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bulletin__isnull", True), ("sha256", "")),
                            models.Q(
                                ("bulletin__isnull", False),
                                ("sha256__regex", "^[0-9a-f]{64}$"),
                                ("version__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="ink_names_the_version_it_stands_on",
                    ),
                ],
            },
        ),
    ]
