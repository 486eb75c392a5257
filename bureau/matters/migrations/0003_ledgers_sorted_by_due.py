"""A ledger sorted by its due time is read from an index: 25 rows, not all of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0002_guards")]

    operations = [
        migrations.AddIndex("matter", models.Index(fields=["due_at"], name="matter_sorted_by_due")),
    ]
