"""Typed or pasted text made ready to set: no control characters, no spaces between Chinese and figures."""

import re
import unicodedata

_WIDE = r"[\u2014\u2018-\u201d\u2026\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_LATIN = r"[0-9A-Za-z%(\[.+-]"
_BESIDE_LATIN = re.compile(rf"(?<={_WIDE})[ \u00a0]+(?={_LATIN})|(?<={_LATIN})[ \u00a0]+(?={_WIDE})")
_BLANKS = re.compile(r"[\t\v\f \u00a0]+")
_INVISIBLE = {"Cc", "Cf", "Cs"}


def tidy(line: str) -> str:
    """One line without outer blanks, invisible characters and 盘古 spaces; everything else stays as written."""
    single = _BLANKS.sub(" ", unicodedata.normalize("NFC", line))
    visible = "".join(char for char in single if unicodedata.category(char) not in _INVISIBLE)
    return _BESIDE_LATIN.sub("", visible.strip(" \u3000"))


def tidy_lines(text: str) -> list[str]:
    """The non-empty lines of a text, each tidy."""
    return [line for line in map(tidy, re.split(r"\r\n|[\r\n\u2028\u2029]", text)) if line]
