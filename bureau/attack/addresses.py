"""Every address of the house, from the URL patterns themselves: a new one cannot be forgotten."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from random import Random

from django.urls import Resolver404, URLResolver, get_resolver, resolve

from bureau.attack.canaries import PLANTED

PART = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<\w+>(.+?)\)(?=[/$])")
LINK = re.compile(rb'(?:href|action|formaction)="(/[^"#]*)"')
FIELD = re.compile(rb'<(?:input|select|textarea|button)\b[^>]*? name="([^"]+)"(?:[^>]*? value="([^"]*)")?')
NUMBERS = (0, 999_999, 2**31, 2**63, 10**30)  # that no row has, and that fit no column
WORDS = ("reply", "void", "approve", "units", "directives", "matter", "报", "%00", "..%2f..%2fetc", "x" * 300)
MOST = 200  # real addresses remembered of one pattern


def patterns(resolver=None, before: str = "") -> Iterator[str]:
    """Each route as it is declared: «directives/<int:pk>/»."""
    for one in (resolver or get_resolver()).url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, route)
        else:
            yield route


@dataclass
class Known:
    """Real addresses by their pattern, as pages name them to whoever may see them."""

    chance: Random

    def __post_init__(self) -> None:
        self.found: dict[str, list[str]] = defaultdict(list)
        self.fields: dict[str, dict[str, str]] = defaultdict(dict)

    def learn(self, route: str, page: bytes) -> None:
        """Links to other addresses, and what the forms of this one are made of; a word planted there is not sent on, else one would
        read it in a draft of one's own."""
        for name, value in FIELD.findall(PLANTED.sub("", page.decode(errors="replace")).encode()):
            self.fields[route][unescape(name.decode())] = unescape(value.decode(errors="replace"))
        for link in LINK.findall(page):
            url = unescape(link.decode(errors="replace"))
            try:
                known = self.found[resolve(url.partition("?")[0]).route]
            except Resolver404:
                continue
            if url not in known and len(known) < MOST:
                known.append(url)

    def real(self, route: str) -> str:
        """One that somebody was shown, else one made up."""
        known = self.found.get(route)
        return self.chance.choice(known) if known else self.made_up(route)

    def made_up(self, route: str, numbers: tuple[int, ...] = ()) -> str:
        """With keys as rows have them, or with one of these numbers."""
        return "/" + PART.sub(lambda part: self._value(part, numbers), route).strip("^$")

    def _value(self, part: re.Match, numbers: tuple[int, ...]) -> str:
        kind, choices = part[1] or "slug", part[3]
        if choices:
            return self.chance.choice(choices.split("|")).replace(".*", "x")
        if kind in ("int", "path"):
            return str(self.chance.choice(numbers) if numbers else int(2 ** self.chance.uniform(0, 9)))
        if kind == "uuid":
            return f"{self.chance.getrandbits(128):032x}"
        return self.chance.choice(WORDS)
