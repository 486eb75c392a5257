"""Words typed by their sound or by their look: 反溃 for 反馈, 折除 for 拆除. What no dictionary has, and sounds or looks as a
word of the trade, is that word."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from pypinyin import Style, pinyin

from bureau.press.typeset.words import cut

from .finding import Draft, Finding

MOST = 4  # characters
READINGS = 2  # of a character; further ones are of old books
DOUBLED = re.compile(r"([\u4e00-\u9fff])\1")
# Single characters that stand beside others by themselves: no typing slip is looked for in them.
ALONE = set("的地得和与及或在是不为对从由把被将向着过各该本等都也又再就并但而其此这那有无要请未可能会")
LOOKS = (
    "拆折析 拨拔 入人 己已巳 暗喑 挪娜 敞敝 缔谛 查茶 衍洐 慰尉 宣渲 惯贯 管官营 检捡 抓仅 待侍持 复负 具县 末未 土士 第弟 "
    "账帐胀 赔陪培 微徽 刺剌 戍戊戌 荐存 晴睛清 辨辩辫 侯候 巨臣 洒酒 圆园 密蜜 梁粱 幕墓暮慕 拢扰 坚竖 肓盲 栽裁载 冲仲 历厉 "
    "喝渴 抱报 仓伧 竞竟 即既 措错 副幅 货贷 免兔 练炼 链键 徒徙陡 泄世 垦恳 杆杠 挂卦 督都 整正 众从 本夲 资次姿 切彻 缓援暖 滞带 涉陟 换换挽 牵签"
)


def check(draft: Draft) -> Iterator[Finding]:
    for number, line in [(0, draft.title), *draft.own_lines()]:
        for run in runs(cut(line)):
            yield from slips(number, run)
        yield from doubled(number, line)
        yield from long_slips(number, line)


def runs(tokens: list[str]) -> Iterator[str]:
    """Characters that the segmenter leaves single one after the other: what it knows is no slip."""
    run = ""
    for word in [*tokens, "。"]:
        if len(word) == 1 and "\u4e00" <= word <= "\u9fff":
            run += word
            continue
        if len(run) > 1:
            yield run
        run = ""


def slips(number: int, run: str) -> Iterator[Finding]:
    for start, length in spans(run):
        words = run[start : start + length]
        right = meant(words)
        if right:
            yield Finding(number, words, f"是否“{right}”？", instead=right)
            return


def spans(run: str) -> Iterator[tuple[int, int]]:
    """The longest first."""
    for length in range(min(MOST, len(run)), 1, -1):
        yield from ((start, length) for start in range(len(run) - length + 1))


def meant(words: str) -> str:
    """The word of the trade that differs in one character of the same sound or look; empty where there is none, or where it
    is one itself."""
    if words in trade():
        return ""
    heard = (word for said in said_as(words) for word in by_sound().get(said, ()))
    seen = ("".join(chars) for chars in product(*(looks().get(char, char) for char in words)))
    near = (
        word for word in (*heard, *(word for word in seen if word in trade())) if differs_once(word, words)
    )
    return next(near, "")


def differs_once(word: str, words: str) -> bool:
    apart = [typed for typed, right in zip(words, word, strict=True) if typed != right]
    return len(apart) == 1 and apart[0] not in ALONE


def doubled(number: int, line: str) -> Iterator[Finding]:
    """A character typed twice: without one of them the line is of fewer words."""
    for found in DOUBLED.finditer(line):
        if found[1] in ALONE:
            continue
        around = line[max(0, found.start() - 6) : found.end() + 6]
        once = line[max(0, found.start() - 6) : found.start() + 1] + line[found.end() : found.end() + 6]
        tokens = cut(around)
        if found[0] not in tokens and len(cut(once)) < len(tokens):
            quote = line[max(0, found.start() - 1) : found.end()]
            yield Finding(number, quote, "重复的字。", instead=quote[:-1])


def long_slips(number: int, line: str) -> Iterator[Finding]:
    """Words of three and four characters with one that sounds or looks as the right one, whatever the segmenter makes of it."""
    for place in range(len(line) - 2):
        for length in (3, 4):
            words = line[place : place + length]
            if len(words) < length or words in trade():
                continue
            for right in filter(None, map(by_blur().get, blurs(words))):
                if alike(words, right):
                    yield Finding(number, words, f"是否“{right}”？", instead=right)


def alike(words: str, right: str) -> bool:
    typed, meant_char = next((a, b) for a, b in zip(words, right, strict=True) if a != b)
    return bool(sounds(typed) & sounds(meant_char)) or typed in looks().get(meant_char, "")


def blurs(word: str) -> Iterator[str]:
    return (f"{word[:place]}□{word[place + 1 :]}" for place in range(len(word)))


@cache
def by_blur() -> dict[str, str]:
    return {key: word for word in sorted(trade()) if len(word) > 2 for key in blurs(word)}


@cache
def sounds(char: str) -> frozenset[str]:
    """Its readings as many say them: zh as z, ng as n."""
    return frozenset(map(plain, pinyin(char, style=Style.NORMAL, heteronym=True)[0][:READINGS]))


def plain(sound: str) -> str:
    for said, heard in (("zh", "z"), ("ch", "c"), ("sh", "s")):
        if sound.startswith(said):
            sound = heard + sound[2:]
    return sound.removesuffix("g")


def said_as(words: str) -> Iterator[str]:
    return (" ".join(way) for way in product(*(sorted(sounds(char)) for char in words)))


@cache
def trade() -> frozenset[str]:
    return frozenset(
        word for word in Path(__file__).with_name("words.txt").read_text().split() if len(word) <= MOST
    )


@cache
def by_sound() -> dict[str, tuple[str, ...]]:
    """Sound without tones → the words that may be said so."""
    known: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for word in sorted(trade()):
        for said in set(said_as(word)):
            known[said] += (word,)
    return dict(known)


@cache
def looks() -> dict[str, str]:
    """Character → itself and those that look like it."""
    return {char: group for group in LOOKS.split() for char in group}
