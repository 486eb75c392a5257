"""Every shape that counties score by (rooms §16.1, A1 to A23) can be written as a scheme. A18 and A19 are known by their outlines."""

from appraisal.scoring import score
from tests.appraisal.scoring.documents import (
    branch,
    document,
    exact,
    faults,
    judged,
    leaf,
    of_one,
    points,
    ranks,
    subject,
    totals,
)

RANKS = {"kind": "ranks", "points": ["60", "57", "54", "51", "48"]}


def counted(*events: tuple[str, str]) -> dict:
    return {"kind": "count", "events": [{"key": key, "name": key, "points": worth} for key, worth in events]}


def deducted(*events: tuple[str, str], **rule) -> dict:
    return {
        "kind": "deduct",
        "events": [{"key": key, "name": key, "points": worth} for key, worth in events],
        **rule,
    }


def test_a1_a_village_loses_half_a_point_for_each_three_percent_below_87():
    rule = {"kind": "reach", "target": "87", "per": "3", "points": "0.5", "step": "whole", "unit": "个百分点"}
    assert exact(rule, "7", {"value": "87"}, {"value": "85"}, {"value": "80.9"}) == ["7", "7", "6"]
    attended = deducted(("缺席", "0.5"))
    village = subject("村", {"1": {"value": "84"}, "2": {"counts": {"缺席": 3}}, "3": {"value": 1}})
    items = [leaf("1", "7", rule), leaf("2", "4", attended), leaf("3", "1", {"kind": "all_or_nothing"})]
    assert totals(score(document(items, village, full="12"))) == ["10"]


def test_a2_classes_of_villages_of_a_thousand_points_come_to_a_hundred():
    classes = {
        "kind": "classes",
        "kinds": [
            {"key": key, "name": key, "points": worth} for key, worth in (("一", 100), ("二", 90), ("三", 80))
        ],
    }
    items = [leaf("党建", "100", classes), judged("其他", "900")]
    village = subject("村", {"党建": {"choice": "二"}, "其他": points("822")})
    scored = score(document(items, village, full="1000", convert_to="100"))
    assert totals(scored) == ["91.2"]
    assert scored["subjects"][0]["adjusting"] == ["换算为满分 100：912 × 100 ÷ 1000 = 91.2"]


def test_a3_efficacy_between_the_lowest_and_the_highest_times_weights():
    efficacy = {"kind": "lo_hi"}
    items = [leaf("外资", "100", efficacy, weight="60"), leaf("外贸", "100", efficacy, weight="40")]
    towns = [
        subject("甲", {"外资": {"value": "300"}, "外贸": {"value": "20"}}),
        subject("乙", {"外资": {"value": "900"}, "外贸": {"value": "10"}}),
        subject("丙", {"外资": {"value": "500"}, "外贸": {"value": "20"}}),
    ]
    scored = score(document(items, *towns))
    assert [one["items"][0]["exact"] for one in scored["subjects"]] == ["36", "60", "44"]
    assert totals(scored) == ["76", "84", "84"]


def test_a4_what_is_over_the_target_is_worth_more_for_a_larger_task():
    rule = {
        "kind": "ratio",
        "over_per": "1",
        "over_by_size": [
            {"least": size, "points": worth} for size, worth in (("4000", "0.3"), ("3000", "0.2"))
        ],
        "over_points": "0.1",
    }
    given = [
        {"value": value, "target": target}
        for value, target in (("4400", "4000"), ("3300", "3000"), ("1100", "1000"))
    ]
    assert exact(rule, "10", *given) == ["13", "12", "11"]


def test_a5_done_over_planned_gives_the_full_mark_at_most():
    items = [
        leaf("1", "50", {"kind": "ratio"}),
        leaf("2", "30", {"kind": "ratio"}),
        leaf("3", "20", {"kind": "ratio"}),
    ]
    given = {"1": {"value": 6, "target": 5}, "2": {"value": 2, "target": 4}, "3": {"value": 3, "target": 3}}
    assert totals(score(document(items, subject("甲", given)))) == ["85"]


