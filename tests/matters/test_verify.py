"""`manage.py verify_timeline`: whoever touched a timeline behind the product's back is found."""

from functools import partial

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from bureau.matters import timeline
from bureau.matters.models import Matter, Register
from bureau.matters.parts import assignments
from bureau.ops import walking
from directives import actions
from tests.matters import tamper
from tests.together import together

pytestmark = pytest.mark.django_db


@pytest.fixture
def matter(county):
    county.directive("draft")
    return county.directive("closed").matter


def verify(capsys, **options) -> tuple[int, str]:
    """Exit status, and all that was printed."""
    try:
        call_command("verify_timeline", **options)
    except CommandError as told:
        return told.returncode, capsys.readouterr().out + str(told)
    return 0, capsys.readouterr().out


def lines_of(matters):
    return sum(matter.entries.count() for matter in matters)


def test_whole_timelines_are_counted(matter, capsys):
    lines = lines_of(Matter.objects.all())
    assert verify(capsys) == (0, f"共核对 2 件 {lines} 条动态，全部完整\n")


def test_one_matter_is_checked_by_its_number(matter, capsys):
    assert verify(capsys, matter=matter.number) == (
        0,
        f"共核对 1 件 {lines_of([matter])} 条动态，全部完整\n",
    )


def test_an_unknown_number_is_told(matter, capsys):
    status, told = verify(capsys, matter="桃督〔2026〕999号")
    assert status == 1
    assert "没有编号为“桃督〔2026〕999号”的事项" in told


@pytest.mark.parametrize(
    "changes",
    [
        {"sentence": "改过的话"},
        {"facts": {"text": "改过"}},
        {"actor": None},
        {"audience": "unit"},
        {"step": "x"},
    ],
)
def test_an_edited_line_is_named(matter, capsys, changes):
    tamper.edit(matter, 3, **changes)
    status, told = verify(capsys)
    assert status == 1
    assert f"{matter.number}：第3条动态与链码不符" in told
    assert told.count("链码不符") == 1


def test_a_line_with_another_time_is_named(matter, capsys):
    line = matter.entries.get(seq=2)
    tamper.edit(matter, 2, at=line.at.replace(year=line.at.year - 1))
    assert "第2条动态与链码不符" in verify(capsys)[1]


def test_a_line_given_to_another_matter_is_named(matter, capsys, county):
    other = county.directive("draft").matter
    last = matter.entry_count
    tamper.edit(matter, last, matter=other, seq=2)
    status, told = verify(capsys)
    assert status == 1
    assert f"未编号（序号{other.pk}）：第2条动态与链码不符" in told
    assert f"{matter.number}：末尾被截去：封面记有{last}条，第{last}条动态缺失" in told


def test_an_inserted_line_is_named(matter, capsys):
    tamper.insert(matter, 3, "伪造的一条")
    status, told = verify(capsys)
    assert status == 1
    assert f"{matter.number}：第3条动态与链码不符（被改动或插入）：伪造的一条" in told


def test_a_line_added_at_the_end_is_named(matter, capsys):
    count = matter.entry_count
    tamper.insert(matter, count + 1, "伪造的末条")
    Matter.objects.filter(pk=matter.pk).update(entry_count=count)
    told = verify(capsys)[1]
    assert f"第{count + 1}条动态与链码不符" in told
    assert f"末尾多出：封面记有{count}条，第{count + 1}条起为插入" in told


@pytest.mark.parametrize(
    "seqs, words", [([2], "第2条动态缺失"), ([2, 3, 4], "第2条至第4条动态缺失"), ([1], "第1条动态缺失")]
)
def test_deleted_lines_are_named(matter, capsys, seqs, words):
    tamper.delete(matter, *seqs)
    status, told = verify(capsys)
    assert status == 1
    assert f"{matter.number}：{words}（被删除）" in told
    assert told.count(matter.number) == 1


def test_a_cut_tail_is_named(matter, capsys):
    count = matter.entry_count
    tamper.delete(matter, count - 1, count)
    status, told = verify(capsys)
    assert status == 1
    assert f"末尾被截去：封面记有{count}条，第{count - 1}条至第{count}条动态缺失" in told


def test_a_wrong_head_on_the_cover_is_named(matter, capsys):
    Matter.objects.filter(pk=matter.pk).update(chain_head="0" * 64)
    assert "链码与封面所记不符" in verify(capsys)[1]


def test_a_timeline_that_is_gone_altogether_is_named(matter, capsys):
    tamper.delete(matter, *range(1, matter.entry_count + 1))
    status, told = verify(capsys)
    assert status == 1
    assert f"{matter.number}：一条动态也没有" in told


def test_another_key_proves_nothing(matter, capsys, settings):
    settings.TIMELINE_KEY = "another-key"
    assert verify(capsys)[0] == 1


