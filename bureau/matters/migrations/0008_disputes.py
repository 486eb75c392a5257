from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """A lead may dispute its role, once each time it is given out; and may be released from it."""

    dependencies = [
        ("matters", "0007_leaders_and_their_word"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="reply",
            name="past",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="state",
            field=models.CharField(
                choices=[
                    ("planned", "待交办"),
                    ("pending", "待签收"),
                    ("working", "办理中"),
                    ("reported", "已报完成"),
                    ("done", "已完成"),
                    ("released", "不再承办"),
                ],
                default="planned",
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.AlterField(
            model_name="reply",
            name="kind",
            field=models.CharField(
                choices=[
                    ("progress", "进展反馈"),
                    ("final", "办结报告"),
                    ("extension", "延期申请"),
                    ("dispute", "职责异议"),
                ],
                max_length=10,
                verbose_name="类别",
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("kind", "dispute"),
                    ("past", False),
                    models.Q(("state", "drafted"), ("sent_at__isnull", False), _connector="OR"),
                ),
                fields=("assignment",),
                name="one_dispute_each_time_it_is_given_out",
            ),
        ),
    ]
