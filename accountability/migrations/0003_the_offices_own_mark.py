"""Cases and their papers are numbered under the mark of the county's office of accountability; each series goes on where it was."""

from django.conf import settings
from django.db import migrations

FORMER = {"问": "", **{f"问{word}": word for word in "告决解建移辩复免函"}}


def go_on(apps, schema_editor):
    """Also the bulletins that the office issues: their series were counted under its former mark."""
    Serial = apps.get_model("matters", "Serial")
    mark, before = settings.PLATES["accountability"]["mark"], f"{settings.NUMBER_MARK}问"
    for row in list(Serial.objects.all()):
        if row.series in FORMER:
            name = f"{mark}{FORMER[row.series]}"
        elif row.series.startswith(before):
            name = f"{mark}{row.series.removeprefix(before)}"
        else:
            continue
        kept, _ = Serial.objects.get_or_create(series=name, year=row.year, defaults={"last": 0})
        Serial.objects.filter(pk=kept.pk).update(last=max(kept.last, row.last))
        if row.pk != kept.pk:
            row.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accountability", "0002_subjects_end_with_their_case"),
        ("matters", "0030_words_said_in_person"),
    ]

    operations = [migrations.RunPython(go_on, migrations.RunPython.noop, elidable=True)]
