"""The people and units of 桃溪县: all invented, and posts instead of names."""

import csv
from functools import cached_property
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password

from bureau.demo import cadres
from bureau.demo.portfolios import EVERY_UNIT, PORTFOLIOS
from bureau.org.models import Person, Portfolio, Posting, Unit
from bureau.org.posts import Function, Post

PASSWORD = "taoxi-2026"  # of every account of the demo; never made outside it
HERE = Path(__file__).parent
BUREAU = "督查局"
SUPERIORS = {
    "县公路建设养护中心": "县交通运输局",
    "县自来水公司": "县住建局",
}


def build() -> None:
    """Enter units, people, posts, portfolios and cadres into an empty database."""
    _units()
    _people()
    _portfolios()
    cadres.register()


def accounts() -> list[dict]:
    """The accounts that the demo's password opens: `username`, `password`, `post` and `unit` in words."""
    people = list(Person.objects.filter(is_active=True).prefetch_related("postings").order_by("id"))
    opened = {stored for stored in {person.password for person in people} if check_password(PASSWORD, stored)}
    return [_account(person) for person in people if person.password in opened]


def _account(person: Person) -> dict:
    """Leaders, and secretaries, who hold no post here, are told by their titles."""
    post = "、".join(posting.get_post_display() for posting in person.postings.all()) if person.unit else ""
    unit = person.unit.short if person.unit else ""
    return {"username": person.username, "password": PASSWORD, "post": post or person.title, "unit": unit}


def _units() -> None:
    Unit.objects.create(
        name=settings.BUREAU_NAME,
        short=BUREAU,
        mark=settings.NUMBER_MARK,
        unit_class=Unit.Class.BUREAU,
        supervisable=False,
        order=1,
    )
    for place, row in enumerate(_rows("units"), start=1):
        Unit.objects.create(
            name=row["name"],
            short=row["short"],
            aliases=row["aliases"],
            mark=row["mark"],
            unit_class=row["class"],
            supervisable="exempt" not in row["notes"],
            countersigns="countersigns" in row["notes"],
            order=place * 10,
        )

    for short, superior in SUPERIORS.items():
        Unit.objects.filter(short=short).update(superior=Unit.objects.get(short=superior))


def _people() -> None:
    """One hashing for all: a hundred would take half a minute."""
    password, units = make_password(PASSWORD), {unit.short: unit for unit in Unit.objects.all()}
    posts = [*_officials(units), *_unit_people(units)]
    people = [person for person, _ in posts]
    for person in people:
        person.password = password
    Person.objects.bulk_create(people)
    Posting.objects.bulk_create(Posting(person=person, post=post) for person, post in posts if post)


def _officials(units) -> list[tuple[Person, str]]:
    """The bureau's eleven; the county's leaders, who belong to no unit; secretaries, who only enter for leaders; and people of a unit
    who answer for nothing."""
    return [
        (
            Person(
                username=row["login"],
                name=row["name"],
                title=row["title"],
                unit=units[row["unit"]] if row["unit"] else None,
            ),
            row["post"],
        )
        for row in _rows("people")
    ]


def _unit_people(units) -> list[tuple[Person, str]]:
    """A liaison for every unit, and a head where one countersigns or reads along."""
    found = []
    for row in _rows("units"):
        unit = units[row["short"]]
        found.append((_member(unit, row["login"], "联络员"), Post.LIAISON))
        if "head" in row["notes"]:
            found.append((_member(unit, f"{row['login']}-head", "负责人"), Post.HEAD))
    return found


def _member(unit: Unit, login: str, title: str) -> Person:
    return Person(username=login, name=f"{unit.short}{title}", title=title, unit=unit)


def _portfolios() -> None:
    leaders = {person.username: person for person in Person.objects.filter(unit=None)}
    for login in EVERY_UNIT:
        Portfolio.objects.create(leader=leaders[login], functions=Function.values, all_units=True)
    for login, shorts in PORTFOLIOS.items():
        portfolio = Portfolio.objects.create(leader=leaders[login], functions=Function.values)
        portfolio.units.set(Unit.objects.filter(short__in=shorts.split()))


def _rows(name: str) -> list[dict]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Cast:
    """Finds the players: people by login, units by short name, a unit's liaison and head."""

    def forget(self) -> None:
        """Units were merged: who belongs where is read anew."""
        vars(self).clear()

    @cached_property
    def people(self) -> dict[str, Person]:
        return {person.username: person for person in Person.objects.all()}

    @cached_property
    def units(self) -> dict[str, Unit]:
        return {unit.short: unit for unit in Unit.objects.all()}

    @cached_property
    def townships(self) -> tuple[str, ...]:
        return tuple(unit.short for unit in self.units.values() if unit.unit_class == Unit.Class.TOWNSHIP)

    @cached_property
    def _by_unit(self) -> dict[tuple[str, str], Person]:
        """The unit's own account wins over those that came when another unit was merged into it."""
        postings = Posting.objects.filter(post__in=[Post.LIAISON, Post.HEAD]).select_related("person__unit")
        own_last = sorted(postings, key=lambda one: one.person.name.startswith(one.person.unit.short))
        return {(posting.person.unit.short, posting.post): posting.person for posting in own_last}

    def liaison(self, unit: str) -> Person:
        return self._by_unit[unit, Post.LIAISON]

    def has_head(self, unit: str) -> bool:
        """Whether its head uses the system."""
        return (unit, Post.HEAD) in self._by_unit

    def head(self, unit: str) -> Person:
        return self._by_unit[unit, Post.HEAD]
