from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0015_sealed")]

    operations = [
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("entry_count", 0),
                    models.Q(
                        ("place__isnull", False),
                        models.Q(("link", ""), _negated=True),
                        models.Q(("seal", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="what_has_lines_is_registered_and_sealed",
            ),
        ),
    ]
