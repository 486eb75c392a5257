"""What is owed by when: a deadline's words, an Excel cell or a sentence → due date, or a standing duty."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bureau.org.naming import fold

from .moments import Anchor, Moment, moments
from .words import tidy

EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's serial numbers (they count a 29 February 1900 that never was)."""
SERIALS = range(36526, 73051)
"""Serial numbers taken for dates: the years 2000 to 2099."""

NOTHING = re.compile(r"[-—－/无、.。]*")
STANDING = re.compile(
    r"长期|常年|常态|贯穿|始终|经常|日常|定期|每[天日]|每周|每旬|每个?月|每个?季|每半?年|按月|按季|逐月|逐季"
)
ONGOING = re.compile(r"全年|持续|不断|滚动|同步推进|年度工作")
SCHEDULE = re.compile(
    r"每(?:个?月|个?季度?|半?年|周|旬|天|日)度?(?:第?[一二三首末]个?月)?(?:的|次月|\d{1,2}月)?[底末初]?"
    r"(?:周?[一二三四五]|\d{1,2}[日号])?(?:以前|之前|前)?"
)
CADENCES = (
    ("monthly", re.compile(r"每个?月|按月|逐月|月调度|月报")),
    ("quarterly", re.compile(r"每个?季|按季|逐季|季调度|季报")),
    ("yearly", re.compile(r"每年|按年|逐年")),
)
FINISHED = re.compile(r"完成|到位|结束|办结|建成|销号")
BY = re.compile(r"(?:\d{1,2}[时点](?:\d{1,2}分|整)?)?(?:之|以)?前|底|末|内")
ENDS = re.compile(
    r"(?:必须|务必|须|要|应|全部|全面|基本|如期|一律)*"
    r"(?:完成|办结|建成|销号|竣工|完工|[^，。；、]{2,4}到位|报送|上报|报(?=[县市区旗我]))(?![了过的情])"
)
"""A day and what ends on it: 「11月20日完成」, where no 前 or 底 says so."""
PERIOD = re.compile(r"(?:起|[日号月旬底初]|即日)[至到]$")
"""「即日起至12月10日开展检查」: what is to be done in a period is owed at its end."""
NOT_OWED = re.compile(r"(?:原(?:定|计划|要求)(?:于|在)?|截至|截止|自|从|至|到|控制在|不超过|[少低]于|约)$")
STANDING_SENTENCE = re.compile(
    r"每个?(?:周|旬|半?月|季度?|半年|年)[^，。；]{0,10}(?:[一1两二2][次轮]|(?:至少|不少于|不低于)[^，。；]{0,4}(?:\d+|[一两二三四五六七八九十])[次轮起期篇场个])|长期坚持|常态化(?:开展|推进|抓)|每[天日](?!前)|日常调度|(?:定期|持续)[^，。；]{0,12}(?:报告|调度|通报|反馈|会商|研判|检查|巡查|公布|评估)|每个?(?:周|旬|半?月|季度?|年)[^，。；]{0,8}(?:报|反馈|调度)|每[两三五十\d]{1,2}[天日周][^，。；]{0,8}(?:报|反馈|调度|通报)|每个?(?:周|月|季度|半年)(?:都|要|应|定期|至少)?(?:对|向|组织|开展|召开|通报|进行|更新|巡查|督查|检查|检测|评估|公布|发布|汇总)|每个?(?:月|季度?|年)[^，。；]{0,6}前"
)
EVENT = (
    r"(?:春节|新春|除夕|元宵节?|清明节?|端午节?|中秋节?|重阳节?|国庆节?|五一|元旦|(?<![环细章小情])节|主?汛期|入汛|入冬|入夏"
    r"|冬季|供暖季?|采暖季?|开学|春耕|秋收|秋播|两会|高考|中考)(?:假期|来临|到来|开始)*"
)
UNDATED = re.compile(
    rf"{EVENT}(?:之|以)?前(?!期)|(?<=[在于])(?!此)[^,，。;；、·在于]{{1,8}}?(?:之前|以前|(?<![目当此提眼面跟之以])前)(?![期列沿])"
    r"|尽快|尽早|从速|立即|马上|限期|早日|第一时间|(?:近期|近日|短期)内"
)
"""Words that speak of a time without naming a day."""


