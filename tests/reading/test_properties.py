"""What holds for any words at all: nothing raises, nothing is invented."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bureau.org.reading.appointing import appoint
from bureau.org.reading.clauses import take_clauses
from bureau.org.reading.deadlines import NOTHING, deadline, deadline_in
from bureau.org.reading.moments import Anchor
from bureau.org.reading.roles import Shares, shares
from directives.reading.deciding import decision

from .papers import UNITS, minutes, reading, rows

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
SCRAPS = st.lists(
    st.sampled_from(
        [
            "0",
            "1",
            "2",
            "3",
            "9",
            "12",
            "13",
            "30",
            "31",
            "99",
            "2026",
            "二",
            "十",
            "十一",
            "〇",
            "两",
            "半",
            "年",
            "月",
            "日",
            "号",
            "周",
            "个",
            "工作日",
            "底",
            "末",
            "内",
            "前",
            "初",
            "上旬",
            "第",
            "季度",
            "半年",
            "每",
            "长期",
            "首次",
            "本",
            "下",
            "明年",
            "至",
            "-",
            "/",
            ".",
            "，",
            "全年",
            "完成",
            "报告",
            "五",
            "天",
            "26",
        ]
    ),
    max_size=12,
).map("".join)
NAMES = st.sampled_from([*UNITS.units, *(unit.name for unit in UNITS.units.values()), "各乡镇", "相关单位"])
UNIT_WORDS = st.lists(
    NAMES
    | st.sampled_from(
        [
            "、",
            "，",
            "；",
            "：",
            "和",
            "及",
            "等",
            "（牵头）",
            "（配合）",
            "牵头",
            "配合",
            "由",
            "会同",
            "负责",
            "（",
            "）",
            "局",
            "县",
            "\n",
            "牵头单位：",
            "财政",
        ]
    ),
    max_size=10,
).map("".join)


@given(SCRAPS | st.text(max_size=30), DAYS, st.booleans())
def test_any_words_are_a_deadline_or_a_problem(words, day, rolls):
    owed = deadline(words, Anchor(day, rolls))
    assert owed.due is None or isinstance(owed.due, date)
    says_nothing = NOTHING.fullmatch(words) or not any(sign.isalnum() for sign in words)
    assert owed.due or owed.recurring or owed.problem or says_nothing
    deadline_in(words, Anchor(day, rolls))


@given(DAYS, DAYS)
def test_a_full_date_is_that_date_however_it_is_written(day, meeting):
    for words in (
        f"{day:%Y年%m月%d日}",
        f"{day:%Y/%m/%d}前",
        f"{day.year}.{day.month}.{day.day}",
        day.isoformat(),
        f"{day:%Y%m%d}",
    ):
        assert deadline(words, Anchor(meeting)).due == day


@given(DAYS, st.integers(0, 330))
def test_a_date_without_a_year_lies_ahead_of_the_meeting(meeting, ahead):
    due = meeting + timedelta(days=ahead)
    assume((due.month, due.day) != (2, 29))
    assert deadline(f"{due.month}月{due.day}日前", Anchor(meeting)).due == due


@given(UNIT_WORDS | st.text(max_size=40))
def test_no_unit_is_invented(words):
    appointment = appoint(shares(words), UNITS)
    named = [unit for unit in [appointment.lead, *appointment.co] if unit]
    assert set(named) <= set(UNITS.units)
    assert len(named) == len(set(named))
    assert appointment.lead or any(problem.field == "lead" for problem in appointment.problems)


@given(
    st.lists(st.sampled_from(sorted(UNITS.units)), min_size=1, max_size=8),
    st.sampled_from(["、", "，", " ", "\n", "；", "/"]),
)
def test_units_come_back_in_order_whatever_stands_between(names, between):
    appointment = appoint(Shares(either=[between.join(names)]), UNITS)
    assert [appointment.lead, *appointment.co] == list(dict.fromkeys(names))
    assert not [p for p in appointment.problems if "不是政府督查" not in p.sentence]


@given(st.sampled_from(sorted(UNITS.units)), st.sampled_from(["一", "国库", "大", "镇", "分"]))
def test_a_name_is_never_matched_as_part_of_another(name, more):
    assert UNITS.find(f"{more}{name}{more}").units == ()


@given(UNIT_WORDS, st.text(max_size=60))
def test_any_text_gives_a_decision_and_its_duties(clause, text):
    bare, _ = take_clauses(f"{text}（{clause}）", UNITS)
    assert len(decision(bare)) <= len(f"{text}（{clause}）") + 2


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(
            SCRAPS | UNIT_WORDS | st.none() | st.integers() | st.floats(allow_nan=False) | st.datetimes(),
            min_size=5,
            max_size=5,
        ),
        max_size=6,
    )
)
def test_any_table_is_read(body):
    clean = [[cell if not isinstance(cell, str) else cell.lstrip("=") for cell in line] for line in body]
    for item in reading(rows(["序号", "任务", "牵头单位", "配合单位", "完成时限"], *clean)).items:
        assert item.text


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["一、", "（一）", "1.", "①", "会议要求，", ""]), SCRAPS, UNIT_WORDS),
        max_size=6,
    )
)
def test_any_minutes_are_read(body):
    for item in reading(minutes(*(f"{sign}{text}（责任单位：{units}）" for sign, text, units in body))).items:
        assert item.text
