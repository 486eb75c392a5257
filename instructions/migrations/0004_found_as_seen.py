"""Instructions are found by what one sees of their words, and years stand in one kind of brackets."""

from django.db import migrations

from bureau.matters.access.search import fold


def fold_again(apps, editor):
    records = apps.get_model("instructions", "Instruction").objects.exclude(secret_words="")
    for key, words in records.values_list("pk", "secret_words").iterator(chunk_size=2000):
        if (folded := fold(words)) != words:
            records.filter(pk=key).update(secret_words=folded)


class Migration(migrations.Migration):
    dependencies = [("instructions", "0003_four_eyes_on_a_proposal")]

    operations = [migrations.RunPython(fold_again, migrations.RunPython.noop, elidable=True)]
