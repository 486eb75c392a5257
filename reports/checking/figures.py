"""How figures are written (GB/T 15835—2011), and what they count: units, ranges, about, twice less."""

import re
from collections.abc import Iterator

from .finding import MUST, SHOULD, Draft, Finding

MONEY = "资金|经费|投资|补助|补贴|贷款|账款|欠款|债券|奖补|税收|收入|产值|预算|拨付|兑付|到位|筹集|争取"
GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d+)+(?![\d,])")
RIGHTLY = re.compile(r"\d{1,3}(?:,\d{3})+")
WIDE = re.compile(r"(?<=\d)，(?=\d{3}(?!\d)(?:[万亿元吨亩人户件个]|\.\d))")
RANGE = re.compile(r"(?<![\d.—-])(\d+(?:\.\d+)?)([-－~—～])(\d+(?:\.\d+)?)(亿|万)(元|人|亩|吨|户|千瓦时)?")
NO_UNIT = re.compile(rf"(?:{MONEY})[^，。；、\d]{{0,4}}\d+(?:\.\d+)?[万亿](?=[，。；、）]|$)")
TWO = re.compile("(?<![第十百千万零〇一二三四五六七八九初周])二(?=[个家件名项户](?!月|级))")
ABOUT = re.compile(
    r"(?:约|大约|近|将近|接近|超过|不足)\d[^，。；、]{0,8}?(?:左右|上下)|(?:左右|上下)约|超过\d[^，。；、]{0,6}以上|不足\d[^，。；、]{0,6}以下"
)
TIMES = re.compile(r"(?:下降|减少|降低|缩短|缩减|压减|回落)了?[^，。；\d]{0,3}\d+(?:\.\d+)?倍")
TO = re.compile(
    r"(?:同比|环比|比上年|较上年)(?:增长|增加|下降|减少|提高)了?\d+(?:\.\d+)?个百分点的?%|\d%个百分点|%百分点"
)
SPACED = re.compile(r"\d\s+\d{3}(?=[万元人件个])")
MIXED = re.compile(r"[一二三四五六七八九]百\d{1,2}(?=[个家户人件项名])|\d{1,3} \d{1,2}(?=[个家户人件项名])")
EACH = re.compile(r"\d各(?=[\u4e00-\u9fff])")
SIGN = re.compile(r"\d+％")
NEGATIVE = re.compile(r"(?:增长|增加|提高|上升|下降|减少|降低)了?[-－]\d+(?:\.\d+)?")
ORDER = re.compile(r"第\d+(?:至|—|-)第?\d+")
RULES = (
    (NO_UNIT, "数字后面没有单位，请补上，如“万元”。", MUST),
    (ABOUT, "“约”“近”“超过”等与“左右”“以上”等只用一个。", SHOULD),
    (TIMES, "减少不能用倍数，写成百分比或者分数。", MUST),
    (TO, "百分比和百分点只用一个。", MUST),
    (MIXED, "数字写法混用或者断开，请核对。", MUST),
    (SPACED, "数字中间不留空格。", MUST),
    (NEGATIVE, "增减的方向写了两遍，去掉负号。", MUST),
)


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in draft.own_lines():
        for rule, sentence, level in RULES:
            for found in rule.finditer(line):
                yield Finding(number, found[0], sentence, level)
        yield from grouped(number, line)
        yield from mended(number, line)
        yield from ranges(number, line)


def grouped(number: int, line: str) -> Iterator[Finding]:
    for found in GROUPED.finditer(line):
        if not RIGHTLY.fullmatch(found[0]):
            right = f"{int(found[0].replace(',', '')):,}"
            yield Finding(number, found[0], f"千分撇每三位一撇：“{right}”。", MUST, right)


def mended(number: int, line: str) -> Iterator[Finding]:
    for found in EACH.finditer(line):
        yield Finding(number, found[0], "量词是“个”。", MUST, found[0].replace("各", "个"))
    for found in WIDE.finditer(line):
        quote = line[max(0, found.start() - 3) : found.end() + 4]
        yield Finding(number, quote, "千分撇用半角的“,”。", MUST, quote.replace("，", ",", 1))
    for found in TWO.finditer(line):
        quote = line[found.start() : found.end() + 3]
        yield Finding(number, quote, "量词前用“两”。", MUST, f"两{quote[1:]}")
    for found in SIGN.finditer(line):
        yield Finding(number, found[0], "百分号用半角。", SHOULD, found[0].replace("％", "%"))


def ranges(number: int, line: str) -> Iterator[Finding]:
    for found in RANGE.finditer(line):
        low, _mark, high, power, unit = found.groups()
        right = f"{low}{power}—{high}{power}{unit or ''}"
        yield Finding(number, found[0], f"范围写全，用一字线：“{right}”。", SHOULD, right)
