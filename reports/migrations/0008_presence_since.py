from django.db import migrations, models
from django.db.models.functions import Now


class Migration(migrations.Migration):
    """Since when somebody has a draft open. What stood there is forgotten within two minutes anyway."""

    dependencies = [("reports", "0007_desk_guards")]

    operations = [
        migrations.AddField("presence", "since", models.DateTimeField(db_default=Now())),
        migrations.AlterField("presence", "since", models.DateTimeField()),
    ]
