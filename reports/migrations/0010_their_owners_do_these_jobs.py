from django.db import migrations

MOVED = {"reports.archive": "instructions.archive", "reports.ledger": "matters.ledger"}


def rename(kinds: dict[str, str]):
    """What waits for the worker while the house is brought up to date is done all the same."""

    def renamed(apps, _schema):
        jobs = apps.get_model("jobs", "Job").objects
        for old, new in kinds.items():
            jobs.filter(kind=old).update(kind=new)

    return renamed


class Migration(migrations.Migration):
    dependencies = [("reports", "0009_answers_lead_to_covers"), ("jobs", "0001_initial")]
    operations = [
        migrations.RunPython(rename(MOVED), rename({new: old for old, new in MOVED.items()})),
    ]
