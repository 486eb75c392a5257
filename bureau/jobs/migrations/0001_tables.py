import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("jobs", "0001_initial")]

    initial = True

    dependencies = [
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Job",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="类别")),
                ("words", models.CharField(max_length=120, verbose_name="内容")),
                ("facts", models.JSONField(default=dict, verbose_name="要素")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "排队中"),
                            ("running", "办理中"),
                            ("done", "已完成"),
                            ("failed", "未完成"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0, verbose_name="已办")),
                ("total", models.PositiveIntegerField(blank=True, null=True, verbose_name="总数")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="次数")),
                ("outcome", models.CharField(blank=True, max_length=1000, verbose_name="结果")),
                ("url", models.CharField(blank=True, max_length=300, verbose_name="去向")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="文件名")),
                ("size", models.PositiveIntegerField(blank=True, null=True, verbose_name="字节数")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("queued_at", models.DateTimeField(auto_now_add=True, verbose_name="提交时间")),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="开始时间")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="结束时间")),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="看过时间")),
            ],
            options={
                "verbose_name": "后台办理",
                "verbose_name_plural": "后台办理",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=["id"],
                        name="job_to_be_done",
                    ),
                    models.Index(fields=["person", "-id"], name="job_by_person"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("state__in", ("waiting", "running"))),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("state__in", ["done", "failed"]),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_job_says_how",
                    )
                ],
            },
        ),
    ]
