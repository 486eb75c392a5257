"""Minutes as other counties write them."""

from datetime import date

import pytest

from directives import rows

from .county import TOWNSHIPS
from .papers import UNITS, minutes, paper, reading, told

TASK = ("完成水库排查，建立台账。", "县水利局", ["县财政局", "县住建局"], "2026-11-30", False)


@pytest.mark.parametrize(
    "clause",
    [
        "（牵头单位：县水利局；责任单位：县财政局、县住建局；完成时限：11月底前）",
        "（牵头单位:县水利局,配合单位:县财政局、县住建局,完成时限:11月底前)",
        "(牵头单位：县水利局 配合单位：县财政局、县住建局 完成时限：2026年11月30日)",
        "【责任单位：县水利局、县财政局、县住建局；完成时限：11月底前】",
        "（县水利局牵头，县财政局、县住建局配合，11月底前完成）",
        "（由县水利局负责，县财政局、县住建局协助，于11月30日前完成）",
        "（县水利局、县财政局、县住建局，11月底前）",
        "（责任单位：县水利局（牵头）、县财政局、县住建局；时限：11月底前）",
        "（主办单位：县水利局；协办单位：县财政局，县住建局；办结时限：2026-11-30）",
        "责任单位：县水利局、县财政局、县住建局；完成时限：11月底前。",
        "牵头单位：县水利局。配合单位：县财政局、县住建局。完成时限：11月30日。",
        "（责任单位县水利局、县财政局、县住建局，完成时限11月底前）",
        "（牵头部门：桃溪县水利局；参与部门：财政局 住建局；时间节点：11月底）",
    ],
)
def test_the_clause_in_any_dress(clause):
    body = "完成水库排查，建立台账。"
    assert told(minutes("一、关于水库工作", f"会议议定，{body}{clause}")) == [TASK]
    assert told(minutes("一、关于水库工作", f"会议议定：{body}", clause)) == [TASK]


@pytest.mark.parametrize(
    "signs",
    [
        ("（一）", "（二）"),
        ("(1)", "(2)"),
        ("1.", "2."),
        ("1、", "2、"),
        ("①", "②"),
        ("一是", "二是"),
        ("１．", "２．"),
    ],
)
def test_several_decisions_in_one_paragraph(signs):
    first, second = (
        f"{s}{t}（牵头单位：{u}；完成时限：11月底前）"
        for s, t, u in zip(signs, ["完成甲事。", "完成乙事。"], ["县水利局", "县财政局"], strict=True)
    )
    assert [(t, u) for t, u, *_ in told(minutes("一、关于两事", f"会议议定：{first}{second}"))] == [
        ("完成甲事。", "县水利局"),
        ("完成乙事。", "县财政局"),
    ]


def test_decisions_told_apart_only_by_their_clauses():
    body = "会议议定，完成甲事。（责任单位：县水利局）完成乙事。（责任单位：县财政局）"
    assert [(t, u) for t, u, *_ in told(minutes("一、关于两事", body))] == [
        ("完成甲事。", "县水利局"),
        ("完成乙事。", "县财政局"),
    ]


def test_one_clause_below_serves_all_decisions_above():
    items = told(
        minutes(
            "一、关于两事",
            "会议议定：",
            "（一）完成甲事。",
            "（二）完成乙事。",
            "（责任单位：县水利局；完成时限：年底前）",
        )
    )
    assert [(t, u, d) for t, u, _, d, _ in items] == [
        ("完成甲事。", "县水利局", "2026-12-31"),
        ("完成乙事。", "县水利局", "2026-12-31"),
    ]


def test_the_heading_may_carry_the_clause():
    items = told(
        minutes("一、关于水库工作（牵头单位：县水利局；完成时限：11月底前）", "1.完成甲事。", "2.完成乙事。")
    )
    assert [(t, u, d) for t, u, _, d, _ in items] == [
        ("完成甲事。", "县水利局", "2026-11-30"),
        ("完成乙事。", "县水利局", "2026-11-30"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "由县水利局负责，县财政局、县住建局配合，11月底前完成水库排查。",
        "由县水利局牵头，会同县财政局、县住建局于11月底前完成水库排查。",
        "请县水利局牵头，县财政局、县住建局配合，务必在11月底前完成水库排查。",
        "完成水库排查，由县水利局牵头，县财政局、县住建局配合，11月底前完成。",
        "县水利局要会同县财政局、县住建局，在11月底前完成水库排查。",
    ],
)
def test_units_named_in_the_sentence_itself(sentence):
    assert told(minutes("一、关于水库工作", f"会议要求，{sentence}")) == [(sentence, *TASK[1:])]


