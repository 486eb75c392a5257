from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("ops", "0001_initial"), ("ops", "0002_register_checked")]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Backup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="文件")),
                ("size", models.PositiveBigIntegerField(default=0, verbose_name="字节数")),
                ("seconds", models.FloatField(default=0, verbose_name="用时（秒）")),
                ("files", models.PositiveIntegerField(default=0, verbose_name="附件数")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("trouble", models.CharField(blank=True, max_length=1000, verbose_name="问题")),
            ],
            options={
                "verbose_name": "备份",
                "verbose_name_plural": "备份",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("digest", ""), _negated=True),
                            models.Q(("trouble", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_backup_has_an_archive_or_trouble",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChainCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("started_at", models.DateTimeField(verbose_name="开始时间")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="结束时间")),
                ("upto", models.BigIntegerField(default=0)),
                ("matters", models.PositiveIntegerField(default=0, verbose_name="事项")),
                ("lines", models.PositiveIntegerField(default=0, verbose_name="动态")),
                ("broken", models.JSONField(default=list, verbose_name="不完整")),
                ("register", models.JSONField(default=list, verbose_name="登记簿")),
            ],
            options={
                "verbose_name": "核对动态",
                "verbose_name_plural": "核对动态",
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("ended_at",),
                        name="one_walk_at_a_time",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Worker",
            fields=[
                (
                    "name",
                    models.CharField(max_length=120, primary_key=True, serialize=False, verbose_name="名称"),
                ),
                ("seen_at", models.DateTimeField(verbose_name="上次应答")),
            ],
            options={
                "verbose_name": "后台进程",
                "verbose_name_plural": "后台进程",
                "ordering": ["name"],
            },
        ),
    ]
