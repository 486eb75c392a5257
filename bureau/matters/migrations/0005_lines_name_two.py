from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0004_clock")]

    operations = [
        migrations.AlterField(
            model_name="entry",
            name="actor_words",
            field=models.CharField(max_length=200, verbose_name="经手人"),
        )
    ]
