"""Times are concrete (条例 2012 第19条: 内容简洁、表述准确): 「近日」 is no date, and a date that has passed is no deadline."""

import re
from collections.abc import Iterator

from .dates import existing
from .finding import Draft, Finding

# 「日前」 only where no 「3月5」 stands before it; 「月底」 not after 「12」 and 「每」.
VAGUE = re.compile(
    "(?<![最将附接靠邻])近日|近期内|不久前|前不久|(?:(?<=[，。；：])|^)日前"
    "|(?:(?<!以)上|下|本)周(?![期边全])|(?<!以)[上下]个?月(?![份刊台])|昨[日天]|(?<![目当提以之日月年天周])前天"
    "|(?<![\\d一二三四五六七八九十个每当该])月底|请[^，。；]{0,6}尽快|适当时[候机]"
)
DATED = re.compile(r"^[^，。；]{0,4}[（(]?\d{1,2}[月日]")  # 「昨日（11月25日）」
DEADLINE = re.compile(
    r"请(?:务必)?[于在]?(\d{4})年(\d{1,2})月(\d{1,2})日(?:[（(][^（）()]{0,6}[）)])?[^，。；]{0,4}前"
)


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in draft.own_lines():
        for found in VAGUE.finditer(line):
            if not DATED.match(line[found.end() : found.end() + 10]):
                yield Finding(number, found[0], "时间不具体，请写明几月几日。")
        for found in DEADLINE.finditer(line):
            due = existing(*map(int, found.groups()))
            if due and due < draft.today:
                yield Finding(number, found[0], "这个时限已经过了，请核对。")
