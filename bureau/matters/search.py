"""Chinese search: number, title and text, also by one and two characters.

`bigrams(text)` is an immutable SQL function with a GIN index over it (measured in the design's stack notes:
trigrams are useless for two characters). Pairs find the candidates, LIKE keeps only true hits;
a single character walks newest-first.
"""

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.lookups import Lookup

LONGEST = 100  # characters of a query that are looked at
MOST_WORDS = 5


class Bigrams(Func):
    function = "bigrams"
    output_field = ArrayField(TextField())


def matching(words: str, to: str = "") -> Q:
    """A condition that holds where every word occurs; an empty query matches everything."""
    found = Q()
    for word in words[:LONGEST].split()[:MOST_WORDS]:
        found &= Q(Holds(F(f"{to}__words" if to else "words"), Value(fold(word))))
    return found


def fold(text: str) -> str:
    """What is typed and what is stored are compared alike: lower case, full-width brackets and digits."""
    return text.lower().translate(WIDE)


WIDE = str.maketrans("［］[]（）(){}０１２３４５６７８９", "〔〕〔〕（）（）（）0123456789")


class Holds(Lookup):
    """`words` contains the word, through the pair index where the word has a pair."""

    lookup_name = "holds"
    output_field = None

    def __init__(self, lhs, rhs):
        super().__init__(lhs, rhs)

    def as_sql(self, compiler, connection):
        column, left = self.process_lhs(compiler, connection)
        word = self.rhs.value if isinstance(self.rhs, Value) else self.rhs
        like = "%" + word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_") + "%"
        if len(word) < 2:
            return f"{column} LIKE %s", [*left, like]
        return f"(bigrams({column}) @> bigrams(%s) AND {column} LIKE %s)", [*left, word, *left, like]
