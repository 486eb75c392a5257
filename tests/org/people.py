"""Persons for the tests of the ground: one post each."""

from bureau.org.models import Person, Unit

PASSWORD = "taoxi-county-2026"


def unit(name="县水利局", short="水利局"):
    return Unit.objects.create(name=name, short=short, unit_class=Unit.Class.ECONOMY)


def person(username, *posts, **fields):
    return Person.objects.create_user(
        username, PASSWORD, name=fields.pop("name", username), posts=posts, **fields
    )
