"""What an answer may not be: an error of the server, a place where a planted word lies open, one that a browser keeps."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpResponse

from bureau.attack import canaries
from bureau.attack.attackers import Attacker
from bureau.attack.hunting import opened

LEAK, BROKEN, BARE, FILE = "泄露", "5xx", "缺响应头", "附件"
KINDS = (LEAK, BROKEN, BARE, FILE)
# By header what it must say. `OPEN`: fetched by programs, may be kept, and says itself by 503 that something is away.
HEADERS = {
    "Cache-Control": ("no-store", "private"),
    "X-Content-Type-Options": ("nosniff",),
    "X-Frame-Options": ("DENY",),
    "Referrer-Policy": ("same-origin",),
    "Content-Security-Policy": ("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"),
}
OPEN = ("healthz",)
OPENS = ("vault",)  # the one way to what is known of a person: asked with a reason, written down each time


@dataclass
class Figures:
    """`faults`: what went wrong by kind, in words, each place once; `tell` hears of each at once."""

    tell: Callable[[str], None]
    statuses: Counter[int] = field(default_factory=Counter)
    faults: dict[str, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in KINDS})

    def fault(self, kind: str, where: str, words: str) -> None:
        if where not in self.faults[kind]:
            self.faults[kind][where] = words
            self.tell(f"{kind}  {where}\n      {words}")

    @property
    def clean(self) -> bool:
        return not any(self.faults.values())


class Judge:
    """Knows what may be read by whom."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.persons = [(words, words.encode()) for words in canaries.of_persons()]

    def judge(self, attacker: Attacker, route: str, words: str, answer: HttpResponse) -> bytes:
        """Counts it; returns what it says."""
        figures, told = self.figures, f"{attacker.name} {words}"
        body = answer.getvalue()
        figures.statuses[answer.status_code] += 1
        if answer.status_code >= 500 and route not in OPEN:
            trouble = getattr(answer, "exc_info", None)
            figures.fault(
                BROKEN,
                f"{route} {trouble and trouble[0].__name__}",
                f"{told} → {trouble and trouble[1]!r:.300}",
            )
        lacking = [name for name, words in HEADERS.items() if not _says(answer, name, words)]
        if lacking and route not in OPEN:
            where = f"{answer.status_code} {'、'.join(lacking)}"
            figures.fault(BARE, where, f"{told} → {answer.status_code}")
        head = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
        said = head.encode() + opened(body)
        self._leaks(attacker, route, told, said)
        return body if "html" in answer.headers.get("Content-Type", "") else b""

    def _leaks(self, attacker: Attacker, route: str, told: str, said: bytes) -> None:
        for matter in canaries.not_to_be_read(attacker.person, said.decode(errors="replace"), route):
            self.figures.fault(LEAK, f"{route} {attacker.name}", f"{told} → 事项 {matter}")
        if not route.startswith(OPENS):
            for words, spelled in self.persons:
                if spelled in said:
                    self.figures.fault(LEAK, f"{route} 保密身份", f"{told} → {words}")


def _says(answer: HttpResponse, name: str, words: tuple[str, ...]) -> bool:
    return all(word in answer.headers.get(name, "") for word in words)
