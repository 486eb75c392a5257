"""Who asks: one person of each set of posts, and somebody who is not logged in."""

from dataclasses import dataclass, field

from django.test import Client

from bureau.org.models import Person


@dataclass
class Attacker:
    """`person`: None is a stranger. Whoever is thrown out logs in again."""

    person: Person | None
    browser: Client = field(init=False)

    def __post_init__(self) -> None:
        self.browser = Client(raise_request_exception=False)

    @property
    def name(self) -> str:
        return self.person.username if self.person else "（未登录）"

    def enter(self) -> None:
        if self.person and "sessionid" not in self.browser.cookies:
            self.browser.force_login(self.person, "bureau.org.backend.PersonBackend")

    def thrown_out(self) -> None:
        self.browser.cookies.clear()


def attackers() -> list[Attacker]:
    """Units and leaders are many: two of each, since what one may see is the other's secret."""
    found: dict[frozenset[str], list[Person]] = {}
    for person in Person.objects.filter(is_active=True, must_change_password=False).order_by("pk"):
        alike = found.setdefault(person.posts, [])
        if len(alike) < 2:
            alike.append(person)
    return [Attacker(person) for alike in found.values() for person in alike] + [Attacker(None)]
