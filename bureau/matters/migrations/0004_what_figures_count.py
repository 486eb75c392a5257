"""Figures count the steps that were taken on the matters of a period: from an index, where they read the whole timeline."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0003_a_million_matters")]
    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["step", "matter"], name="entry_by_step"),
        ),
    ]
