"""The editor: the page beside the text, versions, comments, who else is at it, mailing lists."""

import pytest
from django.urls import reverse

from reports import actions
from reports.models import Bulletin, Mailing
from tests.reports.conftest import text_of
from tests.reports.screen import form_of


def fresh(bulletin) -> Bulletin:
    return Bulletin.objects.get(pk=bulletin.pk)


def looked(officer, draft, page="1", **typed):
    url = reverse("reports:edit", args=[draft.pk])
    posted = form_of(officer, draft) | {"preview": page, **typed}
    return officer.post(url, posted, headers={"HX-Request": "true"})


def test_the_preview_shows_the_page_of_what_is_typed_and_saves_nothing(county, draft, enter):
    before = fresh(draft)
    shown = looked(enter(county.officer), draft, body="一、新写的一段\n还没有保存。")
    page = shown.content.decode()
    assert "data:image/png;base64," in page
    assert "第 1 页，共 3 页" in page or "第 1 页，共 2 页" in page
    assert (fresh(draft).body, fresh(draft).version) == (before.body, before.version)


def test_the_preview_says_how_long_the_text_is_and_which_faces_are_in_use(county, draft, enter):
    page = looked(enter(county.officer), draft, body="字" * 5001).content.decode()
    assert "正文 5001 字，超过5000字的上限" in page
    assert "仿宋（" in page
    assert "小标宋（" in page


def test_the_preview_names_what_the_checker_found(county, draft, enter):
    page = looked(enter(county.officer), draft, body="会议于2026.3.5召开，办结2项。").content.decode()
    assert "日期写成“2026年3月5日”" in page
    assert "台账里的已办结是1" in page


def test_the_preview_says_why_there_is_none(county, draft, enter):
    officer = enter(county.officer)
    assert "还没有填对" in looked(officer, draft, title="").content.decode()
    assert "字库里没有这些字" in looked(officer, draft, body="\U0002b740").content.decode()


@pytest.mark.parametrize("page", ["0", "999999", "x", "-1", "9" * 30, ""])
def test_a_forged_page_shows_one_that_is_there(county, draft, enter, page):
    assert "data:image/png" in looked(enter(county.officer), draft, page=page).content.decode()


def test_without_scripts_the_button_shows_it_on_the_whole_page(county, draft, enter):
    officer = enter(county.officer)
    typed = form_of(officer, draft) | {"preview": "1", "title": "改了的标题"}
    shown = officer.post(reverse("reports:edit", args=[draft.pk]), typed).content.decode()
    assert "data:image/png;base64," in shown
    assert "改了的标题" in shown
    assert fresh(draft).title == draft.title


def test_a_mailing_list_addresses_a_draft_at_once(county, draft, enter):
    officer = enter(county.officer)
    new = reverse("reports:new_mailing")
    hidden = officer.get(new).context["hidden"]
    typed = {
        "name": "水利口",
        "units": "县水利局、县交通运输局",
        "issue_to": "有关单位。",
        "report_to": "",
        "send_to": "",
    }
    officer.post(new, typed | {"readers": [county.magistrate.pk], **hidden})
    mailing = Mailing.objects.get()
    posted = form_of(officer, draft) | {"address": "1", "mailing": str(mailing.pk)}
    officer.post(reverse("reports:edit", args=[draft.pk]), posted)
    draft = fresh(draft)
    assert set(draft.units.all()) == {county.water, county.roads}
    assert list(draft.readers.all()) == [county.magistrate]
    assert (draft.issue_to, draft.report_to) == ("有关单位。", text_of(draft)["report_to"])


def test_two_mailing_lists_have_two_names(county, enter):
    actions.keep_mailing(county.officer, Mailing(name="水利口", version=0), [], [])
    response = enter(county.officer).post(reverse("reports:new_mailing"), {"name": "水利口", "units": ""})
    assert response.status_code == 409
    assert "已经有叫“水利口”的分发名单" in response.content.decode()


def test_a_mailing_list_is_dropped_and_drafts_stay(county, draft, enter):
    mailing = actions.keep_mailing(county.officer, Mailing(name="水利口", version=0), [], [county.water])
    actions.apply_mailing(county.officer, draft, mailing)
    officer, url = enter(county.officer), reverse("reports:mailing", args=[mailing.pk])
    officer.post(url, {"drop": "1", **officer.get(url).context["hidden"]})
    assert not Mailing.objects.exists()
    assert list(fresh(draft).units.all()) == [county.water]


def test_typing_on_keeps_the_page_that_is_looked_at(county, draft, enter):
    officer = enter(county.officer)
    shown = looked(officer, draft, page="here", body="\n".join(["一段话。"] * 40))
    assert "第 1 页" in shown.content.decode()
    url = reverse("reports:edit", args=[draft.pk])
    posted = form_of(officer, draft) | {"preview": "here", "page": "2", "body": "\n".join(["一段话。"] * 40)}
    assert "第 2 页" in officer.post(url, posted, headers={"HX-Request": "true"}).content.decode()
