"""Other people's words inside our own: quoted, and their headings below ours."""

import re

DEMOTED = (
    (re.compile(r"^（[一二三四五六七八九十]{1,3}）"), lambda count: f"（{count}）"),
    (re.compile(r"^[一二三四五六七八九十]{1,3}、"), lambda count: f"{count}."),
)


def quoted(text: str) -> str:
    """Fit to stand between “ and ”: in one line, and with ‘ and ’ inside."""
    return " ".join(text.split()).replace("“", "‘").replace("”", "’")


def titled(text: str) -> str:
    """Fit to stand between 《 and 》: with 〈 and 〉 inside (GB/T 15834—2011 §4.15)."""
    return text.replace("《", "〈").replace("》", "〉")


def demoted(text: str) -> str:
    """A unit's report below our （一）: its 一、 becomes 1., its （一） becomes （1）; its other lines stay."""
    counts, lines = [0, 0], []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        for level, (mark, numeral) in enumerate(DEMOTED):
            if found := mark.match(line):
                counts = [counts[0] + 1, counts[1]] if level == 0 else [0, counts[1] + 1]
                line = numeral(counts[level]) + line[found.end() :]
                break
        lines.append(line)
    return "\n".join(lines)
