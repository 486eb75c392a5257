"""A long text in few characters."""

import re

PAUSES = "，；：、"
SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")


def gist(text: str, limit: int, most: int = 0) -> str:
    """The whole sentences that fit into `limit` characters; else the first one, where it has at most `most`; else its
    beginning up to a pause, and ……."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text.rstrip("。；")
    first, *others = SENTENCE.findall(text)
    kept = first if len(first) <= max(limit, most) else ""
    for sentence in others if kept else ():
        if len(kept) + len(sentence) > limit:
            break
        kept += sentence
    return kept.rstrip("。；") or f"{beginning(text[: max(limit, most) - 2])}……"


def beginning(text: str) -> str:
    """Up to the last pause in its second half; all of it where there is none."""
    pause = max(text.rfind(mark) for mark in PAUSES)
    return text[:pause] if pause > len(text) / 2 else text
