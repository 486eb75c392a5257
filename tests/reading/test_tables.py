"""Task tables as other counties lay them out."""

import tracemalloc
from datetime import datetime

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bureau.files.grids import Grid
from bureau.files.refused import Refused
from directives.reading.word import blocks

from .county import TOWNSHIPS
from .papers import add_table, paper, reading, rows, saved, sheets, told

HEAD = ["序号", "目标任务", "牵头单位", "配合单位", "完成时限"]
TASK = ("新建学校一所", "县教育局", ["县财政局"], "2026-12-31", False)
ROW = [1, "新建学校一所", "县教育局", "县财政局", "12月底前"]


@pytest.mark.parametrize(
    "lead",
    [
        "牵头部门",
        "主办单位",
        "牵头责任单位",
        "主责单位",
        "牵头（主办）单位",
        "牵 头\n单 位",
        "主办",
        "第一责任单位",
    ],
)
def test_the_lead_column_by_any_name(lead):
    assert told(rows(["序号", "目标任务", lead, "配合单位", "完成时限"], ROW)) == [TASK]


@pytest.mark.parametrize(
    "co", ["配合部门", "协办单位", "参与单位", "责任单位", "协同单位", "参加部门", "协办", "责任部门"]
)
def test_the_co_column_by_any_name(co):
    assert told(rows(["序号", "目标任务", "牵头单位", co, "完成时限"], ROW)) == [TASK]


@pytest.mark.parametrize(
    "due",
    [
        "完成时间",
        "时限要求",
        "时间节点",
        "办结时限",
        "截止日期",
        "要求完成时间",
        "整改时限",
        "时间要求",
        "完成时限（2026年）",
        "计划完成时间",
    ],
)
def test_the_due_column_by_any_name(due):
    assert told(rows(["序号", "目标任务", "牵头单位", "配合单位", due], ROW)) == [TASK]


@pytest.mark.parametrize(
    "text",
    [
        "工作任务",
        "督办事项",
        "议定事项",
        "重点工作",
        "主要内容",
        "任务内容",
        "会议决定事项",
        "工作内容及要求",
        "事项",
        "具体工作任务",
    ],
)
def test_the_task_column_by_any_name(text):
    assert told(rows(["序号", text, "牵头单位", "配合单位", "完成时限"], ROW)) == [TASK]


def test_columns_in_any_order():
    head = ["完成时间", "协办单位", "主办单位", "备注", "工作任务", "编号"]
    row = ["12月底前", "县财政局", "县教育局", "十件实事", "新建学校一所", 1]
    assert told(rows(head, row)) == [TASK]


def test_no_serial_numbers():
    assert told(rows(HEAD[1:], ROW[1:])) == [TASK]


def test_the_first_responsible_unit_leads_where_no_lead_column_stands():
    head, row = ["序号", "事项", "责任单位", "时限"], [1, "新建学校一所", "县教育局、县财政局", "12月底前"]
    assert told(rows(head, row)) == [TASK]


def test_a_unit_column_with_the_lead_marked_in_brackets():
    head, row = (
        ["序号", "事项", "责任单位", "时限"],
        [1, "新建学校一所", "县财政局、县教育局（牵头）", "12月底前"],
    )
    assert told(rows(head, row)) == [TASK]


@pytest.mark.parametrize(
    "units",
    [
        "县教育局牵头，县财政局配合",
        "牵头单位：县教育局\n配合单位：县财政局",
        "牵头：县教育局；配合：县财政局",
        "县教育局\n县财政局",
        "由县教育局负责，县财政局协助",
        "县教育局会同县财政局",
        "县教育局（主办） 县财政局（协办）",
        "教育局、财政局",
        "桃溪县教育局，桃溪县财政局",
        "县教育局县财政局",
        "县教育局和县财政局",
        "县教育局、县财政局按职责分工负责",
    ],
)
def test_one_unit_column_as_it_is_really_filled(units):
    assert told(rows(["序号", "事项", "责任单位", "时限"], [1, "新建学校一所", units, "12月底前"])) == [TASK]


