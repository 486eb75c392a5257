import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("vault", "0001_initial"),
        ("vault", "0002_guards"),
        ("vault", "0003_lines_scans_marks"),
        ("vault", "0004_who_typed_it_without_a_right"),
    ]

    initial = True

    dependencies = [
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Identity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="识别码"),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="事项",
                    ),
                ),
                ("sealed", models.BinaryField(verbose_name="密文")),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="受理人",
                    ),
                ),
                ("received_at", models.DateTimeField(auto_now_add=True, verbose_name="受理时间")),
            ],
            options={
                "verbose_name": "保密身份",
                "verbose_name_plural": "保密身份",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Permit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="事项",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="授权给",
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="授权人",
                    ),
                ),
                ("granted_at", models.DateTimeField(auto_now_add=True, verbose_name="授权时间")),
                ("reason", models.CharField(max_length=200, verbose_name="理由")),
                ("until", models.DateField(verbose_name="截止日期")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="收回时间")),
            ],
            options={
                "verbose_name": "查看身份的授权",
                "verbose_name_plural": "查看身份的授权",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_permit_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("granted_by")), _negated=True),
                        name="nobody_permits_themself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Former",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "identity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="formers",
                        to="vault.identity",
                        verbose_name="保密身份",
                    ),
                ),
                (
                    "key",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="识别码"),
                ),
                ("sealed", models.BinaryField(verbose_name="密文")),
                ("until", models.DateTimeField(auto_now_add=True, verbose_name="改正时间")),
            ],
            options={
                "verbose_name": "改正前的身份",
                "verbose_name_plural": "改正前的身份",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "identity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="vault.identity",
                        verbose_name="保密身份",
                    ),
                ),
                ("kind", models.CharField(max_length=16, verbose_name="哪一项")),
                ("digest", models.CharField(db_index=True, max_length=64, verbose_name="摘要")),
            ],
            options={
                "verbose_name": "特征",
                "verbose_name_plural": "特征",
                "constraints": [
                    models.UniqueConstraint(fields=("identity", "kind"), name="one_mark_of_a_kind")
                ],
            },
        ),
        migrations.CreateModel(
            name="Line",
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
                            ("look", "查看身份"),
                            ("scan", "查看扫描件"),
                            ("permit", "授权查看"),
                            ("withdrawal", "收回授权"),
                            ("correction", "改正身份"),
                            ("clearance", "核对放行"),
                            ("stopped", "写出身份被拦下"),
                        ],
                        default="look",
                        max_length=12,
                        verbose_name="类别",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                        verbose_name="事项",
                    ),
                ),
                (
                    "identity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="vault.identity",
                        verbose_name="保密身份",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经手人",
                    ),
                ),
                ("right", models.CharField(max_length=20, verbose_name="凭什么")),
                ("why", models.CharField(max_length=200, verbose_name="事由")),
                (
                    "whom",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="授权给",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="截止日期")),
                (
                    "digest",
                    models.CharField(blank=True, default="", max_length=64, verbose_name="放行的文字"),
                ),
                ("at", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="时间")),
            ],
            options={
                "verbose_name": "查看记录",
                "verbose_name_plural": "查看记录",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("digest", ""), _negated=True),
                        fields=["digest"],
                        name="line_of_cleared_words",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="a_line_of_the_vault_says_why"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Scan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "identity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scans",
                        to="vault.identity",
                        verbose_name="保密身份",
                    ),
                ),
                (
                    "key",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="识别码"),
                ),
                ("sealed", models.BinaryField(verbose_name="密文")),
                ("sha256", models.CharField(max_length=64, verbose_name="密文的校验码")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="存入时间")),
            ],
            options={
                "verbose_name": "扫描件",
                "verbose_name_plural": "扫描件",
                "ordering": ["id"],
            },
        ),
    ]
