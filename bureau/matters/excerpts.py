"""What was found, shown: words marked in a text, and the passage that holds them."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from bureau.matters.access.search import fold

BEFORE, LENGTH = 24, 100  # characters of a passage: before the first word, and in all


def places(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where the words stand, in order, none within another. None where folding moves the letters."""
    folded = fold(text)
    if len(folded) != len(text):
        return []
    found = []
    for word in map(fold, words):
        at = folded.find(word)
        while word and at >= 0:
            found.append((at, at + len(word)))
            at = folded.find(word, at + len(word))
    return apart(sorted(found))


def apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def marked(text: str, words: Iterable[str]) -> SafeString:
    pieces, at = [], 0
    for start, end in places(text, words):
        pieces += [(format_html("{}", text[at:start]),), (format_html("<mark>{}</mark>", text[start:end]),)]
        at = end
    return format_html_join("", "{}", [*pieces, (text[at:],)])


def passage(text: str, words: Iterable[str]) -> SafeString:
    """The first place with what stands around it; what is left out is an ellipsis."""
    words, plain = list(words), " ".join(text.split())
    found = places(plain, words)
    start = max(0, found[0][0] - BEFORE) if found else 0
    end = start + LENGTH
    before, after = "…" if start else "", "…" if end < len(plain) else ""
    return format_html("{}{}{}", before, marked(plain[start:end], words), after)
