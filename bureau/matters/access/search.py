"""Chinese search: number, title and text, also by one and two characters.

`bigrams(text)` is an immutable SQL function with a GIN index over it (measured in the design's stack notes:
trigrams are useless for two characters). Pairs find the candidates, LIKE keeps only true hits;
a single character walks newest-first.
"""

from typing import Any

from django.db.models import Lookup, Q, TextField

LONGEST = 100  # characters of a query that are looked at
MOST_WORDS = 5


def matching(words: str, to: str = "", column: str = "words") -> Q:
    """A condition that holds where every word occurs; an empty query matches everything."""
    found, path = Q(), f"{to}__{column}" if to else column
    for word in words[:LONGEST].split()[:MOST_WORDS]:
        found &= Q(**{f"{path}__holds": fold(word)})
    return found


def fold(text: str) -> str:
    """What is typed and what is stored are compared alike: lower case, full-width brackets and digits."""
    return text.lower().translate(WIDE)


WIDE = str.maketrans("［］[]（）(){}０１２３４５６７８９", "〔〕〔〕（）（）（）0123456789")


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
