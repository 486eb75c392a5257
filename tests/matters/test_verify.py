"""`manage.py verify_timeline`: whoever touched a timeline behind the product's back is found."""

import pytest
from django.core.management import CommandError, call_command

from bureau.matters.models import Matter
from tests.matters import tamper

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
    with django_assert_num_queries(2):
        assert verify(capsys)[0] == 0