def test_all_matters_are_read_with_the_same_few_queries(matter, county, django_assert_num_queries, capsys):
    for _ in range(3):
        county.directive("running")
    with django_assert_num_queries(6):  # two of them are of the audit lines
        assert verify(capsys)[0] == 0


@pytest.mark.parametrize("lines", [1, 3])
def test_a_cut_tail_is_named_also_where_the_cover_was_set_back(matter, capsys, lines):
    tamper.turn_back(matter, lines)
    status, told = verify(capsys)
    assert status == 1
    assert f"{matter.number}：封面所记的条数、链码与封印不符" in told


def test_a_cover_that_was_set_back_is_not_sealed_as_good_by_the_next_step(county, capsys):
    running = county.directive("running")
    part = county.part(running)
    assignments.reply(county.water_liaison, part, "已排查十二座", 30)
    tamper.turn_back(Matter.objects.get(pk=running.pk), 1)
    assignments.reply(county.water_liaison, part, "已排查十二座", 30)
    status, told = verify(capsys)
    assert status == 1
    assert "与链码不符" in told


def test_a_timeline_that_was_emptied_is_not_begun_anew_as_if_nothing_had_been(county, capsys):
    running = county.directive("running").matter
    tamper.delete(running, *range(1, running.entry_count + 1))
    Matter.objects.filter(pk=running.pk).update(entry_count=0, chain_head="", seal="")
    fresh = Matter.objects.get(pk=running.pk)
    timeline.write(fresh, "directives.register", "登记")
    assert "第1条动态与链码不符" in verify(capsys)[1]


@pytest.fixture
def four(county):
    return [county.directive("draft").matter for _ in range(4)]


@pytest.mark.parametrize(
    "gone, words",
    [
        ([0], "登记簿第1件事项缺失（被删除），在{1}之前"),
        ([1], "登记簿第2件事项缺失（被删除），在{0}之后，在{2}之前"),
        ([1, 2], "登记簿第2件至第3件事项缺失（被删除），在{0}之后，在{3}之前"),
        ([3], "登记簿第4件事项缺失（被删除），在{2}之后"),
        ([0, 1, 2, 3], "登记簿第1件至第4件事项缺失（被删除）"),
    ],
)
def test_a_matter_that_is_gone_is_missed_in_its_place(four, capsys, gone, words):
    tamper.remove(*(four[place] for place in gone))
    status, told = verify(capsys)
    assert status == 1
    assert words.format(*(f"未编号（序号{one.pk}）" for one in four)) in told


def test_the_last_matter_is_missed_also_where_the_register_was_set_back(four, capsys):
    tamper.remove(four[3])
    tamper.close_register()
    status, told = verify(capsys)
    assert status == 1
    assert "登记簿所记的件数与封印不符" in told


def test_a_register_that_was_set_back_is_not_sealed_as_good_by_the_next_registration(four, county, capsys):
    tamper.remove(four[3])
    tamper.close_register()
    county.directive("draft")
    status, told = verify(capsys)
    assert status == 1
    assert "登记链在此断开" in told


def test_a_register_that_is_gone_is_told(four, capsys):
    Register.objects.all().delete()
    assert "登记簿是空的" in verify(capsys)[1]


def test_two_matters_that_changed_places_are_told(four, capsys):
    first, second = (Matter.objects.get(pk=one.pk).place for one in four[1:3])
    for one, place in ((four[1], 99), (four[2], first), (four[1], second)):
        Matter.objects.filter(pk=one.pk).update(place=place)
    assert verify(capsys)[0] == 1


def test_a_void_matter_keeps_its_place(county, capsys):
    actions.void(county.director, county.directive("running"), "重复登记")
    assert verify(capsys)[0] == 0


def test_the_nights_walk_tells_of_a_matter_that_is_gone(four, county, enter):
    tamper.remove(four[1])
    walking.begin()
    walking.walk_on()
    assert "登记簿有 1 处不符" in enter(county.system).get("/ops/").content.decode()


def test_the_database_takes_no_line_without_a_place_and_a_seal(county):
    matter = county.directive("draft").matter
    for lost in ({"place": None}, {"seal": ""}, {"link": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Matter.objects.filter(pk=matter.pk).update(**lost)


@pytest.mark.django_db(transaction=True)
def test_registering_at_once_leaves_no_gap_and_no_place_twice(county, capsys):
    decisions = [county.decision(title=f"事项{n}") for n in range(6)]
    acts = [
        partial(actions.register, county.officer, county.source, n, one) for n, one in enumerate(decisions, 1)
    ]
    assert not [raised for raised in together(*acts) if isinstance(raised, Exception)]
    assert sorted(Matter.objects.values_list("place", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert verify(capsys)[0] == 0
