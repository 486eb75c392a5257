import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# At once, so that the table can be altered after it.
BY_THE_OFFICER = """
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE instructions_instruction SET proposed_by_id = matters_matter.officer_id
FROM matters_matter WHERE matters_matter.id = matter_id AND state = 'proposed';
"""


class Migration(migrations.Migration):
    """Who proposed how an instruction is to be handled is not who approves it."""

    dependencies = [
        ("instructions", "0002_found_by_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="instruction",
            name="proposed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="拟办人",
            ),
        ),
        migrations.RunSQL(BY_THE_OFFICER, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="instruction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "proposed"), _negated=True),
                    ("proposed_by__isnull", False),
                    _connector="OR",
                ),
                name="a_proposal_is_somebodys",
            ),
        ),
    ]