def test_title_rows_and_notes_are_no_items():
    stream = rows(
        ["桃溪县2026年重点工作任务分解表"],
        ["填报单位：县政府办"],
        [],
        HEAD,
        ROW,
        [],
        ["注：完成时限均为2026年。"],
        ["填表人：  审核人："],
        merge=("A1:E1", "A2:E2", "A7:E7"),
    )
    assert told(stream) == [TASK]
    assert reading(stream).kind == "work_report"


def test_two_header_rows_with_units_under_one_heading():
    stream = rows(
        ["序号", "目标任务", "责任分工", None, "完成时限"],
        [None, None, "牵头单位", "配合单位", None],
        ROW,
        merge=("A1:A2", "B1:B2", "C1:D1", "E1:E2"),
    )
    assert told(stream) == [TASK]


def test_two_header_rows_where_the_lower_says_only_lead_and_help():
    stream = rows(
        ["序号", "目标任务", "责任单位", None, "时间安排", None],
        [None, None, "牵头", "配合", "启动时间", "完成时间"],
        [1, "新建学校一所", "县教育局", "县财政局", "3月", "12月底前"],
        merge=("A1:A2", "B1:B2", "C1:D1", "E1:F1"),
    )
    assert told(stream) == [TASK]


def test_the_header_repeated_in_the_middle_is_no_item():
    assert told(rows(HEAD, ROW, HEAD, [2, *ROW[1:]])) == [TASK, TASK]


def test_merged_unit_cells_hold_for_every_row():
    stream = rows(
        HEAD,
        [1, "甲事", "县教育局", "县财政局", "12月底前"],
        [2, "乙事", None, None, "11月底前"],
        merge=("C2:C3", "D2:D3"),
    )
    assert [(i.text, i.lead, i.co) for i in reading(stream).items] == [
        ("甲事", "县教育局", ("县财政局",)),
        ("乙事", "县教育局", ("县财政局",)),
    ]


def test_a_task_merged_over_several_unit_rows_is_one_item():
    stream = rows(
        ["序号", "任务", "责任单位", "时限"],
        [1, "新建学校一所", "县教育局", "12月底前"],
        [None, None, "县财政局", None],
        merge=("A2:A3", "B2:B3", "D2:D3"),
    )
    assert told(stream) == [TASK]


def test_a_task_whose_units_run_on_in_the_next_row_is_one_item():
    stream = rows(
        ["序号", "任务", "责任单位", "时限"],
        [1, "新建学校一所", "县教育局", "12月底前"],
        [None, None, "县财政局", None],
    )
    assert told(stream) == [TASK]


def test_a_vertical_category_stands_for_its_rows_merged_or_left_empty():
    head = ["类别", *HEAD]
    merged = rows(head, ["教育", *ROW], [None, *ROW], merge=("A2:A3",))
    empty = rows(head, ["教育", *ROW], [None, *ROW])
    for stream in (merged, empty):
        assert [item.category for item in reading(stream).items] == ["教育", "教育"]


def test_a_section_row_across_the_table_is_the_category():
    stream = rows(HEAD, ["一、民生实事（2项）"], ROW, ["二、产业发展"], ROW, merge=("A2:E2", "A4:E4"))
    assert [i.category for i in reading(stream).items] == ["民生实事（2项）", "产业发展"]


def test_a_group_task_over_finer_tasks_names_the_group():
    stream = rows(
        ["序号", "重点任务", "具体任务", "牵头单位", "完成时限"],
        [1, "水库除险加固", "完成排查", "县水利局", "11月底前"],
        [2, None, "完成整改", "县水利局", "12月底前"],
        merge=("B2:B3",),
    )
    assert [(i.category, i.text) for i in reading(stream).items] == [
        ("水库除险加固", "完成排查"),
        ("水库除险加固", "完成整改"),
    ]


def test_several_sheets_are_read_in_order_and_hidden_ones_are_not():
    stream = sheets(
        {
            "民生": ([HEAD, ROW], ()),
            "产业": ([["产业任务"], HEAD, [1, "建园区", "县科工局", None, "年底前"]], ()),
        }
    )
    assert [(i.ordinal, i.text, i.place) for i in reading(stream).items] == [
        (1, "新建学校一所", "民生 第2行"),
        (2, "建园区", "产业 第3行"),
    ]


