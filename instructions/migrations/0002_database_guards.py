"""The bureau finds an instruction by what the leader wrote.

Each can be run again where an earlier version has set it up already.
"""

from django.db import migrations

PAIRS = "CREATE INDEX IF NOT EXISTS instruction_words ON instructions_instruction USING gin (bigrams(secret_words));"
NO_PAIRS = "DROP INDEX instruction_words;"


class Migration(migrations.Migration):
    dependencies = [
        ("instructions", "0001_tables"),
        ("matters", "0002_database_guards"),
    ]

    operations = [
        migrations.RunSQL(PAIRS, NO_PAIRS),
    ]
