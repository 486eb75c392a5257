"""No line begins or ends with a mark that must not stand there, and nothing is lost in division."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.press.typeset.faces import FANG
from bureau.press.typeset.kinsoku import NEVER_FIRST, NEVER_LAST, allowed_breaks
from bureau.press.typeset.lines import Run, compose
from bureau.press.typeset.measure import BODY, MEASURE

WORDS = st.sampled_from(
    ["督查", "落实", "县", "情况通报", "乡镇", "2026年", "27%", "3.5亿元", "GDP", "〔2026〕12号"]
)
MARKS = st.sampled_from(["，", "。", "、", "；", "：", "——", "……", "·", "！", "？"])
QUOTED = WORDS.flatmap(
    lambda word: st.sampled_from([f"“{word}”", f"《{word}》", f"（{word}）", f"「{word}」。"])
)
PHRASES = st.tuples(
    st.sampled_from(["督查", "落实", "县", "通报", "2026年", "27%"]), st.sampled_from(["，", "。”", "", "、"])
).map("".join)
PROSE = st.lists(PHRASES, max_size=60).map("".join)
TEXTS = st.lists(
    st.one_of(WORDS, WORDS, WORDS, st.tuples(WORDS, MARKS).map("".join), QUOTED), max_size=80
).map("".join)


@given(TEXTS)
@settings(deadline=None)
def test_joined_lines_are_the_text(metrics, text):
    assert "".join(line.text for line in compose([Run(text, FANG)], BODY, metrics)) == text


@given(st.text(max_size=300))
@settings(deadline=None)
def test_joined_lines_are_the_text_whatever_is_typed(metrics, text):
    assert "".join(line.text for line in compose([Run(text, FANG)], BODY, metrics)) == text


@given(TEXTS)
@settings(deadline=None)
def test_no_line_begins_or_ends_with_a_forbidden_mark(metrics, text):
    lines = [line.text for line in compose([Run(text, FANG)], BODY, metrics)]
    assert not [line for line in lines[1:] if line[0] in NEVER_FIRST]
    assert not [line for line in lines[:-1] if line[-1] in NEVER_LAST]


@given(PROSE)
@settings(deadline=None)
def test_every_line_but_the_last_fills_the_measure(metrics, text):
    for number, line in enumerate(compose([Run(text, FANG)], BODY, metrics)[:-1]):
        room = MEASURE - (BODY.first if number == 0 else 0)
        assert width(line, metrics) == pytest.approx(room, abs=0.01)


@pytest.mark.parametrize(
    "whole", ["2026", "27%", "3.5", "1,234.56", "10:30", "〔2026〕12号", "——", "……", "3月15日", "GDP"]
)
def test_a_figure_a_number_and_a_double_mark_stay_whole(whole):
    breaks = allowed_breaks(f"督查{whole}督查")
    assert not set(range(3, 2 + len(whole))) & set(breaks)


def test_a_token_longer_than_a_line_is_cut_rather_than_lost(metrics):
    lines = compose([Run("网址" + "a" * 500, FANG)], BODY, metrics)
    assert len(lines) > 5
    assert all(metrics.text_width(line.text, FANG) * 16 <= MEASURE for line in lines)


def test_a_full_line_has_28_cells_at_natural_spacing(metrics):
    first, second, last = compose([Run("督" * 60, FANG)], BODY, metrics)
    assert [len(line.text) for line in (first, second, last)] == [26, 28, 6]
    assert (
        first.spacing
        == pytest.approx(second.spacing)
        == pytest.approx(last.spacing)
        == pytest.approx(-0.2146, abs=1e-4)
    )


def test_figures_are_set_solid_where_the_spacing_would_be_seen(metrics):
    lines = compose([Run("办结6件占27%" * 12 + "督查" * 30 + "〔2026〕12号，" * 9, FANG)], BODY, metrics)
    for line in lines:
        solid = [piece for piece in line.pieces if piece.solid]
        assert all(piece.text.isascii() for piece in solid)
        assert bool(solid) == (abs(line.spacing) > 0.32 and any(char.isascii() for char in line.text))
    assert {any(piece.solid for piece in line.pieces) for line in lines} == {True, False}


def width(line, metrics) -> float:
    """Width of a composed line in pt."""
    spaced = sum(len(piece.text) for piece in line.pieces if not piece.solid) - (not line.pieces[-1].solid)
    return metrics.text_width(line.text, FANG) * 16 + spaced * line.spacing


FACTS = [
    "2026年12月",
    "第八次",
    "44项",
    "桃政办发〔2026〕123号",
    "No.2026-0815",
    "3.5亿元",
    "12个百分点",
    "7个工作日",
    "1,200户",
    "95.1%",
]
AROUND = ["督查局对各单位落实情况", "进行了核查，", "截至目前共办结", "，涉及", "全县各乡镇要对照清单", "。"]


def prose_with_facts(count: int) -> list[str]:
    """Paragraphs in which each fact comes to stand at every place of a line."""
    return [
        "".join(
            AROUND[(number + place) % len(AROUND)][: 3 + (number * place) % 9]
            + FACTS[(number + place) % len(FACTS)]
            for place in range(14)
        )
        for number in range(count)
    ]


def test_a_figure_stays_with_its_word_wherever_the_line_is_not_stretched_for_it(metrics):
    parted, lines = Counter(), 0
    for text in prose_with_facts(300):
        end = 0
        for line in compose([Run(text, FANG)], BODY, metrics)[:-1]:
            end, lines = end + len(line.text), lines + 1
            parted.update(fact for fact in FACTS if fact in text[end - len(fact) + 1 : end + len(fact) - 1])
    assert lines > 1000
    assert not parted.keys() & {
        "第八次",
        "44项",
        "95.1%",
        "1,200户",
        "3.5亿元",
    }  # longer ones would tear a gap
    assert parted["12个百分点"] <= 0.03 * lines


def test_nothing_is_ragged_for_it(metrics):
    lines = [
        line for text in prose_with_facts(100) for line in compose([Run(text, FANG)], BODY, metrics)[1:-1]
    ]
    flush = [line for line in lines if abs(width(line, metrics) - MEASURE) < 0.02]
    assert len(flush) == len(lines)
