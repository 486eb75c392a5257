from django.db import migrations

PAIRS = "CREATE INDEX complaint_words ON complaints_complaint USING gin (bigrams(secret_words));"
# What a bureau that runs already is given of the new steps' limits; a new installation is filled by `bureau.org.seed`.
GENERAL = {
    "screen": {"flash": (1, "days"), "urgent": (1, "days"), "": (3, "workdays")},
    "supplement": {"": (5, "workdays")},
    "tell": {"": (1, "workdays")},
    "added": {"": (1, "workdays")},
    "answer_complainant": {"": (5, "workdays")},
    "call_back": {"": (10, "workdays")},
    "judge": {"": (3, "workdays")},
}
OWN = {
    "sign": {"simple": (1, "workdays")},
    "first_reply": {"simple": (2, "workdays")},
    "report": {"simple": (5, "workdays"), "normal": (15, "workdays"), "complex": (30, "days")},
}


def limit(apps, schema_editor):
    limit = apps.get_model("org.Limit")
    if not limit.objects.exists():
        return
    rows = [("", GENERAL), ("complaints", OWN)]
    limit.objects.bulk_create(
        limit(room=room, step=step, urgency=urgency, amount=amount, unit=unit)
        for room, steps in rows
        for step, cells in steps.items()
        for urgency, (amount, unit) in cells.items()
    )


class Migration(migrations.Migration):
    """The limits of complaints, and what the bureau finds them by."""

    dependencies = [
        ("complaints", "0001_initial"),
        ("org", "0012_complaints_come"),
        ("matters", "0002_guards"),
    ]

    operations = [
        migrations.RunSQL(PAIRS, "DROP INDEX complaint_words;"),
        migrations.RunPython(limit, migrations.RunPython.noop),
    ]
