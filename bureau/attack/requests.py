"""The forged requests themselves: what each attacker sends to an address."""

from collections.abc import Callable, Iterator
from itertools import count
from random import Random

from django.http import HttpResponse
from django.test import Client

from bureau.attack import payloads
from bureau.attack.addresses import NUMBERS, Known, patterns
from bureau.attack.attackers import Attacker

METHODS = ("put", "patch", "delete", "options", "trace")
Ask = Callable[[Client], HttpResponse]
Manner = Callable[[str], tuple[str, Ask]]
Request = tuple[Attacker, str, str, Ask]  # who asks, the pattern, what is asked in words, the asking


class Requests:
    """Round after round over all attackers and addresses."""

    def __init__(self, attackers: list[Attacker], chance: Random) -> None:
        self.attackers, self.chance, self.known = attackers, chance, Known(chance)
        self.routes = [route for route in patterns() if not route.endswith("logout/")]
        self.manners = (
            self._look,
            self._send,
            self._strange_key,
            self._strange_query,
            self._no_form,
            self._method,
        )

    def endless(self) -> Iterator[Request]:
        for attacker, route, manner in self.turns():
            yield attacker, route, *manner(route)

    def turns(self) -> Iterator[tuple[Attacker, str, Manner]]:
        """Everybody at every address, in turns in another manner; when all were asked, each in the manner that comes next: whoever
        stops early has seen all manners."""
        for turn in count():
            for at, route in enumerate(self.routes, start=turn):
                for place, attacker in enumerate(self.attackers, start=at):
                    yield attacker, route, self.manners[place % len(self.manners)]

    def some(self, count: int) -> Iterator[Request]:
        """A sample of all that: for where there are only seconds."""
        for _ in range(count):
            manner, route = self.chance.choice(self.manners), self.chance.choice(self.routes)
            yield self.chance.choice(self.attackers), route, *manner(route)

    def _look(self, route: str) -> tuple[str, Ask]:
        url = self.known.real(route)
        return f"GET {url}", lambda browser: browser.get(url)

    def _send(self, route: str) -> tuple[str, Ask]:
        url, form = self.known.real(route), payloads.form(self.known.fields[route], self.chance)
        return f"POST {url} {form!r:.300}", lambda browser: browser.post(url, form)

    def _strange_key(self, route: str) -> tuple[str, Ask]:
        url = self.known.made_up(route, NUMBERS)
        return f"GET {url:.200}", lambda browser: browser.get(url)

    def _strange_query(self, route: str) -> tuple[str, Ask]:
        url, query = self.known.real(route).partition("?")[0], self.chance.choice(payloads.QUERIES)
        return f"GET {url}?{query:.100}", lambda browser: browser.get(url, QUERY_STRING=query)

    def _no_form(self, route: str) -> tuple[str, Ask]:
        url, (kind, body) = self.known.real(route), self.chance.choice(payloads.BODIES)
        return f"POST {url} {kind}", lambda browser: browser.generic("POST", url, body, content_type=kind)

    def _method(self, route: str) -> tuple[str, Ask]:
        url, method = self.known.real(route), self.chance.choice(METHODS)
        return f"{method.upper()} {url}", lambda browser: getattr(browser, method)(url)
