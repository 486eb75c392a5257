from uuid import UUID

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0002_a_second_click_is_led_the_same_way"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="draft", name="one_draft_per_form"),
        # What was kept before is the sheet of a page that names none.
        migrations.AddField(
            model_name="draft",
            name="sheet",
            field=models.UUIDField(default=UUID(int=0)),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(
                fields=("person", "form", "sheet"), name="one_draft_per_sheet"
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="typed",
            field=models.CharField(blank=True, db_default="", default="", max_length=64),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(
                condition=models.Q(("typed", ""), _negated=True),
                fields=["typed", "at"],
                name="submission_typed",
            ),
        ),
    ]