def test_a6_a_ratio_is_capped_at_120_percent():
    assert exact({"kind": "ratio", "target": "1", "cap": "120"}, "0.5", {"value": "1.4"}) == ["0.6"]


def test_a7_ranks_to_points_best_first_and_twice_is_nothing():
    assert exact(RANKS, "60", *({"value": value} for value in (9, 8, 8, 7, 6, 5))) == [
        "60",
        "57",
        "57",
        "51",
        "48",
        "48",
    ]
    assert exact({"kind": "best"}, "20", {"value": "50"}, {"value": "40"}) == ["20", "16"]
    rule = {"kind": "deduct", "events": [{"key": "误", "name": "误报", "points": "0.5", "nothing_from": 2}]}
    assert exact(rule, "2", {"counts": {"误": 1}}, {"counts": {"误": 2}}) == ["1.5", "0"]
    assert exact({"kind": "converted", "base": "100"}, "60", {"value": "83.90625"}) == ["50.34375"]


def test_a8_projects_without_a_ceiling_are_brought_to_a_hundred():
    sizes = {
        "kind": "tiers",
        "bands": [{"bound": bound, "points": worth} for bound, worth in (("10", 20), ("5", 10), ("1", 6))],
        "otherwise": "3",
    }
    types = {
        "kind": "classes",
        "kinds": [
            {"key": key, "name": key, "points": worth}
            for key, worth in (("工业", 15), ("农业", 8), ("其他", 6))
        ],
    }
    new = {
        "kind": "classes",
        "kinds": [{"key": "新开", "name": "新开", "points": 5}, {"key": "续建", "name": "续建", "points": 2}],
    }
    items = [
        leaf("新旧", "5", new),
        leaf("规模", "20", sizes),
        leaf("类型", "15", types),
        leaf("进度", "60", {"kind": "ratio"}),
    ]
    given = {
        "新旧": {"choice": "续建"},
        "规模": {"value": "6"},
        "类型": {"choice": "工业"},
        "进度": {"value": "4", "target": "5"},
    }
    adjustments = [
        {"key": "集中推进", "name": "集中推进", "points": "30", "cap": "120"},
        {"key": "批评", "name": "批评", "points": "-5"},
    ]
    entered = [{"key": "集中推进"}] * 5 + [{"key": "批评", "points": "-20"}]
    county = subject("县", given, adjustments=entered)
    scored = score(document(items, county, adjustments=adjustments, convert_to="50"))
    assert totals(scored) == ["87.5"]


def test_a9_praise_and_ranks_are_capped_each_and_the_same_award_counts_once():
    rule = {
        "kind": "capped_groups",
        "groups": [{"key": "表彰", "name": "表彰", "cap": 5}, {"key": "排名", "name": "排名", "cap": 15}],
        "levels": [
            {"key": "省", "name": "省级", "group": "表彰", "points": 4},
            {"key": "市", "name": "市级", "group": "表彰", "points": 2},
            {"key": "首", "name": "全市第一", "group": "排名", "points": 8},
        ],
    }
    same = [{"name": "平安", "level": level, "evidence": "有"} for level in ("市", "省", "市")]
    two = [{"name": name, "level": "省", "evidence": "有"} for name in ("平安", "文明")]
    first = [{"name": name, "level": "首", "evidence": "有"} for name in ("招商", "信访")]
    lines = of_one(rule, "20", {"awards": same}, {"awards": two}, {"awards": two + first})
    assert [line["exact"] for line in lines] == ["4", "5", "20"]
    assert "另有 2 项同一奖励，只按最高层次计一次" in lines[0]["steps"][0]


