from django.db import migrations

# As `bureau.org.seed` has them at this time; a bureau that runs already is given the rows of the new steps.
ADDED = {
    "chase": {
        "flash": (1, "workdays"),
        "urgent": (2, "workdays"),
        "complex": (10, "workdays"),
        "": (5, "workdays"),
    },
    "transcribe": {"": (4, "hours")},
    "propose": {"flash": (2, "hours"), "": (1, "workdays")},
    "dispute": {"": (1, "workdays")},
    "decide_dispute": {"": (1, "workdays")},
    "present": {"flash": (1, "workdays"), "": (3, "workdays")},
}


def add(apps, schema_editor):
    limit = apps.get_model("org.Limit")
    if limit.objects.exists():
        limit.objects.bulk_create(
            limit(step=step, urgency=urgency, amount=amount, unit=unit)
            for step, rows in ADDED.items()
            for urgency, (amount, unit) in rows.items()
        )


class Migration(migrations.Migration):
    """Limits of the steps that leaders' instructions brought."""

    dependencies = [("org", "0004_instructions_have_limits")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
