"""Chinese search: number, title and text, also by one and two characters; numbers however they are spelled.

`bigrams(text)` is an immutable SQL function with a GIN index over it (measured in the design's stack notes:
trigrams are useless for two characters). Pairs find the candidates, LIKE keeps only true hits;
a single character walks newest-first.
"""

import re
from typing import Any

from django.db.models import Lookup, Q, TextField, Transform

from bureau.org.visible import visible

LONGEST = 100  # characters of a query that are looked at
MOST_WORDS = 5
WIDE = str.maketrans(
    "［］[]【】﹝﹞（）(){}０１２３４５６７８９－—–", "〔〕〔〕〔〕〔〕（）（）（）0123456789---"
)
YEAR = re.compile(r"[（〔]((?:19|20)\d\d)[）〕]")
# 「第42号」「批42号」「桃督批第42号」: of whatever year. 「2026-42」「桃督批2026-42号」「2026年42号」「2026年第42号」: of that year.
OF_ANY_YEAR = re.compile(r"(?P<series>[^\d第]*)第?0*(?P<number>\d{1,6})号")
OF_ONE_YEAR = re.compile(
    r"(?P<series>[^\d第]*)〔?(?P<year>(?:19|20)\d\d)(?:〕|-|/|年)第?0*(?P<number>\d{1,6})号?"
)


def matching(words: str, to: str = "", column: str = "words", lookup: str = "holds") -> Q:
    """A condition that holds where every word occurs; an empty query matches everything."""
    found, path = Q(), f"{to}__{column}" if to else column
    for word in visible(words)[:LONGEST].split()[:MOST_WORDS]:
        found &= Q(**{f"{path}__{lookup}": fold(word)}) | numbered(fold(word), path, lookup)
    return found


def numbered(word: str, path: str, lookup: str) -> Q:
    """The number that a folded word means, as it is written in full: 「批42号」 is 「批〔2026〕42号」 of any year."""
    if told := OF_ONE_YEAR.fullmatch(word):
        return Q(**{f"{path}__{lookup}": "{series}〔{year}〕{number}号".format(**told.groupdict())})
    told = OF_ANY_YEAR.fullmatch(word)
    if told is None or word[0].isdecimal():
        return Q()
    series, end = told["series"], f"〕{told['number']}号"
    return Q(**{f"{path}__{lookup}": end, f"{path}__regex": f"{re.escape(series)}〔\\d{{4}}{end}"})


def fold(text: str) -> str:
    """What is typed and what is stored are compared alike: what nobody sees out, lower case, full-width brackets, half-width
    digits, a year always in 〔〕."""
    return YEAR.sub(r"〔\1〕", visible(text).lower().translate(WIDE))


@TextField.register_lookup
class Folded(Transform):
    """`text__folded__holds="水库"`: of a text that is kept as it was written, what `fold` makes of it, by the database."""

    lookup_name = "folded"
    function = "folded"
    output_field = TextField()


@TextField.register_lookup
class Holds(Lookup):
    """`words__holds="水库"`: the text contains it, found through the pair index where the word has a pair."""

    lookup_name = "holds"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple]:
        column, left = self.process_lhs(compiler, connection)
        like = "%" + self.rhs.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_") + "%"
        if len(self.rhs) < 2:
            return f"{column} LIKE %s", (*left, like)
        return f"(bigrams({column}) @> bigrams(%s) AND {column} LIKE %s)", (*left, self.rhs, *left, like)


@TextField.register_lookup
class Paired(Lookup):
    """`words__paired="水库"`: the text has all its pairs, and perhaps the word; every text has those of a single character."""

    lookup_name = "paired"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple]:
        column, left = self.process_lhs(compiler, connection)
        return f"bigrams({column}) @> bigrams(%s)", (*left, self.rhs)