PARTLY = re.compile(r"(?:其中|首批|第[一二]批|先期|先行|分批|分[两三]批)[^。；;]*$")
SHARE = re.compile(r"\d+(?:\.\d+)?%|百分之|过半|一半|全部|全面完成")
SHORT = re.compile(r"(?P<m>1[0-2]|[1-9])\.(?P<d>[1-3])")


@dataclass(frozen=True)
class Deadline:
    """`due`: the first thing owed; `recurring`: a standing duty; `problem`: a sentence where words fail. Of a sentence
    `words` are those that `due` was read from, `unread` those that speak of a time where it names no day."""

    due: date | None = None
    recurring: bool = False
    cadence: str = ""
    first_report: date | None = None
    problem: str = ""
    words: str = ""
    unread: str = ""


def deadline(value: object, anchor: Anchor) -> Deadline:
    """The deadline in one column or clause: words, a date, or an Excel serial number."""
    if isinstance(value, datetime):
        return Deadline(value.date())
    if isinstance(value, date):
        return Deadline(value)
    words = fold("" if value is None else str(value))
    if isinstance(value, float) and (short := SHORT.fullmatch(words)):
        return _shortened(short, anchor)
    if NOTHING.fullmatch(words):
        return Deadline()
    if words.startswith("="):
        return Deadline(problem=f"完成时限是公式「{words[:40]}」，没有存下结果，请填写具体日期。")
    if re.fullmatch(r"\d{5}(?:\.\d+)?", words) and int(float(words)) in SERIALS:
        return Deadline(EPOCH + timedelta(days=int(float(words))))
    return _read(words, tidy(str(value))[:40], anchor)


def _shortened(match: re.Match[str], anchor: Anchor) -> Deadline:
    """11.3 in a cell of numbers was typed 11.3 or 11.30; deadlines lie at a month's end more often."""
    month, day = int(match["m"]), int(match["d"])
    longer = deadline(f"{month}月{day * 10}日", anchor)
    if longer.problem or not longer.due:
        return deadline(f"{month}月{day}日", anchor)
    shown = f"{month}月{day}日还是{month}月{day * 10}日"
    return Deadline(longer.due, problem=f"完成时限是数字 {match[0]}，认不出是{shown}，请核对。")


def _read(words: str, shown: str, anchor: Anchor) -> Deadline:
    plain = SCHEDULE.sub("", words)
    found = _main(list(moments(plain, anchor)), plain)
    if wrong := next((moment for moment in found if moment.day is None), None):
        return Deadline(problem=f"完成时限「{shown}」里的「{wrong.words}」没有这一天，请改正。")
    known = [(m.day, m.is_year) for m in found if m.day]
    days = [day for day, is_year in known if not is_year] or [
        day for day, _ in known if not ONGOING.search(words)
    ]
    cadence = next((name for name, pattern in CADENCES if pattern.search(words)), "")
    standing = STANDING.search(words) and not (days and cadence and FINISHED.search(words))
    recurring = bool(standing or (ONGOING.search(words) and (not days or re.search("报|反馈", words))))
    if not days:
        problem = "" if recurring else f"完成时限写的是「{shown}」，认不出日期，请填写具体日期。"
        return Deadline(None, recurring, cadence, problem=problem)
    due = max(days)
    return Deadline(due, recurring, cadence, due if recurring else None, _doubt(words, shown, due, anchor))