def test_a_table_inside_a_document():
    stream = paper("2026年重点工作任务分解表", [[str(cell) for cell in line] for line in (HEAD, ROW)])
    assert told(stream) == [TASK]
    assert reading(stream).items[0].place == "表1 第2行"


def test_a_word_table_with_cells_merged_downwards():
    document = Document()
    table = add_table(
        document,
        [
            ["类别", "工作任务", "责任单位", "时限"],
            ["教育", "甲事", "县教育局", "年底前"],
            ["", "乙事", "", "年底前"],
        ],
    )
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 2).merge(table.cell(2, 2))
    items = reading(saved(document)).items
    assert [(i.category, i.text, i.lead) for i in items] == [
        ("教育", "甲事", "县教育局"),
        ("教育", "乙事", "县教育局"),
    ]


def test_a_table_going_on_without_its_header():
    first, second = (
        [list(map(str, HEAD)), list(map(str, ROW))],
        [["2", "修路", "县交通运输局", "", "11月底前"]],
    )
    assert [text for text, *_ in told(paper("任务表", first, "（续表）", second))] == ["新建学校一所", "修路"]


def test_units_inside_the_task_text_where_no_column_names_them():
    stream = rows(
        ["序号", "工作任务", "完成时限"],
        [1, "新建学校一所（牵头单位：县教育局；配合单位：县财政局）", "12月底前"],
    )
    assert told(stream) == [TASK]


def test_project_and_yearly_task_are_both_kept():
    stream = rows(
        ["序号", "项目名称", "年度目标任务", "责任单位", "完成时限"],
        [1, "二桥改造", "完成投资2亿元", "县交通运输局", "12月底前"],
    )
    assert [i.text for i in reading(stream).items] == ["二桥改造：完成投资2亿元"]


def test_measures_beside_the_task_become_its_remark():
    stream = rows(
        ["序号", "目标任务", "工作措施", "牵头单位", "完成时限", "备注"],
        [1, "新建学校一所", "专班推进", "县教育局", "12月底前", "实事"],
    )
    assert [(i.text, i.remark) for i in reading(stream).items] == [
        ("新建学校一所", "工作措施：专班推进；实事")
    ]


def test_ditto_looks_up():
    stream = rows(HEAD, ROW, [2, "修操场", "同上", "同上", "同上"])
    assert told(stream)[1] == ("修操场", *TASK[1:])


@pytest.mark.parametrize(
    ("value", "due"),
    [
        (datetime(2026, 11, 30), "2026-11-30"),
        (46387, "2026-12-31"),
        (46387.0, "2026-12-31"),
        ("46387", "2026-12-31"),
        (20261231, "2026-12-31"),
    ],
)
def test_dates_as_excel_stores_them(value, due):
    assert told(rows(HEAD, [*ROW[:4], value]))[0][3] == due


def test_a_date_shown_without_its_day_means_the_whole_month():
    from openpyxl import load_workbook

    book = load_workbook(rows(HEAD, [*ROW[:4], datetime(2026, 11, 1)]))
    book.active["E2"].number_format = 'yyyy"年"m"月"'
    assert told(saved(book))[0][3] == "2026-11-30"


def test_a_formula_without_a_result_is_a_problem_not_a_silence():
    items = reading(rows(HEAD, [*ROW[:4], "=DATE(2026,12,31)"])).items
    assert items[0].due is None
    assert items[0].problems[0].field == "due"


def test_impossible_dates_and_unknown_units_are_problems_on_their_row():
    stream = rows(HEAD, ROW, [2, "乙事", "县财致局", "县教育局", "2月30日"], ROW)
    items = reading(stream).items
    assert [len(item.problems) for item in items] == [0, 2, 0]
    assert items[1].lead is None
    assert items[1].due is None
    assert items[1].problems[0].suggestions[0] == "县财政局"


def test_a_unit_twice_counts_once_and_the_lead_is_no_helper():
    assert told(rows(HEAD, [1, "新建学校一所", "县教育局", "县教育局、县财政局、财政局", "12月底前"])) == [
        TASK
    ]


