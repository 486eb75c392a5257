"""What somebody with the keys to the database might do to a timeline."""

from contextlib import contextmanager

from django.db import connection

from bureau.matters.models import Entry, Matter, Tiding


@contextmanager
def guards_down():
    """The append-only guard is lifted, as only who rules the database can."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL bureau.emptying = 'yes'")
        yield
        cursor.execute("SET LOCAL bureau.emptying = ''")


def edit(line_of, place: int, **changes) -> None:
    with guards_down():
        line_of.entries.filter(seq=place).update(**changes)


def delete(matter, *seqs: int) -> None:
    """Past the foreign keys that point at the lines as well."""
    with guards_down():
        lines = matter.entries.filter(seq__in=seqs)
        Tiding.objects.filter(entry__in=lines).delete()
        lines.delete()


def insert(matter, seq: int, sentence: str) -> None:
    """A line put between others, which make room for it; the cover is made to count it."""
    with guards_down():
        for line in matter.entries.filter(seq__gte=seq).order_by("-seq"):
            Entry.objects.filter(pk=line.pk).update(seq=line.seq + 1)
        model = matter.entries.get(seq=1)
        model.pk, model.seq, model.sentence = None, seq, sentence
        model.save(force_insert=True)
        Matter.objects.filter(pk=matter.pk).update(entry_count=matter.entries.count())
