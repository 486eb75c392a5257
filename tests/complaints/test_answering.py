"""Answered, called back by somebody else, done once more, explained, withdrawn, opened again."""

import pytest

import complaints.actions as complaining
from complaints.models import Complaint
from tests.complaints.playing import ANONYMOUS, anew, barred, lines, only
from tests.county import in_days
from tests.matters.owing import owed

DESK = {"clerk", "director", "deputy"}
DIRECTORS = {"director", "deputy"}


def not_content(county, **how):
    record = county.complaint("answered", **how)
    complaining.call_back(county.deputy, record, "dissatisfied", contacted=True, words="还在收。")
    return anew(record)


# --- answered ----------------------------------------------------------------------------------------------
def test_the_desk_answers_by_a_numbered_paper(county):
    record = county.complaint("answering")
    only(county, DESK, lambda who: complaining.answer(who, record, "经查属实。", "call"))
    record = anew(record)
    assert "优复〔" in record.answer_number
    assert "tell" not in str(owed(record.matter))


@pytest.mark.parametrize("how", [ANONYMOUS, {"wants_reply": False}])
def test_where_nobody_can_or_wants_to_be_answered_it_is_closed(county, how):
    record = county.complaint("answering", **how)
    told = barred(complaining.answer, county.clerk, record, "经查属实。", "call")
    assert "无法联系或者不要求答复" in told
    only(county, DESK, lambda who: complaining.close(who, record))
    assert (anew(record).state, owed(record.matter)) == ("closed", set())


def test_who_wants_an_answer_gets_it_before_it_is_closed(county):
    assert "须先答复投诉人" in barred(complaining.close, county.clerk, county.complaint("answering"))


# --- called back ---------------------------------------------------------------------------------------------
def test_who_handled_or_answered_it_does_not_call_back(county):
    record = county.complaint("answering")
    complaining.answer(county.director, record, "经查属实。", "call")
    told = barred(complaining.call_back, county.director, anew(record), "satisfied")
    assert "经办、答复以外的人" in told
    only(county, {"deputy"}, lambda who: complaining.call_back(who, anew(record), "satisfied", True, True))


def test_a_call_back_asks_whether_it_is_solved_and_how_content_they_are(county):
    record = county.complaint("answered")
    complaining.call_back(county.deputy, record, "fairly", contacted=True, solved=False)
    record = anew(record)
    assert (record.satisfaction, record.contacted, record.solved) == ("fairly", True, False)
    assert (record.state, owed(record.matter)) == ("closed", set())


@pytest.mark.parametrize("satisfaction", ["satisfied", "fairly", "none"])
def test_who_is_content_or_says_nothing_ends_it(county, satisfaction):
    record = county.complaint("answered")
    complaining.call_back(county.deputy, record, satisfaction)
    assert anew(record).state == "closed"


def test_who_is_not_content_says_why(county):
    record = county.complaint("answered")
    told = barred(complaining.call_back, county.deputy, record, "dissatisfied")
    assert "写明为什么" in told
    complaining.call_back(county.deputy, record, "dissatisfied", words="还在收。")
    assert (anew(record).state, owed(record.matter)) == ("dissatisfied", {"director:judge"})


# --- once more, or explained -----------------------------------------------------------------------------------
def test_it_is_done_again_once(county):
    record = not_content(county)
    only(county, DIRECTORS, lambda who: complaining.redo(who, record, "还在收。", in_days(5)))
    record = anew(record)
    assert (record.state, record.finding, record.satisfaction) == ("running", "", "")
    assert "县水利局:report" in owed(record.matter)
    number = record.answer_number
    complaining.report(county.water_liaison, record, "已全部拆除。")
    complaining.conclude(county.director, anew(record), "true", "已全部拆除。")
    complaining.answer(county.clerk, anew(record), "已全部拆除。", "call")
    complaining.call_back(county.deputy, anew(record), "dissatisfied", words="钱没退。")
    assert anew(record).answer_number == number
    told = barred(complaining.redo, county.director, anew(record), "钱没退。", in_days(5))
    assert "已按不满意重办过一次" in told
    complaining.explain(county.director, anew(record), "已退还，凭证已送达。")
    assert anew(record).state == "closed"


def test_what_the_bureau_did_itself_its_officer_does_again(county):
    record = not_content(county, mode="own")
    complaining.redo(county.director, record, "还在收。", in_days(5))
    assert "clerk:report" in owed(anew(record).matter)


def test_the_new_date_lies_ahead(county):
    told = barred(complaining.redo, county.director, not_content(county), "还在收。", in_days(0))
    assert "须在今天之后" in told


def test_a_demand_that_the_law_does_not_allow_is_explained_and_set_apart(county):
    record = not_content(county)
    only(county, DIRECTORS, lambda who: complaining.explain(who, record, "要求减免税款，没有依据。", True))
    record = anew(record)
    assert (record.state, record.unlawful_demand, record.satisfaction) == ("closed", True, "dissatisfied")


# --- withdrawn, opened again -------------------------------------------------------------------------------------
@pytest.mark.parametrize("state", ["registered", "accepted", "running", "reviewing", "answering"])
def test_until_it_is_answered_the_complainant_may_withdraw(county, state):
    record = county.complaint(state)
    only(county, DESK, lambda who: complaining.withdraw(who, record, "已解决。"))
    record = anew(record)
    assert (record.state, owed(record.matter)) == ("withdrawn", set())
    assert "已解决" in lines(record, "complaints.withdraw")[0]


def test_on_new_facts_it_is_opened_again(county):
    record = county.complaint("closed")
    only(county, DIRECTORS, lambda who: complaining.reopen(who, record, "又设了一处卡。", in_days(5)))
    record = anew(record)
    assert (record.state, record.matter.closed_at) == ("running", None)
    assert owed(record.matter) == {"县水利局:report"}


def test_what_was_opened_again_goes_all_the_way_once_more(county):
    record = county.complaint("closed")
    complaining.reopen(county.director, record, "又设了一处卡。", in_days(5))
    complaining.report(county.water_liaison, anew(record), "已拆除。")
    complaining.conclude(county.director, anew(record), "true", "已拆除。")
    complaining.answer(county.clerk, anew(record), "已拆除。", "call")
    complaining.call_back(county.deputy, anew(record), "satisfied", True, True)
    assert Complaint.objects.get(pk=record.pk).state == "closed"
