"""Columns of quarters and months: what is to be reached on the way."""

from datetime import date

import pytest

from directives.reading.quarters import month_of

from .papers import reading, rows, told

TASK = ("新建学校一所", "县教育局", ["县财政局"], "2026-12-31", False)
COLUMNS = [
    "序号",
    "目标任务",
    "一季度目标",
    "上半年目标",
    "前三季度目标",
    "全年目标",
    "牵头单位",
    "配合单位",
    "完成时限",
]


def row(*said):
    return [1, "新建学校一所", *said, "县教育局", "县财政局", "12月底前"]


@pytest.mark.parametrize(
    "label, month",
    [
        *(
            ("第一季度", 3),
            ("二季度任务", 6),
            ("上半年", 6),
            ("前三季度", 9),
            ("四季度", 12),
            ("下半年目标", 12),
        ),
        *(("1-3月", 3), ("6月底", 6), ("10月份", 10), ("13月", None), ("年度目标", None)),
    ],
)
def test_a_label_means_a_last_month(label, month):
    assert month_of(label) == month


def test_what_stands_under_quarters_are_stages_before_the_end():
    stream = rows(COLUMNS, row("完成选址", "完成招标", "主体封顶", "投入使用"))
    assert told(stream) == [TASK]
    (item,) = reading(stream).items
    assert item.stages == (
        (date(2026, 3, 31), "完成选址"),
        (date(2026, 6, 30), "完成招标"),
        (date(2026, 9, 30), "主体封顶"),
    )


def test_what_is_to_be_reached_at_the_end_is_kept_as_a_remark():
    columns = ["序号", "目标任务", "三季度", "四季度", "牵头单位", "配合单位", "完成时限"]
    (item,) = reading(
        rows(columns, [1, "新建学校一所", "主体封顶", "投入使用", "县教育局", "县财政局", "12月25日"])
    ).items
    assert (item.stages, item.remark) == (((date(2026, 9, 30), "主体封顶"),), "四季度：投入使用")


def test_two_header_rows_with_quarters_under_one_heading():
    stream = rows(
        ["序号", "目标任务", "阶段目标", None, "牵头单位", "配合单位", "完成时限"],
        [None, None, "一季度", "二季度", None, None, None],
        [1, "新建学校一所", "完成选址", "/", "县教育局", "县财政局", "12月底前"],
        merge=("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2", "G1:G2"),
    )
    assert told(stream) == [TASK]
    assert reading(stream).items[0].stages == ((date(2026, 3, 31), "完成选址"),)


def test_what_goes_on_for_long_has_no_stages():
    stream = rows(COLUMNS, [*row("完成选址", "", "", "")[:-1], "长期坚持"])
    assert reading(stream).items[0].stages == ()
