"""The deadline that a paper sets once for all its items: 「办理时限均为12月20日」「以上事项一律于12月底前办结」."""

import re
from collections.abc import Iterator, Sequence

from bureau.org.reading.words import tidy

from .page import Line

ALL = r"(?:均|都|统一|一律)"
SAYS = re.compile(
    rf"(?:时限|期限|时间){ALL}(?:定?为|是|在)?(?P<named>[^。；;，,（(]{{2,24}})"
    rf"|(?:以上|上述|下列|各)(?:\S{{0,3}})(?:事项|任务|工作|建议|提案|问题){ALL}(?:要|应|须|必须)?(?:于|在)?(?P<owed>[^。；;，,]{{2,20}}?前)"
    r"(?:全部)?(?:完成|办结|办理|整改|答复|报)"
)


def common_due(lines: Sequence[Line]) -> str:
    """Its words; empty where the paper says nothing of the kind, or two different things."""
    said = (match for line in around(lines) for match in SAYS.finditer(tidy(line.words)))
    found = {match["named"] or match["owed"] for match in said}
    return found.pop() if len(found) == 1 else ""


def around(lines: Sequence[Line]) -> Iterator[Line]:
    """Before the first item and behind the last: what stands between them may speak of some of them alone."""
    held = [at for at, line in enumerate(lines) if any(mark.draft for mark in line.marks)]
    if held:
        yield from lines[: held[0]]
        yield from lines[held[-1] + 1 :]