def test_clause_lines_one_under_the_other():
    lines = ["牵头单位：县水利局", "配合单位：县财政局、县住建局", "完成时限：11月底前"]
    assert told(minutes("一、关于水库工作", "完成水库排查，建立台账。", *lines)) == [TASK]


def test_what_is_only_reported_is_no_part_of_the_decision():
    body = "会议听取了县水利局的汇报。会议指出，水库安全事关重大。会议决定，完成水库排查，建立台账。"
    assert told(
        minutes("一、关于水库工作", body, "（责任单位：县水利局、县财政局、县住建局；11月底前完成）")
    ) == [TASK]


@pytest.mark.parametrize(
    "body",
    [
        "会议传达学习了有关精神，要求各单位结合实际抓好贯彻落实。",
        "会议听取了县发改局关于重点项目的汇报。",
        "会议认为，前三季度经济运行平稳（全县增长5%）。",
        "会议要求，主要领导负责，专人负责，确保落实。",
        "会议原则同意《实施方案（送审稿）》，按程序印发。",
    ],
)
def test_a_passage_that_asks_nobody_is_no_item(body):
    assert told(minutes("一、关于学习", body)) == []


def test_who_attended_is_not_asked_for_anything():
    body = [
        "一、关于水库工作",
        "完成水库排查，建立台账。（县水利局牵头，县财政局、县住建局配合，11月底前完成）",
    ]
    tail = [
        "出席：县长，各副县长",
        "列席：县教育局、县民政局负责人",
        "记录：县政府办",
        "分送：各乡镇人民政府，县直各单位",
    ]
    assert told(minutes(*body, *tail)) == [TASK]


def test_brackets_inside_brackets():
    items = told(
        minutes(
            "一、关于水",
            "清理河道（含支流）。（牵头单位：县水利局；责任单位：各乡镇（街道）；完成时限：年底前）",
        )
    )
    assert items == [("清理河道（含支流）。", "县水利局", TOWNSHIPS, "2026-12-31", False)]


def test_minutes_without_any_numbering():
    items = told(
        minutes(
            "会议议定，完成甲事。（责任单位：县水利局；年底前）",
            "会议要求，完成乙事。（责任单位：县财政局；年底前）",
        )
    )
    assert [(t, u) for t, u, *_ in items] == [("完成甲事。", "县水利局"), ("完成乙事。", "县财政局")]


@pytest.mark.parametrize(
    ("words", "due", "recurring"),
    [
        ("长期坚持", None, True),
        ("每季度报告", None, True),
        ("每月5日前", None, True),
        ("常态化推进", None, True),
        ("长期坚持，11月15日前首次报告", "2026-11-15", True),
        ("12月上旬", "2026-12-10", False),
        ("三个月内", "2027-01-12", False),
        ("明年3月底前", "2027-03-31", False),
        ("3月底前", "2027-03-31", False),
        ("10个工作日内", "2026-10-26", False),
        ("本月底前", "2026-10-31", False),
        ("下周五前", "2026-10-23", False),
        ("二〇二六年十二月十日", "2026-12-10", False),
        ("2026/12/10", "2026-12-10", False),
        ("2026.12.10", "2026-12-10", False),
        ("四季度末", "2026-12-31", False),
    ],
)
def test_deadlines_count_from_the_meeting(words, due, recurring):
    item = told(minutes("一、关于水", f"清理河道。（责任单位：县水利局；完成时限：{words}）"))[0]
    assert item[3:] == (due, recurring)


@pytest.mark.parametrize("words", ["春节前", "汛期来临前", "秋季开学前", "尽快", "限期"])
@pytest.mark.parametrize(
    "told",
    [
        "由县水利局负责，{}完成水库排查。",
        "完成水库排查。（县水利局牵头，{}完成）",
        "完成水库排查。（责任单位：县水利局；完成时限：{}）",
        "完成水库排查。（责任单位：县水利局，{}）",
    ],
)
def test_words_that_speak_of_a_time_and_name_no_day_are_a_question(told, words):
    item = reading(minutes("一、关于水库", told.format(words))).items[0]
    assert (item.lead, item.due) == ("县水利局", None)
    assert [problem.field for problem in item.problems] == ["due"]
    assert words[-3:] in item.problems[0].sentence


def test_the_question_goes_when_a_date_is_filled_in_or_the_row_is_ticked():
    row = rows.from_item(reading(minutes("一、关于水库", "由县水利局负责，春节前完成水库排查。")).items[0])
    asked = [one["sentence"] for one in rows.problems(row, UNITS)]
    assert asked == ["“春节前”没有读成日期，请填写办理时限或勾选已核对。"]
    assert rows.problems(row | {"due": "2027-01-31"}, UNITS) == []
    assert rows.problems(row | {"checked": True}, UNITS) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "由县水利局负责，尽快启动，11月30日前完成水库排查。",
        "由县水利局负责，做好前期工作，目前先把说明报送到位。",
        "由县水利局负责，长期坚持开展水库排查，发现问题立即处置。",
    ],
)
def test_nothing_is_asked_where_a_date_stands_or_no_time_is_spoken_of(sentence):
    assert reading(minutes("一、关于水库", sentence)).items[0].problems == ()


