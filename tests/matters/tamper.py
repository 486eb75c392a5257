"""What somebody with the keys to the database might do to a timeline."""

from contextlib import contextmanager

from django.db import connection

from bureau.matters.models import Entry, Matter, Register, Tiding


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


def turn_back(matter, lines: int) -> None:
    """The last lines are deleted, and the cover set back to the line before them, whose digest stands in the table."""
    last = matter.entries.get(seq=matter.entry_count - lines)
    delete(matter, *range(last.seq + 1, matter.entry_count + 1))
    Matter.objects.filter(pk=matter.pk).update(entry_count=last.seq, chain_head=last.digest)


def remove(*matters) -> None:
    """Each with everything that hangs on it, past every foreign key."""
    with guards_down(), connection.cursor() as cursor:
        connection.check_constraints()  # what was written before was right
        cursor.execute("SET LOCAL session_replication_role = 'replica'")
        for matter in matters:
            for relation in Matter._meta.related_objects:
                column = relation.field.column
                cursor.execute(
                    f"DELETE FROM {relation.related_model._meta.db_table} WHERE {column} = %s", [matter.pk]
                )
            cursor.execute("DELETE FROM matters_matter WHERE id = %s", [matter.pk])
        cursor.execute("SET LOCAL session_replication_role = 'origin'")


def close_register() -> None:
    """The register is made to say that the last matter there is was the last one ever."""
    last = Matter.objects.order_by("-place").first()
    Register.objects.update(count=last.place, head=last.link)
