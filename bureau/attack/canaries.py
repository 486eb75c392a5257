"""Words planted where only some may read: in the title of every matter, in all texts of a sealed one; and what is known of who
complained or reported, which no page but the vault's says."""

import re
from collections.abc import Iterator
from dataclasses import fields

from django.db import connection, models, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Left

from bureau.matters.models import Matter, Reply
from bureau.org.models import Person
from bureau.vault.models import Identity
from bureau.vault.opening import opened
from complaints.models import Visit

PLANTED = re.compile("暗([0-9]+)语")
ROOM = 20  # characters that a planted word may take
LONG = 200  # characters from which on a field is a text
# Suggestions quote the titles of what is not sealed to the desk that decides on them (线索建议, 加减分建议).
BY_RULE = ("accountability/proposals/", "appraisal/proposals/")
SHORTEST = 4  # characters of what is known of a person: fewer stand in other words, too


def word(matter: int) -> str:
    return f"暗{matter}语"


@transaction.atomic
def plant() -> None:
    """In a database that is thrown away: no chain is true afterwards."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL bureau.emptying = 'yes'")
    for matter in Matter.objects.all():
        _put_before(Matter.objects.filter(pk=matter.pk), word(matter.pk), "title")
    for matter in Matter.objects.filter(secrecy="sealed"):
        for rows in _hanging_on(matter):
            _put_before(rows, word(matter.pk), *_texts(rows.model))


def of_persons() -> list[str]:
    """All that is known of anybody who complained or reported, but an enterprise that was visited and may be named."""
    known = (opened(identity) for identity in Identity.objects.all())
    told = {getattr(who, field.name) for who in known for field in fields(who)}
    named = "\n".join(Visit.objects.values_list("enterprises", flat=True))
    return sorted(words for words in told if len(words) >= SHORTEST and words not in named)


def not_to_be_read(person: Person | None, text: str, route: str = "") -> list[int]:
    """Matters of which the text, on the page of that pattern, says what this person may not see."""
    told = {int(key) for key in PLANTED.findall(text)}
    if route.startswith(BY_RULE):
        told &= set(Matter.objects.filter(secrecy="sealed").values_list("pk", flat=True))
    if told and person:
        told -= set(Matter.objects.visible_to(person).filter(pk__in=told).values_list("pk", flat=True))
    return sorted(told)


def _hanging_on(matter: Matter) -> Iterator[models.QuerySet]:
    for relation in Matter._meta.related_objects:
        if relation.field.many_to_one or relation.field.one_to_one:
            yield relation.related_model._base_manager.filter(**{relation.field.name: matter.pk})
    yield Reply.objects.filter(assignment__matter=matter.pk)


def _texts(model: type[models.Model]) -> list[str]:
    found = [
        field
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.CharField | models.TextField)
    ]
    return [field.name for field in found if not field.choices and (field.max_length or LONG) >= LONG]


def _put_before(rows: models.QuerySet, planted: str, *names: str) -> None:
    for name in names:
        longest = rows.model._meta.get_field(name).max_length or 10_000
        rest = Left(F(name), Value(longest - ROOM), output_field=models.TextField())
        rows.exclude(**{name: ""}).update(
            **{name: Concat(Value(planted), rest, output_field=models.TextField())}
        )
