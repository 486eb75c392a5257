"""One finding mended where it stands, by a click."""

from bureau.jobs.barred import Barred

GONE = "这一处已经改动过，没有找到原来的字句，请自行核对。"


def mended(body: str, asked: str) -> str:
    """The text with the quote of a finding replaced. `asked`: 「line|quote|instead」. Raises Barred where it stands there no
    more, or stands there twice."""
    number, _, rest = asked.partition("|")
    quote, _, instead = rest.partition("|")
    lines = body.replace("\r\n", "\n").split("\n")
    place = int(number) - 1 if number.isascii() and number.isdecimal() and len(number) < 6 else -1
    if not (quote and instead and 0 <= place < len(lines)) or lines[place].count(quote) == 0:
        raise Barred(GONE)
    lines[place] = lines[place].replace(quote, instead, 1)
    return "\n".join(lines)
