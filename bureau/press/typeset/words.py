"""What a title must not split: the words of a segmenter and of the field, names, figures with what they count."""

import re
from functools import cache, lru_cache
from pathlib import Path

_JOINED = (
    "的和及与暨或等在对向从把将被为以于是了着过各该本其并"  # single characters that are words by themselves
)
_ENDINGS = "区点园站亭网率性化员户类型式制库馆院所厂场渠塘栋期局办处组队"  # that end the word before them
_WHOLE = re.compile(
    r"《[^《》]{1,12}》|“[^“”]{1,10}”|（[^（）]{1,8}）|〔\d{4}〕\d+号"
    r"|\d{4}年(?:度|上半年|下半年|前?[一二三四1-4]季度|\d{1,2}(?:—\d{1,2})?月份?)?"
    r"|第?[0-9一二三四五六七八九十百]+(?:[.—][0-9]+)?[个项件次期批届轮号处户家万千百亿条类大年月日季]{1,2}(?:季?度)?"
    r"|第[0-9一二三四五六七八九十百]+次[\u4e00-\u9fff]{0,5}?会议?"
    r"|[0-9]+(?:[.—][0-9]+)?[%％]?"
)
_SHORTEST, _LONGEST = 2, 12  # characters of a word of the field


@lru_cache(4096)  # the cells of a table repeat
def unsplit(text: str, names: tuple[str, ...] = ()) -> frozenset[int]:
    """Offsets inside a word; `names` are proper names, of units for instance."""
    spans = [*_segmented(text), *_of_the_field(text), *(found.span() for found in _WHOLE.finditer(text))]
    spans += [found.span() for name in names for found in re.finditer(re.escape(name), text)]
    return frozenset(offset for start, end in spans for offset in range(start + 1, end))


def cut(text: str) -> list[str]:
    """The segmenter's words, one after the other."""
    import rjieba  # a dictionary of 31 MB, for those who set type alone

    return rjieba.cut(text, hmm=False)


def _segmented(text: str) -> list[tuple[int, int]]:
    """The segmenter's words; single characters that follow each other are one, as 「迎检」, which no dictionary has, and so
    is a word with its ending, as 「隐患点」."""
    spans: list[tuple[int, int]] = []
    place, before = 0, ""
    for word in cut(text):
        start, place = place, place + len(word)
        if spans and _belongs(word, before):
            spans[-1] = (spans[-1][0], place)
        else:
            spans.append((start, place))
        before = word
    return spans


def _belongs(word: str, before: str) -> bool:
    single = len(word) == 1 and _is_chinese(word) and word not in _JOINED
    return single and before not in _JOINED and _is_chinese(before) and (len(before) == 1 or word in _ENDINGS)


def _is_chinese(word: str) -> bool:
    return "\u4e00" <= word[-1] <= "\u9fff"


def _of_the_field(text: str) -> list[tuple[int, int]]:
    words = _field_words()
    return [
        (start, start + length)
        for start in range(len(text))
        for length in range(_SHORTEST, min(_LONGEST, len(text) - start) + 1)
        if text[start : start + length] in words
    ]


@cache
def _field_words() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("words.txt").read_text().split())
