import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("interface", "0001_clients_events_and_what_came_in")]

    initial = True

    dependencies = [
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Client",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, unique=True)),
                ("name", models.CharField(max_length=60, verbose_name="系统名称")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="以谁的账号",
                    ),
                ),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("ledgers", "读台账和事项"),
                                ("figures", "读统计"),
                                ("papers", "读通报"),
                                ("orders", "转入12345工单"),
                                ("documents", "转入公文事项"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        size=None,
                        verbose_name="范围",
                    ),
                ),
                ("until", models.DateField(verbose_name="有效期至")),
                ("per_minute", models.PositiveSmallIntegerField(default=60, verbose_name="每分钟次数")),
                ("url", models.URLField(blank=True, max_length=300, verbose_name="事件推送地址")),
                (
                    "events",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("matter.registered", "事项登记"),
                                ("matter.changed", "事项状态变化"),
                                ("matter.closed", "事项办结"),
                                ("bulletin.issued", "通报、专报印发"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        size=None,
                        verbose_name="推送的事件",
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        blank=True, max_length=64, null=True, unique=True, verbose_name="凭证摘要"
                    ),
                ),
                ("sealed", models.BinaryField(null=True, verbose_name="签名密钥")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="提出时间")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="确认人",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="确认时间")),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="撤销人",
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="撤销时间")),
                ("minute", models.DateTimeField(blank=True, null=True, verbose_name="最近使用")),
                ("used", models.PositiveIntegerField(default=0, verbose_name="这一分钟的次数")),
            ],
            options={
                "verbose_name": "接口",
                "verbose_name_plural": "接口",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("digest", None)),
                            models.Q(("confirmed_at__isnull", False), ("digest__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_confirmed_client_has_a_token",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            models.Q(("confirmed_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="two_agree_on_a_client",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutgoingEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, unique=True, verbose_name="识别号")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "待发"),
                            ("sent", "已发"),
                            ("failed", "未发出"),
                            ("dropped", "不必再发"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="次数")),
                ("next_at", models.DateTimeField(verbose_name="下次发送")),
                ("tried_at", models.DateTimeField(blank=True, null=True, verbose_name="上次发送")),
                ("leased_until", models.DateTimeField(blank=True, null=True, verbose_name="占用至")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="结束时间")),
                ("trouble", models.CharField(blank=True, max_length=300, verbose_name="原因")),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outgoing",
                        to="interface.client",
                        verbose_name="接口",
                    ),
                ),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("matter.registered", "事项登记"),
                            ("matter.changed", "事项状态变化"),
                            ("matter.closed", "事项办结"),
                            ("bulletin.issued", "通报、专报印发"),
                        ],
                        max_length=20,
                        verbose_name="事件",
                    ),
                ),
                ("about", models.PositiveBigIntegerField(verbose_name="对象")),
                ("kind", models.CharField(max_length=16, verbose_name="类别")),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="编号")),
                ("stands", models.CharField(max_length=20, verbose_name="其后状态")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "事件推送",
                "verbose_name_plural": "事件推送",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["client", "next_at"],
                        name="event_to_send",
                    ),
                    models.Index(
                        condition=models.Q(("state", "failed")), fields=["-id"], name="event_failed"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Received",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="received",
                        to="interface.client",
                        verbose_name="接口",
                    ),
                ),
                ("sender_id", models.CharField(max_length=64, verbose_name="来件编号")),
                ("digest", models.CharField(max_length=64, verbose_name="内容摘要")),
                ("answer", models.JSONField(default=dict, verbose_name="答复")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
            ],
            options={
                "verbose_name": "收件",
                "verbose_name_plural": "收件",
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("client", "sender_id"), name="a_batch_is_taken_once")
                ],
            },
        ),
    ]
