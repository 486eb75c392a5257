"""版本: what each save left, what differs, and going back."""

import re

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bureau.jobs.barred import Barred
from reports import actions
from reports.differing import CUT, PUT, SAME, rows
from reports.models import Version
from tests.reports.conftest import text_of
from tests.reports.screen import DESK
from tests.reports.specials import fresh


def shown(before: str, now: str) -> list[list[tuple[str, str]]]:
    return [[(part.kind, part.text) for part in row.parts] for row in rows(before, now) if not row.folded]


def retitled(person, bulletin, title: str):
    actions.edit(person, bulletin, text_of(fresh(bulletin)) | {"title": title}, {})


def at(bulletin) -> str:
    return reverse("reports:versions", args=[bulletin.pk])


def test_what_differs_is_marked_to_the_character():
    assert shown("关于部分事项的通报", "关于部分事项的情况通报") == [
        [(SAME, "关于部分事项的"), (PUT, "情况"), (SAME, "通报")]
    ]


def test_a_line_that_went_and_one_that_came_stand_whole():
    assert shown("甲甲甲\n乙", "乙\n丙丙丙") == [[(CUT, "甲甲甲")], [(SAME, "乙")], [(PUT, "丙丙丙")]]


def test_each_row_says_in_a_word_what_became_of_it():
    assert [row.word for row in rows("甲甲甲\n一二三四\n乙", "一二三五\n乙\n丙丙丙")] == [
        "删",
        "改",
        "",
        "增",
    ]
    assert [row.word for row in rows("一二三四", "一二三五")] == ["改"]


def test_what_is_alike_is_folded_but_for_its_edges():
    lines = [f"第{place}行" for place in range(30)]
    found = rows("\n".join(lines), "\n".join([*lines[:15], "新的一行，写了别的话", *lines[15:]]))
    assert [row.folded for row in found if row.folded] == [14, 14]
    assert [row.parts[0].text for row in found if row.parts] == ["第14行", "新的一行，写了别的话", "第15行"]


@pytest.mark.parametrize(
    "before, now", [("字" * 20_000, "字" * 19_999 + "丙"), ("\n".join("甲" * 3000), "\n".join("乙" * 3000))]
)
def test_what_would_take_long_to_compare_stands_whole(before, now):
    assert {part.kind for row in rows(before, now) for part in row.parts} == {CUT, PUT}


def test_two_empty_texts_differ_in_nothing():
    assert rows("", "") == []
    assert shown("", "甲") == [[(PUT, "甲")]]


def test_every_save_keeps_a_version_and_an_unchanged_one_none(county, draft):
    retitled(county.officer, draft, "改了的标题的通报")
    actions.edit(county.colleague, draft, text_of(fresh(draft)), {})
    assert list(draft.versions.values_list("number", "person__username", "step")) == [
        (2, county.officer.username, "修改"),
        (1, county.officer.username, "拟稿"),
    ]


def test_versions_stand_as_they_are(county, draft):
    for change in (lambda rows: rows.update(step="x"), lambda rows: rows.delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            change(Version.objects.all())


def test_the_page_shows_the_last_change_first_and_any_two_when_asked(county, draft, enter):
    retitled(county.officer, draft, "改了一次的通报")
    retitled(county.colleague, draft, "改了两次的通报")
    officer = enter(county.officer)
    last = officer.get(at(draft))
    assert (last.context["before"].number, last.context["now"].number) == (2, 3)
    assert re.search(r"<del>.*一.*</del><ins>.*两.*</ins>", last.content.decode())
    turned = officer.get(at(draft) + "?from=3&to=1").context
    assert (turned["before"].number, turned["now"].number) == (1, 3)
    assert "这两版没有差别" in officer.get(at(draft) + "?from=2&to=2").content.decode()


@pytest.mark.parametrize("asked", ["?from=x&to=99", "?from=&to=%00", "?to=" + "9" * 40, "?from=1"])
def test_forged_numbers_compare_what_is_there(county, draft, enter, asked):
    assert enter(county.officer).get(at(draft) + asked).status_code == 200


def test_a_single_version_has_nothing_to_be_compared_with(county, draft, enter):
    assert "只有一版" in enter(county.officer).get(at(draft)).content.decode()


def test_an_earlier_version_is_taken_back_as_a_new_edit_once(county, draft, enter):
    before = draft.title
    retitled(county.officer, draft, "改坏了的通报")
    officer = enter(county.officer)
    posted = {"restore": "1", **officer.get(at(draft)).context["hidden"]}
    officer.post(at(draft), posted)
    officer.post(at(draft), posted)
    assert fresh(draft).title == before
    assert list(draft.versions.values_list("step", flat=True)) == ["恢复版本", "修改", "拟稿"]
    assert draft.entries.filter(step="reports.restore").get().sentence.endswith("恢复第1版的文字")


def test_going_back_is_refused_where_somebody_saved_meanwhile(county, draft, enter):
    retitled(county.officer, draft, "改了的通报")
    officer = enter(county.officer)
    hidden = officer.get(at(draft)).context["hidden"]
    retitled(county.colleague, draft, "同事改了的通报")
    page = officer.post(at(draft), {"restore": "1", **hidden}, follow=True).content.decode()
    assert "有了变化" in page
    assert fresh(draft).title == "同事改了的通报"


def test_what_is_no_draft_any_more_is_not_taken_back(county, signed, enter):
    with pytest.raises(Barred):
        actions.restore(county.officer, signed, signed.versions.first())
    assert "恢复这一版" not in enter(county.officer).get(at(signed)).content.decode()


@pytest.mark.parametrize("key", ["", "x", "0", "99", "9" * 30])
def test_a_version_that_is_not_there_is_not_found(county, draft, enter, key):
    assert enter(county.officer).post(at(draft), {"restore": key}).status_code == 404


def test_versions_are_the_desks(county, draft, client):
    for name, person in county.cast.items():
        client.force_login(person)
        assert client.get(at(draft)).status_code == (200 if name in DESK else 404)
        if name not in DESK:
            assert client.post(at(draft), {"restore": "1"}).status_code == 404


def test_many_versions_cost_no_more_questions(county, draft, enter):
    officer = enter(county.officer)

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            officer.get(at(draft))
        return len(queries)

    retitled(county.officer, draft, "改了零次的通报")
    asked()  # the first click of a minute notes the time
    few = asked()
    for count in range(5):
        retitled(county.colleague, draft, f"又改了{count}次的通报")
    assert asked() == few
