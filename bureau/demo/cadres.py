"""The register of cadres: who leads some of the county's units. Their names are nobody's."""

import csv
from datetime import date
from pathlib import Path

from bureau.cadres import keeping
from bureau.org.models import Person, Unit

FILE = Path(__file__).with_name("cadres.csv")
SINCE = date(2024, 3, 1)


def register() -> None:
    """Entered by the desk; heads whose account is named are that person."""
    keeper = Person.objects.get(username="accountability")
    units = {unit.short: unit for unit in Unit.objects.all()}
    people = {person.username: person for person in Person.objects.all()}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            held = keeping.Held(
                units[row["unit"]], row["title"], row["rank"], row["part"], SINCE, row["charge"]
            )
            keeping.enter(keeper, row["name"], held, people.get(row["login"]))
