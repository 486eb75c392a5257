"""A long text in few characters."""

import re

SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")


def gist(text: str, limit: int) -> str:
    """The whole sentences that fit into `limit` characters; else its beginning and ……."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text.rstrip("。；")
    kept = ""
    for sentence in SENTENCE.findall(text):
        if len(kept) + len(sentence) > limit:
            break
        kept += sentence
    return kept.rstrip("。；") or f"{text[: limit - 2]}……"
