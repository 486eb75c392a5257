from typing import Any

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def as_it_stands(apps: Any, _schema: Any) -> None:
    """What was proposed before was proposed for the grade of today, as far as anybody knows."""
    merits = apps.get_model("merits", "Merit").objects.filter(pk=OuterRef("merit"))
    apps.get_model("merits", "Use").objects.update(grade=Subquery(merits.values("grade")))


class Migration(migrations.Migration):
    dependencies = [
        ("merits", "0002_merit_grade_why"),
    ]

    operations = [
        migrations.AddField(
            model_name="use",
            name="grade",
            field=models.CharField(
                choices=[("first", "一等"), ("second", "二等"), ("third", "三等"), ("fourth", "四等")],
                default="",
                max_length=6,
                verbose_name="所依据的等次",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(as_it_stands, migrations.RunPython.noop),
    ]
