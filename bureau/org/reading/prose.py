"""Units asked in a running sentence: 「由甲负责，乙、丙配合」「由甲牵头，会同乙…」「县财政局要…」「甲加快…」."""

import re

from bureau.org.naming import Directory

from .clauses import UNIT_LIKE, Duties
from .roles import HELPS, LEADS, Shares
from .splitting import split_names

STOP = r"[^，。；：]"
LEADING = re.compile(
    rf"(?:由|请|责成|责令)(?P<who>{STOP}{{2,40}}?)(?:具体|分别|共同)?{LEADS}(?!人|同志|任务)"
)
ASKED = re.compile(rf"(?:由|请|责成|责令)(?P<who>{STOP}{{2,60}})")
SUBJECT = re.compile(
    rf"(?:^|[，。；：])(?:要求)?(?P<who>{STOP}{{2,60}}?)"
    r"(?:分别|共同|各自|具体|主要)?(?:要(?!求)|须|应(?!急)|务必|负责(?!人|同志)|牵头|将)"
)
WITH = re.compile(rf"(?:会同|联合|协同)(?P<who>{STOP}{{2,60}})")
HELPING = re.compile(rf"(?:^|[，。；：])(?:由|请)?(?P<who>{STOP}{{2,60}}?){HELPS}")
TOLD = re.compile(
    rf"{HELPS}|.{{0,6}}(?:大队|中队|分局|[股科所站队室])"
    r"|[（(]|关于|的|负责人|主要|分管|局长|主任|同志|汇报|介绍|通报|作了?|就|提出|发言|补充|参加|等"
)
"""What follows a unit that only spoke, only helps, or is part of a longer name."""


def prose_duties(text: str, directory: Directory) -> Duties:
    """Who is asked in the sentence itself, which stays whole; nothing if it asks no unit we can tell."""
    text = re.sub(rf"({LEADS})、", r"\1，", text)
    lead = _lead(text, directory)
    if not lead:
        return Duties()
    helpers = [known_prefix(m["who"], directory) for m in WITH.finditer(text)]
    helpers += [m["who"] for m in HELPING.finditer(text) if all_known(m["who"], directory)]
    return Duties(Shares(lead=[lead], co=[words for words in helpers if words]))


def _lead(text: str, directory: Directory) -> str:
    for match in LEADING.finditer(text):
        who = re.split(r"会同|联合|协同", match["who"])[0]
        if all_known(who, directory) or UNIT_LIKE.fullmatch(who):
            return who
    asked = (known_prefix(match["who"], directory) for match in ASKED.finditer(text))
    subjects = (m["who"] for m in SUBJECT.finditer(text) if _may_be_asked(m["who"], directory))
    return next((who for who in (*asked, *subjects) if who), "") or _opening(text, directory)


def _opening(text: str, directory: Directory) -> str:
    """「县市监局加强检查」: a decision that begins with the unit, unless the unit only spoke."""
    who = known_prefix(re.split(r"[，。；：]", text, maxsplit=1)[0][:60], directory)
    return "" if not who or TOLD.match(text[len(who) :]) else who


def _may_be_asked(who: str, directory: Directory) -> bool:
    """Known units, or a body of the county that the directory lacks: a problem is better than silence."""
    return all_known(who, directory) or bool(re.fullmatch(rf"县(?!级|直|内|域){UNIT_LIKE.pattern}", who))


def all_known(words: str, directory: Directory) -> bool:
    """Whether the words are names of known units and nothing else."""
    names = split_names(words, directory)
    return bool(names) and all(directory.knows(name) for name in names)


def known_prefix(words: str, directory: Directory) -> str:
    """The longest beginning that is all units: 「乙、丙拿出方案」 → 「乙、丙」. No unit is cut short."""
    ends = range(len(words), 2, -1)
    return next((words[:end] for end in ends if all_known(words[:end], directory)), "")
