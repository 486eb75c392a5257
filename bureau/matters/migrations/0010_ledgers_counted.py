from django.db import migrations, models


class Migration(migrations.Migration):
    """What the desk may see is counted from an index: kind, secrecy and officer decide it, the key joins the record."""

    dependencies = [("matters", "0009_forms_move_to_the_kit")]

    operations = [
        migrations.AddIndex(
            "matter", models.Index(fields=["kind", "secrecy", "officer", "-id"], name="matter_counted")
        ),
    ]
