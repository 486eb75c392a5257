"""One finding mended where it stands, by a click."""

from bureau.jobs.barred import Barred
from bureau.org.keys import place_of

GONE = "这一处已经改动过，没有找到原来的字句，请自行核对。"


def mended(body: str, asked: str) -> str:
    """The text with the quote of a finding replaced. `asked`: 「line|quote|instead」. Raises Barred where it stands there no
    more, or stands there twice."""
    number, _, rest = asked.partition("|")
    quote, _, instead = rest.partition("|")
    lines = body.replace("\r\n", "\n").split("\n")
    place = (place_of(number) or 0) - 1
    if not (quote and instead and 0 <= place < len(lines)) or lines[place].count(quote) == 0:
        raise Barred(GONE)
    lines[place] = lines[place].replace(quote, instead, 1)
    return "\n".join(lines)
