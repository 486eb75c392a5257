"""The two sample papers give exactly what a careful clerk reads out of them."""

from datetime import date
from pathlib import Path

from .county import TOWNSHIPS
from .papers import TODAY, UNITS, read

SAMPLES = Path(__file__).parent / "samples"
MINUTES = SAMPLES / "县人民政府常务会议纪要〔2026〕5号.docx"
PLAN = SAMPLES / "2026年政府工作报告目标任务分解表.xlsx"


def test_the_minutes_hold_seven_items():
    paper = read(MINUTES, UNITS, TODAY)
    assert (paper.kind, paper.number, paper.date) == ("executive", "〔2026〕5号", date(2026, 10, 12))
    assert [(i.lead, list(i.co), i.due, i.recurring, i.problems) for i in paper.items] == [
        ("县发改局", ["县财政局", "县住建局"], date(2026, 10, 30), False, ()),
        ("县发改局", TOWNSHIPS, date(2026, 12, 31), False, ()),
        ("县财政局", ["县科工局"], date(2026, 11, 20), False, ()),
        ("县科工局", ["县财政局", "县住建局"], date(2026, 12, 31), False, ()),
        ("县水利局", TOWNSHIPS, date(2026, 11, 30), False, ()),
        ("县农业农村局", ["县财政局"], date(2026, 12, 15), False, ()),
        ("县行政审批服务局", ["县市监局", "县税务局"], date(2026, 11, 15), True, ()),
    ]


def test_the_minutes_keep_the_decisions_own_words():
    assert [item.text for item in read(MINUTES, UNITS, TODAY).items] == [
        "抓紧完善县级重点项目责任分工，分在建、前期、跟进三类列出项目表。",
        "建立立项争资储备库，年内储备项目不少于60个。",
        "2025年度涉企奖补资金要在11月20日前全部兑付到位，兑付情况逐户公示。",
        "建立台账，逐户销号，年底前清偿率达到80%以上。",
        "完成全县小型水库隐患排查，建立问题清单。",
        "完成高标准农田年度工程量的60%。",
        "企业开办时间压减至1个工作日以内。",
    ]


def test_the_plan_holds_twelve_items():
    plan = read(PLAN, UNITS, TODAY)
    assert (plan.kind, plan.number, plan.date) == ("work_report", None, None)
    assert [(i.lead, len(i.co), i.due and i.due.isoformat(), i.recurring) for i in plan.items] == [
        ("县教育局", 2, "2026-08-31", False),
        ("县交通运输局", 15, "2026-11-30", False),
        ("县人社局", 16, "2026-12-31", False),
        ("县住建局", 2, "2026-10-31", False),
        ("经开区管委会", 2, "2026-10-31", False),
        ("县科工局", 2, "2026-12-31", False),
        ("县林业局", 3, None, True),
        ("县农业农村局", 15, None, True),
        ("县农业农村局", 2, "2026-12-31", False),
        ("县行政审批服务局", 3, "2026-06-30", False),
        ("县司法局", 0, None, True),
        ("县生态环境分局", 2, "2026-11-15", False),
    ]


def test_the_plan_names_category_leader_and_remark():
    items = read(PLAN, UNITS, TODAY).items
    assert [i.category for i in items][:8:3] == ["民生实事", "民生实事", "产业发展"]
    assert items[3].leader == "分管住建副县长"
    assert items[3].remark == "四类重点对象优先"
    assert items[7].cadence == "quarterly"


def test_only_the_undeterminable_group_is_a_problem():
    found = [(i.ordinal, p.field, p.sentence) for i in read(PLAN, UNITS, TODAY).items for p in i.problems]
    assert found == [(11, "co", "「各执法单位」没有写明是哪些单位，请逐个写明。")]


def test_json_has_exactly_the_promised_keys():
    said = read(MINUTES, UNITS, TODAY).as_json()
    assert set(said) == {"kind", "number", "date", "items"}
    assert said["date"] == "2026-10-12"
    assert said["items"][6] == {
        "ordinal": 7,
        "text": "企业开办时间压减至1个工作日以内。",
        "lead": "县行政审批服务局",
        "co": ["县市监局", "县税务局"],
        "due": "2026-11-15",
        "recurring": True,
        "problems": [],
    }