def test_a_full_name_broken_over_two_lines_is_one_unit():
    assert told(
        rows(HEAD, [1, "修房", "县住房和城乡\n建设局", "县人力资源和\n社会保障局\n县财政局", "年底前"])
    )[0][1:3] == (
        "县住建局",
        ["县人社局", "县财政局"],
    )


def test_every_township_means_every_township():
    for words in ("各乡镇", "各乡（镇）", "各乡镇人民政府", "15个乡镇", "全县各乡镇", "各乡镇（街道）"):
        assert told(rows(HEAD, [1, "清河", "县水利局", words, "年底前"]))[0][2] == TOWNSHIPS


def test_a_group_cannot_lead():
    item = reading(rows(HEAD, [1, "清河", "各乡镇", "县水利局", "年底前"])).items[0]
    assert item.lead is None
    assert set(item.co) == {*TOWNSHIPS, "县水利局"}
    assert [p.field for p in item.problems] == ["lead"]


@pytest.mark.parametrize("words", ["各有关部门", "相关单位", "县直有关单位", "各执法单位", "属地乡镇"])
def test_vague_groups_ask_to_be_named(words):
    item = reading(rows(HEAD, [1, "清河", "县水利局", words, "年底前"])).items[0]
    assert item.co == ()
    assert "请逐个写明" in item.problems[0].sentence


def test_a_court_stays_with_a_sentence():
    item = reading(rows(HEAD, [1, "执行", "县法院", "", "年底前"])).items[0]
    assert item.lead == "县法院"
    assert "不是政府督查的对象" in item.problems[0].sentence


def test_a_row_without_a_unit_is_a_problem():
    item = reading(rows(HEAD, [1, "清河", None, None, "年底前"])).items[0]
    assert item.lead is None
    assert item.problems[0].sentence == "没有写明牵头单位，请补上。"


def test_a_long_text_is_kept_and_marked():
    item = reading(rows(HEAD, [1, "清" * 4000, "县水利局", None, "年底前"])).items[0]
    assert len(item.text) == 4000
    assert item.problems[0].field == "text"


def test_markup_and_formulas_in_words_stay_words():
    item = reading(rows(HEAD, [1, "<script>alert(1)</script>", "县水利局", None, "年底前"])).items[0]
    assert item.text == "<script>alert(1)</script>"


def test_an_empty_table_says_what_was_looked_for():
    for stream in (rows(), rows(HEAD), paper("桃溪县人民政府常务会议纪要"), paper()):
        assert reading(stream).items == ()
        assert "没有读到事项" in reading(stream).sentence


def test_more_than_two_thousand_items_are_refused_in_one_sentence():
    with pytest.raises(Refused, match="2000 条"):
        reading(rows(HEAD, *([n, *ROW[1:]] for n in range(1, 2002))))


@pytest.mark.slow
def test_five_thousand_rows_mostly_empty_are_read():
    assert len(told(rows(HEAD, *([] for _ in range(5000)), ROW))) == 1


def test_a_cell_of_thirty_thousand_characters_is_a_problem_not_a_standstill():
    stream = rows(HEAD, [1, "责" * 30000, "县" * 30000, "财政局 " * 7000, "12月" * 8000])
    item = reading(stream).items[0]
    assert [problem.field for problem in item.problems] == ["text", "lead", "co"]
    assert all(len(problem.sentence) < 100 for problem in item.problems)


def test_a_row_claims_no_more_columns_than_are_read():
    """A file may say that a row begins a million columns to the right."""
    document = Document()
    table = add_table(document, [HEAD, [str(cell) for cell in ROW], [str(cell) for cell in ROW]])
    left = OxmlElement("w:gridBefore")
    left.set(qn("w:val"), "1000000")
    table.rows[2]._tr.get_or_add_trPr().append(left)
    stream = saved(document)
    tracemalloc.start()
    grid = next(block for block in blocks(stream) if isinstance(block, Grid))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(grid.rows) == 3
    assert most < 20_000_000  # bytes; a million cells take ten times as much
