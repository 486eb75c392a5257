"""Covers are found by what one sees of their words, and years stand in one kind of brackets."""

from django.db import migrations

from bureau.matters.access.search import fold


def fold_again(apps, editor):
    matters = apps.get_model("matters", "Matter").objects.exclude(words="")
    for key, words in matters.values_list("pk", "words").iterator(chunk_size=2000):
        if (folded := fold(words)) != words:
            matters.filter(pk=key).update(words=folded)


class Migration(migrations.Migration):
    dependencies = [("matters", "0012_steps_are_declared")]

    operations = [migrations.RunPython(fold_again, migrations.RunPython.noop, elidable=True)]