def _doubt(words: str, shown: str, due: date, anchor: Anchor) -> str:
    """Minutes give deadlines after the meeting; what is not is worth a look."""
    if anchor.rolls and due < anchor.day:
        return f"完成时限「{shown}」早于会议日期 {anchor.day.isoformat()}，请核对。"
    if (
        anchor.rolls
        and (due - anchor.day).days > 270
        and "年" not in words
        and not re.search(r"\d{4}|\d个月", words)
    ):
        return f"完成时限「{shown}」没有写年份，暂按 {due.isoformat()}，请核对。"
    return ""


def deadline_in(sentence: str, anchor: Anchor) -> Deadline:
    """The deadline a sentence itself sets (「要在11月20日前全部兑付到位」), where no clause names one."""
    words = fold(sentence)
    plain = SCHEDULE.sub(lambda m: "·" * len(m[0]), words)
    dates = list(moments(plain, anchor))
    found = [moment for moment in dates if _is_owed(moment, plain) or _ends_period(moment, plain, anchor)]
    if wrong := next((moment for moment in found if moment.day is None), None):
        return Deadline(problem=f"文中的「{wrong.words}」没有这一天，请填写正确的完成时限。")
    recurring = bool(STANDING_SENTENCE.search(words))
    cadence = next((name for name, pattern in CADENCES if recurring and pattern.search(words)), "")
    first = _first_owed(_main(found, plain), plain)
    if first is None or first.day is None:
        return Deadline(None, recurring, cadence, unread="" if recurring else _unread(plain, dates))
    doubt = _doubt(words, first.words, first.day, anchor)
    return Deadline(
        first.day, recurring, cadence, first.day if recurring else None, doubt, _whole(first, plain)
    )


def _main(found: list[Moment], words: str) -> list[Moment]:
    """Without the dates that only a part is due by (「其中…」「首批…前」), where another stands beside them."""
    main = [moment for moment in found if not PARTLY.search(words, max(0, moment.start - 12), moment.start)]
    return main or found


def _first_owed(found: list[Moment], words: str) -> Moment | None:
    """Of several the first one that is owed; where each brings a larger share (「11月底前60%，12月底前100%」) the last."""
    days = [moment for moment in found if moment.day]
    if not days:
        return None
    ends = [moment.start for moment in days[1:]] + [len(words)]
    shares = [SHARE.search(words[moment.end : end]) for moment, end in zip(days, ends, strict=True)]
    if len(days) > 1 and all(shares) and any(share and "全" not in share[0] for share in shares):
        return max(days, key=lambda moment: moment.day or date.min)
    return min(days, key=lambda moment: moment.day or date.max)


def _unread(words: str, dates: Sequence[Moment]) -> str:
    """「春节前」「尽快」: no part of a date, though it stands beside one that only tells (「2027年春节前」)."""
    for moment in dates:
        words = words[: moment.start] + "·" * (moment.end - moment.start) + words[moment.end :]
    found = UNDATED.search(words)
    return found[0] if found else ""


def _whole(moment: Moment, words: str) -> str:
    """With what ends it: 「11月30日前」."""
    end = BY.match(words, moment.end)
    return f"{moment.words}{end[0] if end else ''}"


def _is_owed(moment: Moment, words: str) -> bool:
    before, after = words[: moment.start], words[moment.end :]
    if moment.is_year or NOT_OWED.search(before) or re.match(r"(?:之|以)?前?已", after):
        return False
    if moment.words.endswith("旬"):
        return not re.match(r"[^，,。；;]{0,20}[了过已]", after)
    return bool(BY.match(after) or BY.search(moment.words[-1]) or ENDS.match(after))


def _ends_period(moment: Moment, words: str, anchor: Anchor) -> bool:
    """A period that lies behind, or of which something is told (「10月1日至31日共检查12次」), asks for nothing."""
    told = re.match(r"[^，,。；;]{0,20}[了过已共]", words[moment.end :])
    return bool(moment.day and moment.day >= anchor.day and PERIOD.search(words[: moment.start]) and not told)
