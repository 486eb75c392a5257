"""A long text in few characters."""

import re

PAUSES = "，；：、"
SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")


def gist(text: str, limit: int) -> str:
    """The whole sentences that fit into `limit` characters; else its beginning up to a pause, and ……."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text.rstrip("。；")
    kept = ""
    for sentence in SENTENCE.findall(text):
        if len(kept) + len(sentence) > limit:
            break
        kept += sentence
    return kept.rstrip("。；") or f"{beginning(text[: limit - 2])}……"


def beginning(text: str) -> str:
    """Up to the last pause in its second half; all of it where there is none."""
    pause = max(text.rfind(mark) for mark in PAUSES)
    return text[:pause] if pause > len(text) / 2 else text
