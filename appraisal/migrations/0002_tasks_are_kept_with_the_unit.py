import json

from django.db import migrations, models


def keep_tasks(apps, schema_editor):
    """As the last kept result of each series read them."""
    appraised = apps.get_model("appraisal.Appraised").objects
    for one in apps.get_model("appraisal.Result").objects.order_by("pk"):
        for raw in json.loads(one.inputs)["subjects"]:
            of_unit = appraised.filter(period=one.period_id, assignment__unit=raw["key"])
            of_unit.update(tasks=raw.get("tasks") or 0)


class Migration(migrations.Migration):
    dependencies = [
        ("appraisal", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="appraised",
            name="tasks",
            field=models.PositiveIntegerField(default=0, verbose_name="到期的牵头事项数"),
        ),
        migrations.RunPython(keep_tasks, migrations.RunPython.noop),
    ]
