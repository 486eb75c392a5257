"""First letters of the pinyin, by which units are found and typed."""

from pypinyin import Style, lazy_pinyin


def initials(words: str) -> str:
    """Lower case: 「县财政局」 → "xczj". 「行」 and the like read wrongly are mended by hand in the admin."""
    return "".join(lazy_pinyin(words, style=Style.FIRST_LETTER)).lower()
