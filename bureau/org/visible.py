"""What somebody can see of a text. Characters without a picture come along when one copies from a page or a chat; kept,
they make a title unfindable and an empty answer look like one."""

import re

from django import forms

# Control characters but tab, line end and NUL, which fields refuse in words; soft hyphen, joiners, directional marks, fillers, selectors, BOM, tags.
UNSEEN = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
BLANKS = re.compile(
    "[\xa0\u1680\u2000-\u200a\u202f\u205f\u2800]"
)  # that are no plain one; U+3000 indents paragraphs
LINE_ENDS = re.compile("\r\n|\u2028|\u2029")


def visible(text: str) -> str:
    """The text as one sees it: every blank a plain one, every line's end `\\n`, and nothing between the characters."""
    return UNSEEN.sub("", BLANKS.sub(" ", LINE_ENDS.sub("\n", text)))


class VisibleField(forms.CharField):
    """Text as one sees it; where nothing is seen, nothing was filled in."""

    def to_python(self, value):
        return visible(super().to_python(value)).strip()
