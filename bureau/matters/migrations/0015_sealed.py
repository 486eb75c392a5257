"""What exists is registered in the order of its keys, and sealed as it stands."""

from django.db import migrations

from bureau.matters import seals

ENDS = ("place", "link", "seal")
CHUNK = 2000


def seal_all(apps, editor):
    matter, register = apps.get_model("matters", "Matter"), apps.get_model("matters", "Register")
    known = matter.objects.filter(entry_count__gt=0).order_by("pk").only("pk", "entry_count", "chain_head")
    count, head, last = 0, "", 0
    while chunk := list(known.filter(pk__gt=last)[:CHUNK]):
        for one in chunk:
            count, last = count + 1, one.pk
            head = seals.of_place(count, one.pk, head)
            one.place, one.link = count, head
            one.seal = seals.of_cover(one.pk, one.entry_count, one.chain_head, count, head)
        matter.objects.bulk_update(chunk, ENDS, batch_size=500)
    if count:
        register.objects.create(pk=1, count=count, head=head, seal=seals.of_register(count, head))


def unseal(apps, editor):
    apps.get_model("matters", "Register").objects.all().delete()
    apps.get_model("matters", "Matter").objects.update(place=None, link="", seal="")


class Migration(migrations.Migration):
    dependencies = [("matters", "0014_register")]

    operations = [migrations.RunPython(seal_all, unseal)]
