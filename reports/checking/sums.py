"""Arithmetic over the whole text: parts and wholes under any usual word, rates with their numerators, one fact said twice."""

import re
from collections import defaultdict
from collections.abc import Iterator

from .finding import MUST, SHOULD, Draft, Finding
from .shares import SENTENCE

UNIT = "项|件|个|家|户|名|人|处|条|起|次|批|座|所|亩|台"
OUT_OF = re.compile(
    rf"(\d{{1,6}})({UNIT})[^，。；、\d]{{0,10}}[，、]?(?:其)?中(?:的)?[，：]?[^，。；\d]{{0,6}}?(\d{{1,6}})\2(?!以)"
)
PARTED = re.compile(
    rf"共(?:有|计|收到|受理|排查|发现|梳理|办理|下发|抽查|检查)?[^，。；\d]{{0,12}}?(\d{{1,6}})({UNIT})"
)
RATE = re.compile(
    r"(?:完成|办结|整改|销号|化解|兑付|兑现|开工|竣工|到位|支付|清偿|处置|反馈|回复|满意|达标|合格|覆盖|拨付|建成|投产|验收|使用|支出|按期办结|受理)率"
    r"(?:为|达|达到|仅为|是)?(\d{1,3}(?:\.\d+)?)%"
)
DONE = re.compile(
    rf"(?:已?完成|办结|整改(?:到位)?|销号|化解|兑付|兑现|开工|竣工|支付|清偿|处置|反馈|回复|拨付|建成|验收|支出|受理)了?(\d[\d,]*(?:\.\d+)?)({UNIT}|万元|亿元)"
)
COUNTED = re.compile(rf"(\d[\d,]*(?:\.\d+)?)({UNIT}|万元|亿元)")
FACT = re.compile(
    rf"(?:收到|受理|排查出?|发现|抽查|走访|下发|交办|梳理出?|移送|立案|召开|开展)([\u4e00-\u9fff]{{2,8}}?)(\d{{1,5}})({UNIT})"
)
OTHER_TIME = re.compile(
    "上期|上次|上月|去年|同期|上年|以来|每|分别|新增|本周|本月|上半年|季度|第.{1,3}[批轮次]"
)
NEAR = 0.6  # percentage points between a rate as printed and as reckoned


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in draft.own_lines():
        for sentence in SENTENCE.findall(line):
            yield from parts(number, sentence)
            yield from rates(number, sentence)
    yield from said_twice(draft)


def parts(number: int, sentence: str) -> Iterator[Finding]:
    for found in OUT_OF.finditer(sentence):
        if int(found[3]) > int(found[1]):
            yield Finding(
                number, found[0], f"其中的{found[3]}{found[2]}比{found[1]}{found[2]}还多，请核对。", MUST
            )
    total = PARTED.search(sentence)
    listed = re.search(r"[：:，]其中[，：:]?(.+)$", sentence)
    if not (total and listed):
        return
    counts = [int(one[1]) for one in re.finditer(rf"[\u4e00-\u9fff](\d{{1,6}}){total[2]}", listed[1])]
    if len(counts) > 2 and sum(counts) != int(total[1]):
        yield Finding(
            number, total[0], f"其中各项加起来是{sum(counts)}，总数写的是{total[1]}，请核对。", MUST
        )


def rates(number: int, sentence: str) -> Iterator[Finding]:
    """A rate with one part and one whole of the same unit before it."""
    found, done = RATE.findall(sentence), list(DONE.finditer(sentence))
    if len(found) != 1 or len(done) != 1:
        return
    before = [one for one in COUNTED.finditer(sentence[: done[0].start()]) if one[2] == done[0][2]]
    if len(before) != 1 or not value(before[0][1]):
        return
    right = 100 * value(done[0][1]) / value(before[0][1])
    if abs(float(found[0]) - right) > NEAR:
        said = f"{right:.1f}".removesuffix(".0")
        yield Finding(
            number, f"{found[0]}%", f"{done[0][1]}占{before[0][1]}的{said}%，请核对。", MUST, f"{said}%"
        )


def value(figure: str) -> float:
    return float(figure.replace(",", ""))


def said_twice(draft: Draft) -> Iterator[Finding]:
    """The same thing counted in two places with two figures."""
    told: dict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)
    for number, line in draft.own_lines():
        for clause in re.split("[。；]", line):
            if not OTHER_TIME.search(clause) and not any(unit in clause for unit in draft.units):
                for found in FACT.finditer(clause):
                    told[found[1], found[3]].append((number, found[2], found[0]))
    for (what, _unit), facts in told.items():
        first, *others = facts
        for number, count, quote in others:
            if count != first[1]:
                yield Finding(
                    number, quote, f"第{first[0]}行写的{what}是{first[1]}，前后不一致，请核对。", SHOULD
                )
