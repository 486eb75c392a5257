"""What a kept file is called: its name ends as what it is, so that opening it starts nothing else."""

import re

from bureau.org.visible import visible

LONGEST = 200  # characters
ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}$")
ALSO = {"jpg": (".jpg", ".jpeg", ".jpe")}


def named(name: str, kind: str) -> str:
    """「通知.pdf.exe」 of a PDF is 「通知.pdf」, 「evil.hta」 of a picture 「evil.jpg」; a good name stays as it is."""
    name = visible(name).strip(" .")
    while (found := ENDING.search(name)) and not name.lower().endswith(ALSO.get(kind, (f".{kind}",))):
        name = name[: found.start()].rstrip(" .")
    ending = found[0] if found else f".{kind}"
    stem = name.removesuffix(ending) or "文件"
    return stem[-(LONGEST - len(ending)) :] + ending
