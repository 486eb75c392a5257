from django.db import migrations


def open_duties(apps, schema_editor):
    """Who goes with a visit that was approved before owes it, as the head does."""
    Duty, Inspection = apps.get_model("matters", "Duty"), apps.get_model("inspections", "Inspection")
    for visit in Duty.objects.filter(step="visit_targets", done_at=None):
        dates = {name: getattr(visit, name) for name in ("opened_at", "due_at", "original_due_at", "basis")}
        members = Inspection.objects.get(pk=visit.matter_id).members.exclude(pk=visit.holder_person_id)
        Duty.objects.bulk_create(
            Duty(matter_id=visit.matter_id, step="join_visit", each=True, holder_person_id=key, **dates)
            for key in members.values_list("pk", flat=True)
        )


class Migration(migrations.Migration):
    dependencies = [("inspections", "0001_initial"), ("matters", "0026_owed_by_each")]

    operations = [migrations.RunPython(open_duties, migrations.RunPython.noop)]
