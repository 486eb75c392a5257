"""A bulletin's life, verb by verb."""

import pytest
import time_machine
from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.matters.models import Matter
from directives import actions as directives
from directives.models import Directive
from reports import actions, flow
from reports.actions import Marks
from reports.computed import body_of
from reports.figures import tally
from tests.county import in_days
from tests.reports.conftest import text_of


def marks_of(bulletin, **changes) -> dict:
    """The marks as they stand, those of the first quote changed."""
    marks = {q.pk: Marks(True, q.progress, q.lagging, q.reason) for q in bulletin.quotes.all()}
    if changes:
        first = bulletin.quotes.first()
        marks[first.pk] = Marks(**{"progress": first.progress, **changes})
    return marks


def test_a_draft_from_a_source_quotes_what_was_dispatched_in_its_order(county, draft):
    county.directive("approved", title="尚未交办的事项")
    again = actions.draft_from_source(county.officer, county.source)
    assert [quote.title for quote in again.quotes.all()] == [
        "完成小型水库隐患排查",
        "修复农村公路水毁路段",
        "拨付村级运转经费",
    ]
    assert [quote.order for quote in again.quotes.all()] == [1, 2, 3]
    assert again.title == "关于县人民政府常务会议纪要〔2026〕5号议定事项落实情况的通报"


def test_a_quote_carries_units_limit_progress_and_state(draft):
    quote = draft.quotes.first()
    day = in_days(30)
    assert (quote.lead, quote.co) == ("县水利局", "县交通运输局")
    assert quote.due == f"{day.year}年{day.month}月{day.day}日"
    assert draft.quotes.get(order=2).progress == "已全部完成，成效明显"
    assert [one.state_words for one in draft.quotes.all()] == ["正在办理", "已办结", "正在办理"]


def test_only_the_desk_drafts(county, draft):
    for person in (county.water_liaison, county.magistrate, county.system):
        with pytest.raises(Barred, match="由督查局拟稿"):
            actions.draft_from_source(person, county.source)


def test_a_sealed_matter_is_refused_by_its_number(county):
    directive = county.directive("running", secrecy="sealed")
    with pytest.raises(Barred, match="限阅事项，不得进入通报"):
        actions.draft_from_selection(county.officer, [directive])


def test_a_matter_sealed_after_drafting_stops_the_sending(county, draft):
    Matter.objects.filter(quotes=draft.quotes.first()).update(secrecy="sealed")
    with pytest.raises(Barred, match="限阅事项"):
        actions.submit(county.officer, draft)


def test_an_undispatched_matter_is_refused(county):
    with pytest.raises(Barred, match="尚未交办"):
        actions.draft_from_selection(county.officer, [county.directive("approved")])


def test_an_empty_selection_is_refused(county):
    with pytest.raises(Barred, match="至少选一项"):
        actions.draft_from_selection(county.officer, [])


def test_editing_changes_the_text_and_the_words_follow_the_marks(county, draft):
    assert "三、下一步要求" in draft.body
    actions.edit(county.officer, draft, text_of(draft), marks_of(draft, lagging=True, reason="方案未报送"))
    draft.refresh_from_db()
    assert "正在办理的2项中，第1项共1项进展滞后，涉及县水利局。" in body_of(draft)
    assert "第1项“完成小型水库隐患排查”，方案未报送。" in draft.body
    assert "四、下一步要求" in draft.body


def test_a_typed_word_stays_while_the_figures_beside_it_follow(county, draft):
    body = draft.body.replace("占{已办结占比}", "约占三分之一")
    assert actions.edit(county.officer, draft, text_of(draft) | {"body": body}, marks_of(draft)) == []
    directives.close(county.colleague, reported(county, draft))
    assert actions.refresh(county.officer, draft) == []
    draft.refresh_from_db()
    assert "已办结2项，约占三分之一；正在办理1项，占33%。" in body_of(draft)


def test_what_was_typed_over_stays_and_is_pointed_out(county, draft):
    text = text_of(draft) | {"body": draft.body.replace("督查局将持续跟踪", "我局将一直跟踪")}
    marks = marks_of(draft, lagging=True, reason="方案未报送")
    assert actions.edit(county.officer, draft, text, marks) == ["存在问题", "下一步要求"]
    draft.refresh_from_db()
    assert "我局将一直跟踪" in draft.body


def reported(county, draft):
    """The directive of the first quote, its result reported by the lead."""
    directive = Directive.objects.get(pk=draft.quotes.first().matter_id)
    directives.report(county.water_liaison, directive, "已完成排查。")
    directive.refresh_from_db()
    return directive


def test_refreshing_brings_figures_and_progress_up_to_date(county, draft):
    directives.close(county.colleague, reported(county, draft))
    actions.refresh(county.officer, draft)
    draft.refresh_from_db()
    assert "已办结2项，占67%；正在办理1项，占33%。" in body_of(draft)
    assert draft.quotes.first().progress == "已完成排查"


