import django.db.models.functions.comparison
from django.db import migrations, models

RUNS_UNTIL = models.Case(
    models.When(
        models.Q(("phase", "running"), ("finished_at__isnull", True)),
        then=django.db.models.functions.comparison.Least("due_at", "far_behind_at"),
    )
)


class Migration(migrations.Migration):
    """Ledgers are sorted by what turns a light red: the date, or how far a matter is behind its plan."""

    dependencies = [("matters", "0023_served_and_contested")]

    operations = [
        migrations.AddField("matter", "behind_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("matter", "far_behind_at", models.DateTimeField(blank=True, null=True)),
        migrations.RemoveIndex("matter", "matter_trouble_first"),
        migrations.RemoveField("matter", "runs_until"),
        migrations.AddField(
            "matter",
            "runs_until",
            models.GeneratedField(
                db_persist=True, expression=RUNS_UNTIL, output_field=models.DateTimeField(null=True)
            ),
        ),
        migrations.AddIndex(
            "matter", models.Index(fields=["rank", "runs_until", "-id"], name="matter_trouble_first")
        ),
    ]
