import datetime
import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("notices", "0001_initial"),
        ("notices", "0002_papers"),
        ("notices", "0003_one_index_by_person"),
        ("notices", "0004_news_of_accounts"),
        ("notices", "0005_complaints_come"),
        ("notices", "0006_told_of_what_is_behind"),
    ]

    initial = True

    dependencies = [
        ("matters", "0001_tables"),
        ("org", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Clock",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("armed", models.BooleanField(default=False, verbose_name="已启用")),
                ("doubt", models.CharField(blank=True, max_length=100, verbose_name="停用原因")),
                (
                    "armed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("armed_at", models.DateTimeField(blank=True, null=True, verbose_name="启用时间")),
                ("cluster", models.CharField(blank=True, max_length=60, verbose_name="数据库标识")),
                ("swept_at", models.DateTimeField(blank=True, null=True, verbose_name="上次巡查")),
                ("seconds", models.FloatField(blank=True, null=True, verbose_name="用时（秒）")),
                ("told", models.PositiveIntegerField(default=0, verbose_name="告知")),
                ("people", models.PositiveIntegerField(default=0, verbose_name="人数")),
                ("failures", models.JSONField(default=list, verbose_name="未能告知")),
            ],
            options={
                "verbose_name": "时钟",
                "verbose_name_plural": "时钟",
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_clock")],
            },
        ),
        migrations.CreateModel(
            name="Notice",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
                (
                    "news",
                    models.CharField(
                        choices=[
                            ("new", "新的待办"),
                            ("moved", "时限变更"),
                            ("remind", "临期提醒"),
                            ("due", "今天到期"),
                            ("late", "已逾期"),
                            ("behind", "进度滞后"),
                            ("entry", "事项动态"),
                            ("paper", "文件送阅"),
                            ("alarm", "系统告警"),
                            ("account", "账号与岗位"),
                            ("test", "测试消息"),
                        ],
                        max_length=8,
                        verbose_name="事由",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.duty",
                    ),
                ),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="时限")),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.entry",
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=60, verbose_name="识别词")),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="内容")),
                ("url", models.CharField(blank=True, max_length=200, verbose_name="去向")),
                ("urgent", models.BooleanField(default=False, verbose_name="紧急")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="阅读时间")),
                ("digested_on", models.DateField(blank=True, null=True, verbose_name="汇总日期")),
            ],
            options={
                "verbose_name": "消息",
                "verbose_name_plural": "消息",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["person", "-id"], name="notice_by_person"),
                    models.Index(
                        condition=models.Q(("read_at__isnull", True)),
                        fields=["person", "-id"],
                        name="notice_unread_by_person",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("duty__isnull", False)),
                        fields=("person", "duty", "news", "due_at"),
                        name="a_rung_is_told_once",
                        nulls_distinct=False,
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("entry__isnull", False)),
                        fields=("person", "entry"),
                        name="a_line_is_told_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        fields=("person", "key"),
                        name="an_alarm_is_told_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("duty__isnull", False), ("entry__isnull", True), ("matter__isnull", False)
                            ),
                            models.Q(
                                ("duty__isnull", True), ("entry__isnull", False), ("matter__isnull", False)
                            ),
                            models.Q(
                                ("duty__isnull", True),
                                ("entry__isnull", True),
                                ("matter__isnull", True),
                                models.Q(("words", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_notice_is_about_one_thing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Preference",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="preference",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="电子邮件")),
                ("mobile", models.CharField(blank=True, max_length=60, verbose_name="手机号或企业微信号")),
                ("by_mail", models.BooleanField(default=True, verbose_name="发电子邮件")),
                ("by_gateway", models.BooleanField(default=True, verbose_name="发短信或企业微信")),
                ("digest", models.BooleanField(default=True, verbose_name="每日汇总")),
                ("digest_at", models.TimeField(default=datetime.time(8, 30), verbose_name="汇总时间")),
                (
                    "digested_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="最近汇总"),
                ),
                ("quiet_from", models.TimeField(default=datetime.time(20, 0), verbose_name="免打扰自")),
                ("quiet_to", models.TimeField(default=datetime.time(7, 30), verbose_name="免打扰至")),
            ],
            options={
                "verbose_name": "提醒设置",
                "verbose_name_plural": "提醒设置",
            },
        ),
        migrations.CreateModel(
            name="Rung",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("flash", "特急"),
                            ("urgent", "急件"),
                            ("simple", "简单"),
                            ("normal", "一般"),
                            ("complex", "复杂"),
                            ("minutes", "会议纪要事项"),
                            ("longterm", "年度/长期事项"),
                        ],
                        max_length=12,
                        verbose_name="办理类别",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("remind", "提醒"),
                            ("due", "当日到期"),
                            ("late", "逾期告知"),
                            ("slip", "催办单"),
                            ("letter", "督办函（黄牌）"),
                            ("red", "红牌并约谈"),
                        ],
                        max_length=8,
                        verbose_name="级",
                    ),
                ),
                ("workdays", models.SmallIntegerField(verbose_name="工作日")),
            ],
            options={
                "verbose_name": "催办阶梯",
                "verbose_name_plural": "催办阶梯",
                "constraints": [
                    models.UniqueConstraint(fields=("urgency", "kind"), name="one_rung_per_urgency_and_kind"),
                    models.CheckConstraint(
                        condition=models.Q(("workdays__gte", -60), ("workdays__lte", 120)),
                        name="a_rung_is_near_the_due_date",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("mail", "电子邮件"), ("gateway", "短信或企业微信")],
                        max_length=8,
                        verbose_name="渠道",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="notices.notice",
                    ),
                ),
                ("day", models.DateField(blank=True, null=True, verbose_name="日期")),
            ],
            options={
                "verbose_name": "外发",
                "verbose_name_plural": "外发",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")), fields=["next_at"], name="delivery_to_send"
                    ),
                    models.Index(
                        condition=models.Q(("tried_at__isnull", False)),
                        fields=["channel", "-tried_at"],
                        name="delivery_tried",
                    ),
                    models.Index(
                        condition=models.Q(("state", "failed")), fields=["-id"], name="delivery_failed"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("notice__isnull", False)),
                        fields=("notice", "channel"),
                        name="a_notice_goes_out_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("notice__isnull", True)),
                        fields=("person", "channel", "day"),
                        name="one_digest_per_person_and_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("day__isnull", False), ("notice__isnull", True)),
                            models.Q(("day__isnull", True), ("notice__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_delivery_is_of_a_notice_or_a_day",
                    ),
                ],
            },
        ),
    ]