def test_a10_a_hundred_points_and_a_block_that_only_takes():
    items = [judged("1", "6"), judged("2", "15"), judged("3", "79")]
    taken = [{"key": "倒扣", "name": "倒扣分", "points": "-1"}]
    given = {"1": points("6"), "2": points("14"), "3": points("70")}
    entered = [{"key": "倒扣", "points": "-2.5"}, {"key": "倒扣"}]
    assert totals(score(document(items, subject("甲", given, adjustments=entered), adjustments=taken))) == [
        "86.5"
    ]


def test_a11_no_more_is_taken_than_the_indicator_weighs():
    assert exact(deducted(("漏公开", "2")), "5", {"counts": {"漏公开": 9}}) == ["0"]


def test_a12_each_item_that_is_adopted_has_so_many_points():
    assert exact(counted(("采用", "5")), "100", {"counts": {"采用": 3}}) == ["15"]


def test_a13_a_point_more_for_what_is_over_and_the_base_for_what_is_left_out():
    rule = {**counted(("超报", "1"), ("漏报", "-10")), "base": "10"}
    assert exact(rule, "15", {"counts": {"超报": 2}}, {"counts": {"漏报": 1}}, {"counts": {}}) == [
        "12",
        "0",
        "10",
    ]


def test_a14_the_best_of_a_class_by_six_indicators_equal_ones_in_no_order():
    names = ("工单量", "满意度", "及时接收率", "回退率", "重办率", "按时办结率")
    items = [leaf(name, "50" if at == 0 else "10", {"kind": "best"}) for at, name in enumerate(names)]
    units = [
        subject(f"单位{at}", {name: {"value": value} for name in names})
        for at, value in enumerate((5, 4, 4, 3, 2, 1))
    ]
    scored = score(document(items, *units))
    assert ranks(scored) == [1, 2, 2, 4, 5, 6]
    assert scored["ties"] == [{"class": "乡镇", "rank": 2, "keys": ["单位1", "单位2"], "at_the_line": False}]


def test_a15_who_missed_the_task_by_force_of_nature_is_listed_apart():
    done = {"kind": "ratio", "target": "100"}
    units = [subject(f"单位{at}", {"1": {"value": value}}) for at, value in enumerate((100, 80, 60))]
    flooded = subject("受灾", {"1": {"value": 10}}, apart="不可抗力")
    scored = score(document([leaf("1", "100", done)], *units, flooded))
    assert ranks(scored) == [1, 2, 3, None]
    assert scored["subjects"][3]["grade_why"] == "单列，不参加排名和定等：不可抗力"


def test_a16_sixty_and_thirty_and_twenty_are_not_a_hundred():
    items = [judged("1", "60"), judged("2", "30"), judged("3", "20")]
    assert faults(document(items)) == ["方案：各项分值之和应为 100（方案满分），现为 60 + 30 + 20 = 110"]


def test_a17_leaders_by_rank_projects_by_the_best_and_votes_by_bands():
    votes = {
        "kind": "vote_tiers",
        "bands": [
            {"first_from": "90", "points": "200"},
            {"first_from": "80", "points": "190"},
            {"first_from": "70", "points": "180"},
            {"first_from": "60", "points": "170"},
            {"second_below": "1/3", "points": "160"},
        ],
        "otherwise": "130",
    }
    items = [
        leaf("项目", "600", {"kind": "best"}),
        leaf("领导", "200", {"kind": "ranks", "less": "2"}),
        leaf("测评", "200", votes),
    ]
    streets = [
        subject(
            "甲",
            {"项目": {"value": 90}, "领导": {"value": 8}, "测评": {"first": 17, "second": 0, "valid": 20}},
        ),
        subject(
            "乙",
            {"项目": {"value": 60}, "领导": {"value": 9}, "测评": {"first": 5, "second": 7, "valid": 21}},
        ),
    ]
    scored = score(document(items, *streets, full="1000"))
    assert totals(scored) == ["986", "730"]


