"""The head of a paper: which meeting or plan, its organ, number, date and title."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bureau.org.naming import fold
from bureau.org.reading.moments import Anchor, moments
from bureau.org.reading.words import numeral, tidy

KINDS = (
    ("executive", r"常务会"),
    ("standing_committee", r"常委会"),
    ("office", r"[县市区旗]长办公会|政府办公会|办公会议?"),
    ("special_meeting", r"专题会|调度会|协调会|现场会"),
    (
        "work_report",
        r"政府工作报告|重点工作任务分解|目标任务分解|民生实事|重点工作(?:任务)?(?:分工|清单|台账)",
    ),
    ("campaign", r"专项|整治|攻坚|行动|整改|百日"),
)
NUMBER = re.compile(
    r"(?P<mark>[\u4e00-\u9fff]{2,8})?\s*(?P<year>[〔\[【（(]\s*20\d\d\s*[〕\]】）)])\s*第?\s*(?P<n>\d+)\s*号"
)
NOT_A_MARK = re.compile(r"纪要|会议|通报|文件|通知|办公室$|政府$|委员会$|^号")
ISSUE = re.compile(r"第\s*(?:\d+|[一二三四五六七八九十百]+)\s*[期次号]")
DATE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})[年./\-](?:\d{1,2}|[一二三四五六七八九十]{1,3})[月./\-](?:\d{1,2}|[一二三四五六七八九十]{1,3})日?"
)
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)|(二[〇○零][一二三四五六七八九]{2})年")
DATED = re.compile(r"(?<!\d)(20\d\d)(?=[年./\-〕\]】）)]|$)|(二[〇○零][一二三四五六七八九]{2})年")
"""A year in a sentence, where 「贷款2000万元」 is none."""
HELD = re.compile(r"(?:会议)?时间[:：].*|.*(?:上午|下午|晚|召开|主持).*")
MEETING_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?=上午|下午|晚|，|,|[县市区旗]|在)")
TITLE_WORDS = re.compile(r"纪要|分解|任务|清单|台账|方案|通知|通报|记录|决定|会议|一览表|分工|汇总")


@dataclass(frozen=True)
class Masthead:
    """What the head says; `year` is the plan's year where only a year is named."""

    kind: str
    organ: str
    number: str | None
    date: date | None
    year: int | None
    title: str


ANNEX = re.compile(r"附件\s*[\d一二三四五六七八九十]*[:：]?")


def masthead(lines: list[str], foot: Sequence[str] = (), name: str = "") -> Masthead:
    """Read from the lines above the first decision; `foot` (「…年…月…日印发」) and the file's name only help out."""
    lines = [line for line in map(tidy, lines) if line and not ANNEX.fullmatch(line)]
    title = _title(lines) or tidy(name)
    number = _number(lines) or _number([tidy(name)])
    year = _year(YEAR, [title, number or ""]) or _year(DATED, lines) or _year(YEAR, [name])
    return Masthead(_kind(title, lines, name), _organ(title), number, _date(lines, foot, year), year, title)


def _title(lines: list[str]) -> str:
    titled = [
        line for line in lines[:8] if TITLE_WORDS.search(line) and len(line) <= 60 and not line.endswith("。")
    ]
    return next(
        (line for line in titled if not re.match(r"(?:会议)?(?:时间|地点)", line)), lines[0] if lines else ""
    )


def _kind(title: str, lines: list[str], name: str) -> str:
    for words in (title, name, *lines):
        for kind, pattern in KINDS:
            if re.search(pattern, fold(words)):
                return kind
    return "other"


def _organ(title: str) -> str:
    bare = re.sub(r"(?:20\d\d|二[〇○零]..)年度?|《.*?》|关于|印发", "", title)
    match = re.match(
        r"((?:中共|中国共产党)?[\u4e00-\u9fff]*?(?:[县市区旗]人民政府|[县市区旗]政府|[县市区旗]委|委员会))",
        bare,
    )
    return match[1] if match else ""


def _number(lines: list[str]) -> str | None:
    for line in lines[:10]:
        if match := NUMBER.search(line):
            mark = match["mark"] or ""
            own = mark if mark and not NOT_A_MARK.search(mark) and match.start() == 0 else ""
            return re.sub(r"\s", "", own + match[0][len(mark) :])
    short = (line for line in lines[:6] if len(line) <= 50 and not line.endswith("。"))
    return next((re.sub(r"\s", "", m[0]) for line in short if (m := ISSUE.search(line))), None)


def _year(pattern: re.Pattern[str], texts: Iterable[str]) -> int | None:
    found = (pattern.search(text) for text in texts)
    return next((int(m[1]) if m[1] else numeral(m[2]) for m in found if m), None)


def _date(lines: list[str], foot: Sequence[str], year: int | None) -> date | None:
    """A line that is a date; then when the meeting was held; then any date in the head; then the imprint."""
    alone = [line for line in lines if DATE.fullmatch(fold(line).strip("()"))]
    held = [line for line in lines if HELD.fullmatch(line) and DATE.search(fold(line))]
    for line in [*alone, *held]:
        if day := _first_date(line):
            return day
    return _meeting_day(lines, year) or next(
        (day for line in [*lines, *foot] if (day := _first_date(line))), None
    )


def _first_date(line: str) -> date | None:
    match = DATE.search(fold(line))
    return next((m.day for m in moments(match[0], Anchor(date(2000, 1, 1)))), None) if match else None


def _meeting_day(lines: list[str], year: int | None) -> date | None:
    for line in lines:
        match = MEETING_DAY.search(fold(line))
        if match and (when := int(match[1]) if match[1] else year):
            try:
                return date(when, int(match[2]), int(match[3]))
            except ValueError:
                return None
    return None
