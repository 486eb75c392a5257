"""The editor: the page beside the text, versions, comments, who else is at it, mailing lists."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bureau.matters.flow import Barred
from reports import actions, presence
from reports.models import Bulletin, Comment, Mailing, Version
from reports.versions import CUT, PUT, differences
from tests.reports.conftest import text_of
from tests.reports.screen import DESK, form_of


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


def test_every_save_keeps_a_version_and_an_unchanged_one_none(county, draft):
    actions.edit(county.officer, draft, text_of(draft) | {"title": "改了的标题的通报"}, {})
    actions.edit(county.colleague, draft, text_of(fresh(draft)), {})
    assert list(draft.versions.values_list("number", "person__username")) == [
        (2, county.officer.username),
        (1, county.officer.username),
    ]


def test_what_differs_is_marked_to_the_character(county, draft):
    actions.edit(county.officer, draft, text_of(draft) | {"title": "关于部分事项的情况通报"}, {})
    now, before = draft.versions.all()
    ((label, ((*parts,),)),) = differences(
        {"title": "关于部分事项的通报"}, {"title": "关于部分事项的情况通报"}
    )
    assert label == "标题"
    assert [(part.kind, part.text) for part in parts if part.kind != "same"] == [(PUT, "情况")]
    assert differences(before.content, now.content)[0][0] == "标题"


def test_a_line_that_went_and_one_that_came_stand_whole():
    ((_label, lines),) = differences({"body": "甲甲甲\n乙"}, {"body": "乙\n丙丙丙"})
    assert [[(part.kind, part.text) for part in parts] for parts in lines] == [
        [(CUT, "甲甲甲")],
        [(PUT, "丙丙丙")],
    ]


def test_versions_stand_as_they_are(county, draft):
    for change in (lambda rows: rows.update(step="x"), lambda rows: rows.delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            change(Version.objects.all())


def test_an_earlier_version_is_taken_back_as_a_new_edit(county, draft, enter):
    before = draft.title
    actions.edit(county.officer, draft, text_of(draft) | {"title": "改坏了的通报"}, {})
    officer, url = enter(county.officer), reverse("reports:versions", args=[draft.pk])
    page = officer.get(url).content.decode()
    assert re.search(r"<ins>.*改坏了", page, re.S)
    hidden = officer.get(url).context["hidden"]
    officer.post(url, {"restore": "1", **hidden})
    assert fresh(draft).title == before
    assert draft.versions.count() == 3


def test_versions_are_the_desks(county, draft, client):
    url = reverse("reports:versions", args=[draft.pk])
    for name, person in county.cast.items():
        client.force_login(person)
        assert client.get(url).status_code == (200 if name in DESK else 404)


def test_a_comment_stands_beside_the_text_until_it_is_settled(county, draft, enter):
    colleague, url = enter(county.colleague), reverse("reports:comment", args=[draft.pk])
    colleague.post(url, {"text": "请核对分母。", "quote": "占33%"})
    comment = Comment.objects.get()
    assert (comment.author, comment.quote) == (county.colleague, "占33%")
    officer = enter(county.officer)
    assert "请核对分母。" in officer.get(reverse("reports:edit", args=[draft.pk])).content.decode()
    officer.post(url, {"settle": str(comment.pk), "answer": "已核对。"})
    comment.refresh_from_db()
    assert (comment.settled_by, comment.answer) == (county.officer, "已核对。")


@pytest.mark.parametrize(
    "typed", [{"text": ""}, {"text": "长" * 1001}, {"settle": "x"}, {"settle": "9" * 30}, {}]
)
def test_an_empty_or_forged_comment_is_refused_in_words(county, draft, enter, typed):
    response = enter(county.officer).post(reverse("reports:comment", args=[draft.pk]), typed)
    assert response.status_code in (302, 404)
    assert not Comment.objects.exists()


def test_units_never_read_a_comment(county, issued, enter):
    Comment.objects.create(bulletin=issued, author=county.officer, at=timezone.now(), text="内部的话")
    for person in (county.water_liaison, county.magistrate, county.school_head):
        assert "内部的话" not in enter(person).get(issued.get_absolute_url()).content.decode()
        assert (
            enter(person).post(reverse("reports:comment", args=[issued.pk]), {"text": "甲"}).status_code
            == 404
        )


def test_what_is_signed_is_commented_no_more(county, signed):
    with pytest.raises(Barred, match="不再批注"):
        actions.comment(county.officer, signed, "太晚了。")


def test_who_else_is_at_it_is_said(county, draft, enter):
    looked(enter(county.colleague), draft)
    assert (
        "也开着这份稿子"
        in enter(county.officer).get(reverse("reports:edit", args=[draft.pk])).content.decode()
    )
    with time_machine.travel(timezone.now() + timedelta(minutes=3)):
        assert presence.others(county.officer, draft) == []


def test_who_saved_it_is_at_it_no_more(county, draft, enter):
    colleague = enter(county.colleague)
    looked(colleague, draft)
    colleague.post(reverse("reports:edit", args=[draft.pk]), form_of(colleague, draft))
    assert presence.others(county.officer, draft) == []


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
