"""得票率分档: bands of two shares of the valid votes."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..declaring import REQUIRED, Declared, number, rate, rows
from ..numbers import HUNDRED, NOUGHT
from ..telling import equals, num
from .base import Outcome, Rule

Share = tuple[Decimal, Decimal]  # numerator and denominator


@dataclass(frozen=True, kw_only=True)
class VoteBand(Declared):
    """Both conditions must hold; one that is not declared holds."""

    noun = "档"
    first_from: Share | None = rate("好票率不低于", None, unit="%", help="可写分数，如 1/3")
    second_below: Share | None = rate("差票率低于", None, unit="%", help="可写分数，如 1/3")
    points: Decimal = number("得分")

    def holds(self, first: Decimal, second: Decimal, valid: Decimal) -> bool:
        enough = self.first_from is None or first * self.first_from[1] >= valid * self.first_from[0]
        few = self.second_below is None or second * self.second_below[1] < valid * self.second_below[0]
        return enough and few

    def words(self) -> str:
        first = f"好票率{share(self.first_from)}以上" if self.first_from else ""
        second = f"差票率低于{share(self.second_below)}" if self.second_below else ""
        return "且".join(filter(None, (first, second))) + f"得{num(self.points)}分"


def share(found: Share) -> str:
    return f"{num(found[0])}%" if found[1] == HUNDRED else f"{num(found[0])}/{num(found[1])}"


@dataclass(frozen=True, kw_only=True)
class Votes(Declared):
    first: Decimal = number("好票数", low=NOUGHT)
    second: Decimal = number("差票数", low=NOUGHT)
    valid: Decimal = number("有效票数", low=NOUGHT)


@dataclass(frozen=True, kw_only=True)
class VoteTiers(Rule[Votes, None]):
    """The first band that holds, from the top, is the one."""

    kind, label, asks = "vote_tiers", "得票率分档", Votes
    bands: tuple[VoteBand, ...] = rows("各档", lambda: VoteBand, REQUIRED)
    otherwise: Decimal = number("各档之外得分", 0)

    def faults(self) -> Iterator[str]:
        if not self.bands:
            yield "至少要有一档"

    def words(self) -> str:
        return (
            f"按得票率分档：{'，'.join(band.words() for band in self.bands)}，其余得{num(self.otherwise)}分"
        )

    def refuses(self, given: Votes) -> Iterator[str]:
        if given.first + given.second > given.valid:
            yield f"好票 {num(given.first)} 加差票 {num(given.second)} 多于有效票 {num(given.valid)}"

    def score(self, full: Decimal, given: Votes, known: None) -> Outcome:
        if not given.valid:
            return Outcome(None, ("没有有效票",))
        rates = (
            equals(f"好票率 {num(given.first)} ÷ {num(given.valid)}", given.first * HUNDRED / given.valid)
            + "%",
            equals(f"差票率 {num(given.second)} ÷ {num(given.valid)}", given.second * HUNDRED / given.valid)
            + "%",
        )
        for band in self.bands:
            if band.holds(given.first, given.second, given.valid):
                return Outcome(band.points, (*rates, band.words()))
        return Outcome(self.otherwise, (*rates, f"不在各档之内，得 {num(self.otherwise)}"))
