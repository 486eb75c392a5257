from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="led_to",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
    ]
