"""How urgent the words themselves say that it is."""

import re

from bureau.org.naming import fold

SAID = (
    ("flash", re.compile(r"特急|火速|十万火急")),
    ("urgent", re.compile(r"加急|急件|急办|速办|从速|限时办结|紧急办理")),
)


def urgency_in(words: str) -> tuple[str, str]:
    """The key of the urgency and the words that say so; both empty where none do."""
    folded = fold(words)
    found = ((key, said[0]) for key, pattern in SAID if (said := pattern.search(folded)))
    return next(found, ("", ""))
