from django.db import migrations, models


class Migration(migrations.Migration):
    """The sweep asks every minute which open duties have reached another rung."""

    dependencies = [("matters", "0005_lines_name_two")]

    operations = [
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(
                fields=["rung", "due_at"],
                condition=models.Q(("done_at__isnull", True), ("rung__lt", 3)),
                name="duty_to_remind",
            ),
        ),
    ]
