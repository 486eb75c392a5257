"""What was served and hung in cases before lay open in the store: it is encrypted, and what lay open goes, unless it hangs elsewhere, too."""

from hashlib import sha256

from django.db import migrations, transaction

from bureau.files import store
from bureau.org import cipher


def close(apps, schema_editor):
    left = set(services(apps)) | set(attachments(apps))
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.name.endswith("sha256") or field.name == "picture":
                left -= set(
                    model.objects.filter(**{f"{field.name}__in": left}).values_list(field.name, flat=True)
                )
    transaction.on_commit(lambda: [store.path_of(one).unlink(missing_ok=True) for one in left])


def services(apps):
    """Under which digest each lay. The words that are sealed beside it are those it was addressed to."""
    found = apps.get_model("matters", "Service").objects.filter(matter__kind="accountability", sealed=None)
    for row in found.select_related("unit", "assignment__unit"):
        unit = row.unit or row.assignment.unit
        yield from sealed(row, f"service {row.number}", unit.short)


def attachments(apps):
    """Likewise; what was read out of them to be searched goes, too."""
    found = apps.get_model("matters", "Attachment").objects.filter(matter__kind="accountability", sealed=None)
    apps.get_model("matters", "AttachmentText").objects.filter(attachment__in=found).delete()
    for row in found:
        yield from sealed(row, f"attachment of matter {row.matter_id}")


def sealed(row, about, words=""):
    try:
        content = store.Kept(row.name, "", row.size, row.sha256).content()
    except FileNotFoundError:  # lost before: there is nothing to close
        return
    yield row.sha256
    row.sha256 = store.put_sealed(content, about)
    row.sealed = cipher.seal((words or sha256(content).hexdigest()).encode(), about)
    row.save(update_fields=["sha256", "sealed"])


class Migration(migrations.Migration):
    dependencies = [
        ("accountability", "0004_asked_to_explain"),
        ("matters", "0031_files_of_a_room_that_encrypts"),
    ]

    operations = [migrations.RunPython(close, migrations.RunPython.noop, elidable=True)]
