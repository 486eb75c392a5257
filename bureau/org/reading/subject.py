"""What running words want done, without the clauses before it that only say by whom and by when."""

import re

from bureau.org.naming import Directory

from .clauses import read_clause

CALLS = re.compile(r"^(?:由|请|责成|责令)")
PAUSE = "，"
LEAST = 4  # signs: of fewer nothing could be made out


def subject(words: str, due: str, directory: Directory) -> str:
    """「由甲牵头，乙配合，12月20日前完成前期工作。」 → 「完成前期工作。」; `due`: the words of its date. The whole where little
    would be left."""
    clauses = words.split(PAUSE)
    while len(clauses) > 1 and read_clause(CALLS.sub("", clauses[0]), directory):
        clauses.pop(0)
    rest = PAUSE.join(clauses)
    rest = rest[len(due) :].lstrip(PAUSE) if due and rest.startswith(due) else rest
    return rest if len(rest) > LEAST else words
