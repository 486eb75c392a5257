"""问责方式 that a new installation starts with (facts §4.1, §4.2): 湖南省影响机关效能和损害经济发展环境行为处理办法, 中国共产党问责条例. The
county edits them; what lies with the cadre authority is decided there (`Organ`)."""

from typing import Any

HUNAN = "《湖南省影响机关效能和损害经济发展环境行为处理办法》第十五条"
YEAR = "取消当年评先评优资格"
# key, label, units, persons, weight, organ, carrying, days, months, promotion, awards, appraisal, disciplinary
MEASURES = [
    ("reminder", "谈话提醒", 0, 1, 10, "bureau", "talk", 15, 0, "", "", "", 0),
    ("criticism", "批评教育", 0, 1, 15, "bureau", "talk", 15, 0, "", "", "", 0),
    ("written_check", "责令书面检查", 1, 1, 20, "bureau", "check", 7, 0, "", YEAR, "", 0),
    ("rectify", "责令限期整改", 1, 0, 22, "bureau", "rectify", 30, 0, "", "", "", 0),
    ("apology", "责令公开道歉", 1, 1, 25, "bureau", "apology", 15, 0, "", YEAR, "", 0),
    ("circular", "通报批评", 1, 1, 30, "bureau", "circular", 15, 0, "", YEAR, "", 0),
    (
        "admonition",
        "诫勉谈话",
        0,
        1,
        40,
        "organisation",
        "talk",
        15,
        6,
        "6个月内不得提拔或者重用",
        "取消当年年度考核、本任期考核评优和评先评优资格",
        "",
        0,
    ),
    ("suspension", "停职检查", 0, 1, 50, "committee", "organ", 30, 6, "停职期间不得提拔", YEAR, "", 0),
    (
        "reassignment",
        "调离工作岗位",
        0,
        1,
        60,
        "committee",
        "organ",
        30,
        12,
        "一年内不得提拔、晋升职级或者进一步使用",
        YEAR,
        "",
        0,
    ),
    (
        "resignation",
        "引咎辞职",
        0,
        1,
        70,
        "committee",
        "organ",
        30,
        12,
        "一年内不得重新担任与其原任职务相当的领导职务",
        YEAR,
        "年度考核不称职",
        0,
    ),
    (
        "ordered_resignation",
        "责令辞职",
        0,
        1,
        75,
        "committee",
        "organ",
        30,
        24,
        "一年内不安排领导职务，两年内不得担任高于原职务层次的领导职务",
        YEAR,
        "年度考核不称职",
        0,
    ),
    (
        "removal",
        "免职",
        0,
        1,
        80,
        "committee",
        "organ",
        30,
        24,
        "一年内不安排领导职务，两年内不得担任高于原职务层次的领导职务",
        YEAR,
        "年度考核不称职",
        0,
    ),
    ("warning", "政务警告", 0, 1, 55, "discipline", "organ", 30, 6, "影响期内不得晋升", YEAR, "", 1),
    ("demerit", "政务记过", 0, 1, 65, "discipline", "organ", 30, 12, "影响期内不得晋升", YEAR, "", 1),
    ("grave_demerit", "政务记大过", 0, 1, 72, "discipline", "organ", 30, 18, "影响期内不得晋升", YEAR, "", 1),
    (
        "demotion",
        "政务降级",
        0,
        1,
        85,
        "discipline",
        "organ",
        30,
        24,
        "影响期内不得晋升",
        YEAR,
        "年度考核不称职",
        1,
    ),
    (
        "dismissal",
        "政务撤职",
        0,
        1,
        90,
        "discipline",
        "organ",
        30,
        24,
        "影响期内不得晋升",
        YEAR,
        "年度考核不称职",
        1,
    ),
]
FOLLOWS = {"circular": "admonition", "apology": "written_check"}
RULE_ROWS = [
    ("returns", 2),
    ("overdue", 30),
    ("red_card", 1),
    ("substantiated", 3),
    ("false_report", 1),
]


def enter(**_signal: Any) -> None:
    """Only where there are none: what the county changed is not written over."""
    from accountability.models import ClueRule, Measure

    if not Measure.objects.exists():
        for (
            key,
            label,
            units,
            persons,
            weight,
            organ,
            carrying,
            days,
            months,
            *effects,
            disciplinary,
        ) in MEASURES:
            promotion, awards, appraisal = effects
            basis = "《中华人民共和国公职人员政务处分法》第七条" if disciplinary else HUNAN
            Measure.objects.create(
                key=key,
                label=label,
                on_units=bool(units),
                on_persons=bool(persons),
                weight=weight,
                organ=organ,
                carrying=carrying,
                within_days=days,
                months=months,
                promotion=promotion,
                awards=awards,
                appraisal=appraisal,
                disciplinary=bool(disciplinary),
                basis=basis,
            )
        for key, other in FOLLOWS.items():
            Measure.objects.filter(key=key).update(follows=Measure.objects.get(key=other))
    if not ClueRule.objects.exists():
        ClueRule.objects.bulk_create(ClueRule(key=key, threshold=threshold) for key, threshold in RULE_ROWS)
