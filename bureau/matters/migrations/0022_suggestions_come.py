from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0021_words_of_replies_and_files"),
    ]

    operations = [
        migrations.AlterField(
            model_name="matter",
            name="kind",
            field=models.CharField(
                choices=[
                    ("directives", "决策督查"),
                    ("suggestions", "督查建议"),
                    ("instructions", "领导批示件"),
                    ("complaints", "营商环境投诉"),
                    ("accountability", "有错无为问责"),
                    ("appraisal", "绩效考核"),
                ],
                max_length=16,
                verbose_name="业务",
            ),
        ),
    ]