@pytest.mark.parametrize("words", ["2月30日前", "13月底前", "2026年11月31日", "尽快", "2026年9月1日"])
def test_deadlines_that_cannot_be_are_problems(words):
    item = reading(minutes("一、关于水", f"清理河道。（责任单位：县水利局；完成时限：{words}）")).items[0]
    assert [problem.field for problem in item.problems] == ["due"]


@pytest.mark.parametrize(
    ("lines", "kind", "number", "day"),
    [
        (
            ["中共桃溪县委常委会会议纪要", "第3期", "二〇二六年十月九日"],
            "standing_committee",
            "第3期",
            date(2026, 10, 9),
        ),
        (
            ["桃溪县人民政府县长办公会议纪要", "桃政办纪〔2026〕7号", "桃溪县人民政府办公室　2026年10月9日"],
            "office",
            "桃政办纪〔2026〕7号",
            date(2026, 10, 9),
        ),
        (
            ["专题会议纪要", "（第12期）", "时间：2026年10月9日下午", "地点：县政府三楼会议室"],
            "special_meeting",
            "第12期",
            date(2026, 10, 9),
        ),
        (
            ["桃溪县人民政府常务会议纪要", "[2026] 11 号", "10月9日上午，县长主持召开常务会议。"],
            "executive",
            "[2026]11号",
            date(2026, 10, 9),
        ),
        (["桃溪县安全生产专项整治任务清单"], "campaign", None, None),
    ],
)
def test_the_head_of_the_paper(lines, kind, number, day):
    found = reading(paper(*lines, "一、关于水", "清理河道。（责任单位：县水利局；年底前）"))
    assert (found.kind, found.number, found.date) == (kind, number, day)
    assert len(found.items) == 1


def test_an_item_tells_the_words_and_place_it_was_read_from():
    item = reading(minutes("一、关于水", "清理河道。（责任单位：县水利局；年底前）")).items[0]
    assert item.place == "第5段"
    assert item.passage == "清理河道。（责任单位：县水利局；年底前）"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "会议议定，由县住建局牵头、县水利局配合，8月15日前拿出方案；县财政局负责落实资金，12月底前到位。",
            [
                ("由县住建局牵头、县水利局配合，8月15日前拿出方案", "县住建局", ["县水利局"]),
                ("县财政局负责落实资金，12月底前到位。", "县财政局", []),
            ],
        ),
        (
            "会议要求：1.县市监局加强检查。2.县融媒体中心做好宣传。",
            [("县市监局加强检查。", "县市监局", []), ("县融媒体中心做好宣传。", "县融媒体中心", [])],
        ),
        (
            "1. 关于春运. 县交通运输局负责制定方案,12月20日前报县政府办.",
            [("县交通运输局负责制定方案，12月20日前报县政府办。", "县交通运输局", [])],
        ),
        (
            "会议决定，请县人社局会同县住建局、县水利局，于一周内摸清底数。",
            [("请县人社局会同县住建局、县水利局，于一周内摸清底数。", "县人社局", ["县住建局", "县水利局"])],
        ),
    ],
)
def test_each_sentence_that_asks_another_unit_is_its_own_decision(body, expected):
    assert [(text, lead, co) for text, lead, co, *_ in told(minutes("一、关于诸事", body))] == expected


@pytest.mark.parametrize("part", ["县公安局交警大队", "县公安局城关派出所", "县公安局办公室"])
def test_what_a_part_of_a_unit_is_asked_its_unit_is_asked(part):
    item = reading(minutes("一、关于交通", f"会议要求，{part}负责交通疏导。")).items[0]
    assert (item.lead, item.problems) == ("县公安局", ())


def test_an_unknown_unit_is_a_problem_with_the_nearest_suggested():
    item = reading(minutes("一、关于交通", "会议要求，由县公安交通局负责交通疏导。")).items[0]
    assert item.lead is None
    assert item.problems[0].suggestions[0] == "县公安局"


def test_a_bare_numbered_heading_gives_way_to_its_paragraph():
    items = told(
        minutes(
            "一、工作任务",
            "（一）集中整治",
            "对非法采砂点依法取缔。",
            "牵头单位：县公安局",
            "时间安排：10月20日—11月30日",
        )
    )
    assert items == [("对非法采砂点依法取缔。", "县公安局", [], "2026-11-30", False)]
