"""What holds for a paper as a whole, however its points are put: nothing beside an item changes it, and none is altered."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.org.naming import fold

from .papers import UNITS, minutes, reading

UNRELATED = st.sampled_from(
    [
        "会议指出，今年以来全县经济运行总体平稳。",
        "会议认为，形势依然严峻。",
        "会议听取了县统计局关于前三季度经济形势的汇报。",
        "会议传达学习了上级文件精神。",
        "全县共有水库86座，总库容1.2亿立方米。",
    ]
)
UNIT = st.sampled_from(sorted(unit for unit, known in UNITS.units.items() if known.supervisable))
TASK = st.sampled_from(
    ["完成水库排查", "编制实施方案", "落实专项资金", "开展集中整治", "做好宣传引导", "清理历史欠账"]
)
DUE = st.sampled_from(["", "11月底前", "12月15日前", "年底前"])
SHAPE = st.sampled_from(
    [
        "{unit}要{due}{task}。",
        "由{unit}牵头，{due}{task}。",
        "{unit}负责{due}{task}；",
        "{task}。（责任单位：{unit}；完成时限：{due}）",
        "请{unit}{due}{task}。",
        "{task}，由{unit}负责，{due}完成。",
    ]
)
POINT = st.builds(
    lambda shape, unit, due, task: shape.format(unit=unit, due=due, task=task), SHAPE, UNIT, DUE, TASK
)
POINTS = st.lists(POINT, min_size=1, max_size=6)
STYLES = st.sampled_from(
    [
        [f"{n}." for n in "123456"],
        [f"（{n}）" for n in "一二三四五六"],
        [f"（{n}）" for n in "123456"],
        [f"{n}、" for n in "123456"],
        list("①②③④⑤⑥"),
    ]
)
FEW = settings(max_examples=60, deadline=None)


def told(body) -> list[tuple]:
    items = reading(minutes(*body)).items
    return [(one.text, one.lead, one.co, one.due, one.recurring) for one in items]


def numbered(points, style):
    return ["一、关于有关工作", *(f"{sign}{words}" for sign, words in zip(style, points, strict=False))]


@FEW
@given(POINTS, STYLES)
def test_every_point_is_an_item(points, style):
    assert len(told(numbered(points, style))) == len(points)


@FEW
@given(POINTS, STYLES, UNRELATED, st.data())
def test_an_unrelated_section_changes_no_other_item(points, style, unrelated, data):
    at = data.draw(st.sampled_from(["before", "after"]))
    body = numbered(points, style)
    more = ["二、关于其他事项" if at == "after" else "一、关于其他事项", unrelated]
    body = [*body, *more] if at == "after" else [*more, "二、关于有关工作", *body[1:]]
    assert told(body) == told(numbered(points, style))


@FEW
@given(POINTS, UNRELATED, st.integers(0, 6))
def test_an_unrelated_paragraph_between_points_changes_no_item(points, unrelated, at):
    plain = ["会议议定：", *points]
    at = min(at, len(points)) + 1
    assert told([*plain[:at], unrelated, *plain[at:]]) == told(plain)


@FEW
@given(st.lists(POINT, min_size=2, max_size=6), STYLES, st.integers(1, 5))
def test_a_paper_split_between_two_points_reads_the_same(points, style, at):
    at = min(at, len(points) - 1)
    whole = told(numbered(points, style))
    assert told(numbered(points[:at], style)) + told(numbered(points[at:], style)) == whole


@FEW
@given(POINTS, STYLES, STYLES)
def test_other_numbers_change_nothing(points, one, other):
    assert told(numbered(points, one)) == told(numbered(points, other))


@FEW
@given(POINTS, STYLES, UNRELATED)
def test_the_text_of_an_item_is_the_papers_own(points, style, unrelated):
    body = [*numbered(points, style), unrelated]
    words = fold("".join(body))
    for text, *_ in told(body):
        assert fold(text) in words
