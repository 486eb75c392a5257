"""批注: said beside the text, settled by the desk, read by nobody else, printed never."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.notices.models import Notice
from reports import actions
from reports.models import Comment
from tests.reports.conftest import text_of
from tests.reports.screen import DESK
from tests.reports.specials import answer, fresh


def at(bulletin) -> str:
    return reverse("reports:comment", args=[bulletin.pk])


def test_a_comment_stands_beside_the_text_until_it_is_settled(county, draft, enter):
    colleague = enter(county.colleague)
    colleague.post(at(draft), {"text": "请核对分母。", "quote": "占33%"})
    comment = Comment.objects.get()
    assert (comment.author, comment.quote) == (county.colleague, "占33%")
    officer, editor = enter(county.officer), reverse("reports:edit", args=[draft.pk])
    page = officer.get(editor).content.decode()
    assert "还有 1 条没有处理" in page
    assert page.count("请核对分母。") == 2  # beside the text, and below it to be settled
    officer.post(at(draft), {"settle": str(comment.pk), "answer": "已核对。"})
    comment.refresh_from_db()
    assert (comment.settled_by, comment.answer) == (county.officer, "已核对。")
    page = officer.get(editor).content.decode()
    assert "没有处理" not in page
    assert "已核对。" in page


def test_who_sends_it_on_is_told_how_many_are_unsettled(county, draft, enter):
    actions.comment(county.colleague, draft, "请核对分母。")
    actions.comment(county.director, draft, "标题再改改。")
    assert "还有 2 条没有处理" in enter(county.officer).get(draft.get_absolute_url()).content.decode()
    actions.submit(county.officer, draft)
    assert "还有 2 条没有处理" in enter(county.colleague).get(draft.get_absolute_url()).content.decode()
    actions.check(county.colleague, fresh(draft))
    assert fresh(draft).state == "checked"


def test_the_drafter_hears_of_it_without_its_words(county, draft):
    actions.comment(county.colleague, draft, "请核对分母。")
    actions.comment(county.officer, draft, "自己记一笔。")
    notice = Notice.objects.get(person=county.officer, news="paper")
    assert "作了批注" in notice.words
    assert "分母" not in notice.words


def test_the_chosen_leader_comments_while_it_waits_for_the_signature(county, enter):
    bulletin = answer(county)
    actions.edit(county.officer, bulletin, text_of(bulletin) | {"signer": county.vice}, {})
    assert enter(county.vice).post(at(bulletin), {"text": "补充资金。"}).status_code == 404
    actions.submit(county.officer, bulletin)
    actions.check(county.colleague, bulletin)
    assert enter(county.vice).post(at(bulletin), {"text": "补充资金。"}).status_code == 302
    assert Comment.objects.get().author == county.vice
    assert "补充资金。" in enter(county.vice).get(bulletin.get_absolute_url()).content.decode()
    with pytest.raises(Barred, match="督查局"):
        actions.settle(county.vice, Comment.objects.get())


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"text": ""}, "请填写批注"),
        ({}, "请填写批注"),
        ({"text": "长" * 1001}, "批注最多1000字"),
        ({"text": "甲", "quote": "长" * 201}, "所批文字最多200字"),
    ],
)
def test_what_cannot_be_taken_is_shown_again_with_what_was_typed(county, draft, enter, typed, sentence):
    page = enter(county.officer).post(at(draft), typed).content.decode()
    assert sentence in page
    assert all(words in page for words in typed.values())
    assert not Comment.objects.exists()


@pytest.mark.parametrize("key", ["x", "0", "9" * 30, ""])
def test_a_comment_that_is_not_there_is_not_found(county, draft, enter, key):
    assert enter(county.officer).post(at(draft), {"settle": key}).status_code == 404


def test_words_are_not_lost_where_it_was_signed_meanwhile(county, signed, enter):
    response = enter(county.colleague).post(at(signed), {"text": "第3项漏了单位。"})
    assert response.status_code == 409
    assert "已经签发的不再批注" in response.content.decode()
    assert "第3项漏了单位。" in response.content.decode()


def test_an_answer_is_not_lost_where_somebody_settled_it_first(county, draft, enter):
    comment = actions.comment(county.colleague, draft, "请核对分母。")
    actions.settle(county.director, comment, "不用改。")
    response = enter(county.officer).post(at(draft), {"settle": str(comment.pk), "answer": "改了。"})
    assert response.status_code == 409
    assert "已经处理" in response.content.decode()
    assert "改了。" in response.content.decode()
    comment.refresh_from_db()
    assert comment.answer == "不用改。"


def test_a_form_sent_twice_counts_once(county, draft, enter):
    officer = enter(county.officer)
    once = officer.get(draft.get_absolute_url()).context["comment_once"]
    for _again in range(2):
        assert officer.post(at(draft), {"text": "请核对。", "once": once}).status_code == 302
    assert Comment.objects.count() == 1
    once = officer.get(draft.get_absolute_url()).context["comment_once"]
    for _again in range(2):
        posted = {"settle": str(Comment.objects.get().pk), "once": once}
        assert officer.post(at(draft), posted).status_code == 302


def test_it_leads_back_to_where_it_was_said_and_nowhere_else(county, draft, enter):
    officer, editor = enter(county.officer), reverse("reports:edit", args=[draft.pk])
    assert officer.post(at(draft), {"text": "甲。", "back": editor}).url == editor
    away = officer.post(at(draft), {"text": "乙。", "back": "https://example.com/"})
    assert away.url == draft.get_absolute_url()


def test_who_does_not_work_on_it_neither_reads_nor_writes_one(county, draft, enter):
    comment = actions.comment(county.colleague, draft, "内部的话")
    for name, person in county.cast.items():
        if name not in DESK:
            assert enter(person).post(at(draft), {"text": "甲"}).status_code == 404
            assert enter(person).post(at(draft), {"settle": str(comment.pk)}).status_code == 404
    assert Comment.objects.count() == 1


def test_units_and_readers_never_read_a_comment_of_what_was_issued(county, issued, enter):
    Comment.objects.create(bulletin=issued, author=county.officer, at=timezone.now(), text="内部的话")
    for person in (county.water_liaison, county.magistrate, county.school_head):
        assert "内部的话" not in enter(person).get(issued.get_absolute_url()).content.decode()
        assert enter(person).post(at(issued), {"text": "甲"}).status_code == 404


def test_a_comment_of_another_bulletin_is_not_settled_here(county, draft, enter):
    other = answer(county)
    comment = actions.comment(county.colleague, other, "请核对。")
    assert enter(county.officer).post(at(draft), {"settle": str(comment.pk)}).status_code == 404


def test_many_comments_cost_no_more_questions(county, draft, enter):
    officer = enter(county.officer)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            officer.get(reverse("reports:edit", args=[draft.pk]))
        return len(queries)

    actions.comment(county.colleague, draft, "甲。")
    asked()  # the first click notes the time
    few = asked()
    for person in (county.director, county.deputy, county.colleague):
        actions.settle(county.officer, actions.comment(person, draft, "乙。"))
    assert asked() == few
