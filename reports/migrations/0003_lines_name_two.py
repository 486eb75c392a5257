from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_guards")]

    operations = [
        migrations.AlterField(
            model_name="bulletinentry",
            name="actor_words",
            field=models.CharField(max_length=200, verbose_name="经手人"),
        )
    ]