def test_refreshing_keeps_typed_progress(county, draft):
    actions.edit(county.officer, draft, text_of(draft), marks_of(draft, progress="排查已过半。"))
    reported(county, draft)
    actions.refresh(county.officer, draft)
    assert draft.quotes.first().progress == "排查已过半。"


def test_a_dropped_matter_leaves_no_gap_in_the_numbering(county, draft):
    actions.edit(county.officer, draft, text_of(draft), marks_of(draft, keep=False))
    draft.refresh_from_db()
    assert [quote.order for quote in draft.quotes.all()] == [1, 2]
    assert "共2项，已办结1项，占50%；正在办理1项，占50%。" in body_of(draft)


def test_the_last_quoted_matter_cannot_be_dropped(county, draft):
    nothing = {quote.pk: Marks(keep=False) for quote in draft.quotes.all()}
    with pytest.raises(Barred, match="至少要引用一项"):
        actions.edit(county.officer, draft, text_of(draft), nothing)
    assert draft.quotes.count() == 3


def test_a_unit_is_not_named_as_lagging_without_saying_why(county, draft):
    with pytest.raises(Barred, match="写明哪里滞后"):
        actions.edit(county.officer, draft, text_of(draft), marks_of(draft, lagging=True))


def test_what_is_closed_cannot_lag(county, draft):
    marks = {draft.quotes.get(order=2).pk: Marks(True, "", True, "慢")}
    with pytest.raises(Barred, match="已办结，不能标为进展滞后"):
        actions.edit(county.officer, draft, text_of(draft), marks)


def test_the_drafter_cannot_sign_and_an_officer_neither(county):
    county.directive("running")
    own = actions.draft_from_source(county.director, county.source)
    actions.submit(county.officer, own)
    with pytest.raises(Barred, match="拟稿人以外的人核稿"):
        actions.check(county.director, own)
    actions.check(county.officer, own)
    with pytest.raises(Barred, match="拟稿人以外"):
        actions.sign(county.director, own)
    with pytest.raises(Barred, match="由局领导办理"):
        actions.sign(county.colleague, own)
    actions.sign(county.deputy, own)


def test_a_bulletin_that_was_sent_back_can_be_sent_again(county, draft):
    actions.submit(county.officer, draft)
    with pytest.raises(Barred, match="当前状态不能"):
        actions.edit(county.officer, draft, text_of(draft), {})
    actions.send_back(county.director, draft, "请补充财政局进展")
    actions.submit(county.officer, draft)
    sentences = list(draft.entries.values_list("sentence", flat=True))
    assert sentences[1] == "督查局局长 退回修改：请补充财政局进展"
    assert len(sentences) == 4


def test_a_character_that_cannot_be_printed_is_named_before_signing(county, draft):
    actions.edit(county.officer, draft, text_of(draft) | {"title": "关于\U0001f600的通报"}, marks_of(draft))
    with pytest.raises(Barred, match="U\\+1F600"):
        actions.submit(county.officer, draft)
    draft.refresh_from_db()
    assert draft.state == flow.DRAFT


@pytest.mark.slow
def test_numbers_run_on_without_a_gap(county):
    numbers = []
    for _ in range(3):
        county.directive("running")
        bulletin = actions.draft_from_source(county.officer, county.source)
        actions.submit(county.officer, bulletin)
        actions.check(county.colleague, bulletin)
        with transaction.atomic():
            actions.sign(county.director, bulletin)
            transaction.set_rollback(True)
        actions.sign(county.director, bulletin)
        bulletin.refresh_from_db()
        numbers.append((bulletin.issue_no, bulletin.total_no))
    assert numbers == [(1, 1), (2, 2), (3, 3)]


def test_the_count_of_a_year_begins_anew_and_the_total_goes_on(county, draft):
    actions.submit(county.officer, draft)
    actions.check(county.colleague, draft)
    actions.sign(county.director, draft)
    second = actions.draft_from_source(county.officer, county.source)
    actions.submit(county.officer, second)
    actions.check(county.colleague, second)
    draft.refresh_from_db()
    with time_machine.travel(draft.signed_at.replace(year=draft.year + 1, month=6)):
        actions.sign(county.director, second)
    second.refresh_from_db()
    assert (second.year, second.issue_no, second.total_no) == (draft.year + 1, 1, 2)
    assert second.number == f"督查通报{draft.year + 1}年第1期（总第2期）"


def test_a_signed_bulletin_keeps_its_words_though_the_ledger_goes_on(county, signed):
    before = (signed.body, tally(signed.quotes.all()), list(signed.quotes.values()))
    directives.close(county.colleague, reported(county, signed))
    Matter.objects.filter(quotes__bulletin=signed).update(title="改过的事项")
    signed.refresh_from_db()
    assert (signed.body, tally(signed.quotes.all()), list(signed.quotes.values())) == before
    for verb in (actions.refresh, actions.submit):
        with pytest.raises(Barred):
            verb(county.officer, signed)
