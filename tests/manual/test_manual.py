"""使用手册: everybody reads it, one's own chapters first; every word of it can be found, printed and followed."""

import io

import pypdf
import pytest
from django.urls import reverse

from bureau.manual import booklet, tour
from bureau.manual.chapters import FOLDER, chapters, read
from bureau.manual.pictures import SHOTS
from bureau.org.posts import Post

pytestmark = pytest.mark.django_db
CONTENTS = reverse("manual:contents")


def test_every_post_has_a_chapter_of_its_own():
    told = {post for one in chapters() for post in one.posts}
    assert told >= set(Post.values)


def test_every_picture_that_a_chapter_shows_was_taken_and_each_that_was_taken_is_shown():
    shown = {name for one in chapters() for name in one.pictures}
    assert shown == set(SHOTS)
    assert all(SHOTS[name].file.read_bytes().startswith(b"\xff\xd8") for name in shown)


def test_a_post_that_nobody_knows_is_told_to_whoever_writes(tmp_path):
    (tmp_path / "01-x.txt").write_text("题\n馆长\n正文", encoding="utf-8")
    with pytest.raises(KeyError, match="馆长"):
        read(tmp_path / "01-x.txt")


def test_ones_own_chapters_come_first(county, enter):
    page = enter(county.water_liaison).get(CONTENTS)
    mine = [one.key for one, _passages in page.context["mine"]]
    assert mine == ["first-day", "notices", "units", "inside", "appraised"]
    assert len(page.context["others"]) == len(list(FOLDER.glob("*.txt"))) - len(mine)


def test_a_search_shows_the_passages_and_says_where_there_are_none(county, enter):
    browser = enter(county.water_liaison)
    found = browser.get(CONTENTS, {"q": "预计完成"})
    assert [one.key for one, _passages in found.context["mine"]] == ["units"]
    assert "申请延期" in found.context["mine"][0][1][0]
    assert "手册里没有这些字词" in browser.get(CONTENTS, {"q": "无此字词"}).content.decode()


def test_both_words_are_asked_for():
    (units,) = [one for one in chapters() if one.key == "units"]
    assert units.found(["签收", "延期"])
    assert not units.found(["签收", "无此字词"])


def test_a_chapter_leads_to_the_next_of_ones_own(county, enter):
    page = enter(county.water_liaison).get(reverse("manual:chapter", args=["notices"]))
    assert [one.key for one in page.context["next"]] == ["units"]
    assert not enter(county.water_liaison).get(reverse("manual:chapter", args=["appraised"])).context["next"]


def test_a_chapter_that_does_not_exist_is_not_found(county, enter):
    assert enter(county.officer).get(reverse("manual:chapter", args=["nothing"])).status_code == 404


def test_the_booklet_holds_every_chapter_of_ones_posts_and_no_other(county, enter, faces):
    answer = enter(county.water_liaison).get(reverse("manual:booklet"))
    document = pypdf.PdfReader(io.BytesIO(answer.getvalue()))
    titles = [entry.title for entry in document.outline if not isinstance(entry, list)]
    own = [
        "3　单位：签收、办理和报送",
        "4　单位内部：分解、转办和报告",
        "5　绩效考核：被考核单位和提供数据的部门",
    ]
    assert titles == ["目录", "1　登录、密码和页面", "2　消息和提醒", *own]


@pytest.mark.slow
def test_all_chapters_can_be_set(faces):
    assert booklet.booklet(frozenset(Post.values)).startswith(b"%PDF-")


def test_every_step_of_every_first_day_leads_somewhere_its_owner_may_go(county, enter):
    people = [one for one in [*county.cast.values(), county.member()] if tour.tour_of(one)]
    assert {post for one in people for post in one.posts} >= set(Post.values) - {Post.APPRAISAL}
    for person in people:
        browser = enter(person)
        answers = [browser.get(reverse(stop.at), follow=True).status_code for stop in tour.tour_of(person)]
        assert answers == [200] * len(answers), person


@pytest.mark.parametrize("name", ["officer", "system", "magistrate", "water_liaison"])
def test_the_first_day_is_shown_until_it_is_closed_and_can_be_brought_back(county, enter, name):
    browser, home = enter(county.cast[name]), reverse("desk:home")
    assert "第一天三步" in browser.get(home, follow=True).content.decode()
    browser.post(reverse("manual:tour"), follow=True)  # which is told, and tells it once
    assert 'class="panel tour"' not in browser.get(home, follow=True).content.decode()
    assert "重看第一天三步" in browser.get(CONTENTS).content.decode()
    browser.post(reverse("manual:tour"), {"again": "1"})
    assert 'class="panel tour"' in browser.get(home, follow=True).content.decode()
