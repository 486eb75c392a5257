"""票码: made at random, told once on paper, kept as a digest with a key. It is found by that digest, whose letters nobody steers: how long
the database looks tells nothing of the code."""

import re
import secrets
from collections.abc import Iterable

from appraisal.ballots.models import Code
from bureau.org import cipher

DIGITS = 12  # a wrong one in ten years of trying, at the rate that `public.limiting` lets through
ABOUT = "ballot code"


def new_codes(count: int) -> list[str]:
    found: set[str] = set()
    while len(found) < count:
        found.add(f"{secrets.randbelow(10**DIGITS):0{DIGITS}}")
    return list(found)


def grouped(code: str) -> str:
    """「1234 5678 9012」, as it stands on the slip."""
    return " ".join(code[place : place + 4] for place in range(0, len(code), 4))


def digests(typed: str) -> list[str]:
    """Of what somebody typed, with blanks or without, one with each key; none where it is no code at all."""
    code = re.sub(r"[\s\-－]", "", typed)
    return cipher.digests(code, ABOUT) if re.fullmatch(rf"[0-9]{{{DIGITS}}}", code) else []


def rows_of(codes: Iterable[str], group: int) -> list[Code]:
    """As they are kept: in the order of their digests, which is not that of the slips."""
    found = [Code(digest=cipher.digests(code, ABOUT)[0], group_id=group) for code in codes]
    return sorted(found, key=lambda one: one.digest)
