"""The same words typed in full or half width, with or without spaces."""

import re
import unicodedata

from bureau.org.visible import visible

_WIDE = str.maketrans("．：；，！？【】［］〈〉", ".:;,!?[][]()")


def fold(words: str) -> str:
    """Words for comparing: half width, round brackets, no white space at all."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", visible(words)).translate(_WIDE))
