import django.db.models.deletion
from django.db import migrations, models


def to_cover(**options):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.matter", **options
    )


class Migration(migrations.Migration):
    """What a bulletin answers, and what was written on it, by the cover. A room's record has its cover's key: what stands in the
    columns stays."""

    dependencies = [("matters", "0012_steps_are_declared"), ("reports", "0008_presence_since")]

    operations = [
        migrations.AlterField(
            "bulletin", "answers", to_cover(blank=True, null=True, verbose_name="反馈批示")
        ),
        migrations.AlterField("instructed", "instruction", to_cover()),
    ]
