"""Words typed twice, and words that are typed wrong again and again; only what is never right (《现代汉语词典》; 《第一批异形词
整理表》, 2001)."""

import re
from collections.abc import Iterator

from .finding import Draft, Finding

TWICE = re.compile(
    "的的(?!确)|(?<!不)了了(?!之)|和和(?!气)|(?<![现正存所])在在|(?<!但|还|可|凡|于|就|要)是是(?!非)"
    "|(?![一每层步逐])(?P<word>[\u4e00-\u9fff]{2,4})(?P=word)"
)
RIGHT = {
    "台帐": "台账",
    "帐户": "账户",
    "帐目": "账目",
    "查帐": "查账",
    "布署": "部署",
    "既使": "即使",
    "松驰": "松弛",
    "峻工": "竣工",
    "座落": "坐落",
    "按装": "安装",
    "其它": "其他",
    "再接再励": "再接再厉",
    "迫不急待": "迫不及待",
    "一如继往": "一如既往",
    "截止目前": "截至目前",
}
WRONG = re.compile("|".join(RIGHT))
UNTIL = re.compile(r"截止(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日)")


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in [(0, draft.title), *draft.own_lines()]:
        for found in TWICE.finditer(line):
            yield Finding(number, found[0], "重复的字词。")
        for found in WRONG.finditer(line):
            yield Finding(number, found[0], f"应是“{RIGHT[found[0]]}”。")
        for found in UNTIL.finditer(line):
            yield Finding(number, found[0], "日期前用“截至”。")
