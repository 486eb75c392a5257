from django.db import migrations

PAIRS = "CREATE INDEX instruction_words ON instructions_instruction USING gin (bigrams(secret_words));"


class Migration(migrations.Migration):
    """The bureau finds an instruction by what the leader wrote."""

    dependencies = [("instructions", "0001_initial"), ("matters", "0002_guards")]

    operations = [migrations.RunSQL(PAIRS, "DROP INDEX instruction_words;")]
