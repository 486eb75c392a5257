"""The bureau finds a complaint by its words.

Each can be run again where an earlier version has set it up already.
"""

from django.db import migrations

PAIRS = (
    "CREATE INDEX IF NOT EXISTS complaint_words ON complaints_complaint USING gin (bigrams(secret_words));"
)
NO_PAIRS = "DROP INDEX complaint_words;"


class Migration(migrations.Migration):
    dependencies = [
        ("complaints", "0001_tables"),
        ("matters", "0002_database_guards"),
    ]

    operations = [
        migrations.RunSQL(PAIRS, NO_PAIRS),
    ]
