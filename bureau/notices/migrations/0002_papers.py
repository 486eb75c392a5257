from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="news",
            field=models.CharField(
                choices=[
                    ("new", "新的待办"),
                    ("moved", "时限变更"),
                    ("remind", "临期提醒"),
                    ("due", "今天到期"),
                    ("late", "已逾期"),
                    ("entry", "事项动态"),
                    ("paper", "文件送阅"),
                    ("alarm", "系统告警"),
                    ("test", "测试消息"),
                ],
                max_length=8,
                verbose_name="事由",
            ),
        ),
    ]