def test_a18_key_work_is_done_over_planned():
    assert exact(
        {"kind": "ratio", "nothing_below": "60"}, "10", {"value": 3, "target": 4}, {"value": 5, "target": 9}
    ) == ["7.5", "0"]


def test_a19_growth_party_work_and_satisfaction_with_half_a_year_counted_before():
    half = leaf("半年", "40", {"kind": "converted", "base": "100"})
    rest = branch(
        "年终", "60", judged("发展", "60"), judged("党建", "25"), judged("满意度", "15"), base="100"
    )
    given = {"半年": {"value": "90"}, "发展": points("57"), "党建": points("20"), "满意度": points("13")}
    scored = score(document([half, rest], subject("县", given)))
    assert [item["exact"] for item in scored["subjects"][0]["items"]] == ["36", "54"]
    assert totals(scored) == ["90"]


def test_a20_a_village_of_its_own_gets_fifty_on_top_at_most():
    special = [{"key": "个性", "name": "个性加分", "points": "10", "cap": "50"}]
    village = subject("村", {"1": points("88")}, adjustments=[{"key": "个性", "points": "20"}] * 3)
    assert totals(score(document([judged("1", "100")], village, adjustments=special))) == ["138"]


def test_a21_ninety_is_excellent_and_below_eighty_is_average():
    grades = {"first_at": "90", "second_at": "80", "third_at": "0", "first_share": "100"}
    towns = [subject(mark, {"1": points(mark)}) for mark in ("90", "89.99", "80", "79.99")]
    scored = score(document([judged("1", "100")], *towns, grades=grades))
    assert [one["grade"] for one in scored["subjects"]] == ["first", "second", "second", "third"]


def test_a22_where_a_town_stands_and_how_far_it_has_come():
    table = {"kind": "ranks", "points": ["100", "90", "80"]}
    rule = {"kind": "improvement", "level": table, "change": table, "level_weight": "40"}
    towns = [{"value": 80, "before": 60}, {"value": 90, "before": 89}, {"value": 70}]
    assert exact(rule, "100", *towns) == ["96", "94", "80"]
    dust = rule | {"level": {**table, "better": "less"}, "better": "less", "by": "percent"}
    assert exact(dust, "100", {"value": 40, "before": 50}, {"value": 30, "before": 31}) == ["96", "94"]


def test_a23_dust_over_the_goal_takes_half_a_point_each_until_nothing_is_left():
    dust = {"kind": "less", "target": "70", "points": "0.5", "unit": "微克", "step": "proportional"}
    days = {"kind": "reach", "target": "85", "points": "0.25", "unit": "个百分点", "step": "proportional"}
    assert exact(dust, "10", {"value": "73"}, {"value": "95"}, {"value": "60"}) == ["8.5", "0", "10"]
    assert exact(days, "5", {"value": "83.5"}) == ["4.625"]


def test_the_steps_tell_what_was_capped_and_what_came_on_top():
    rule = {"kind": "ratio", "over_per": "2", "over_points": "0.3", "over_step": "whole", "over_most": "0.5"}
    assert of_one(rule, "10", {"value": "105", "target": "100"})[0]["steps"] == [
        "完成率 105%，按 100% 计",
        "10 × 100% = 10",
        "超额 5%，加分 2 × 0.3 = 0.6",
        "最高 0.5 分，计 0.5",
        "合计 10 + 0.5 = 10.5",
    ]
    parts = [{"key": name, "name": name, "weight": "50", "target": "10"} for name in ("甲", "乙")]
    mixed = {"kind": "mixed", "parts": parts, "part_cap": "120"}
    assert of_one(mixed, "10", {"values": {"甲": "15", "乙": "4"}})[0]["steps"] == [
        "甲 15 ÷ 10 × 50% = 75%",
        "甲完成率按 120% 计，为 60%",
        "乙 4 ÷ 10 × 50% = 20%",
        "80% × 10 = 8",
    ]
