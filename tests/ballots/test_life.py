"""A poll from its draft to its confirmed count, and who may do what of it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from appraisal.actions import periods
from appraisal.ballots.actions import counting, preparing, printing, voting
from appraisal.ballots.codes import new_codes
from appraisal.ballots.counting import Count
from appraisal.ballots.means import means_of
from appraisal.ballots.models import Ballot, Code, Poll
from appraisal.ballots.results import counted as count_again
from appraisal.ballots.results import counts_of, groups_of, lines, written
from appraisal.ballots.terms import Option
from bureau.jobs.barred import Barred
from bureau.matters.flow import NotNow
from bureau.matters.policy import Refused
from tests.appraisal import playing as appraising
from tests.appraisal.playing import appraiser
from tests.ballots.playing import (
    LEADERS,
    PAPERS,
    STAFF,
    begun,
    close,
    codes,
    count_paper,
    counted,
    given,
    group,
    position,
    register,
    vote,
)
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db
BALLOTS = [(1, 2, 0), (1, 2, 1), (1, 3, 1), (2, 3, 1), (2, 2, 1), (1, 1, 1)]


def told(poll: Poll):
    groups, subjects = groups_of(poll), list(poll.subjects.all())
    return lines(poll, groups, subjects, counts_of(poll, groups, subjects))


# --- prepared -------------------------------------------------------------------------------------------
def test_weights_that_do_not_add_up_are_refused(county, period):
    voters = [STAFF, replace(LEADERS, weight=Decimal(30))]
    with pytest.raises(Barred, match="权重合计90%，应为100%"):
        register(county, period, voters=voters)


def test_options_stand_from_the_best_down(county, period):
    options = [Option("一般", Decimal(60)), Option("好", Decimal(100))]
    with pytest.raises(Barred, match="从分值高的到低的"):
        register(county, period, options=options)


def test_a_poll_does_not_close_in_the_past_nor_before_it_opens(county, period):
    today = timezone.localdate()
    for closes in (today - timedelta(days=1), today + timedelta(days=1)):
        with pytest.raises(Barred, match="截止日期"):
            register(county, period, opens_on=today + timedelta(days=2), closes_on=closes)


def test_two_polls_of_a_period_have_two_titles(county, period):
    register(county, period)
    with pytest.raises(Barred, match="同名"):
        register(county, period)


def test_rows_are_units_and_posts_and_never_names(county, period):
    position(county, county.water, "欧阳甲乙", "局长")
    position(county, county.water, "司马丙丁", "副局长", part="in_charge", rank="deputy", charge="水库")
    position(county, county.water, "诸葛戊己", "副局长", part="in_charge", rank="deputy", charge="河道")
    position(county, county.water, "夏侯庚辛", "股长", part="staff", rank="section")
    poll = register(county, period, kinds=["team", "cadre"], units=[county.water])
    assert [str(one) for one in poll.subjects.all()] == [
        "县水利局领导班子",
        "县水利局局长",
        "县水利局副局长（分管水库）",
        "县水利局副局长（分管河道）",
    ]


def test_cadres_without_a_register_are_asked_for(county, period):
    with pytest.raises(Barred, match="干部名册"):
        register(county, period, kinds=["cadre"])


def test_a_poll_is_mended_until_it_is_opened_and_no_longer(county, period):
    poll = register(county, period)
    preparing.edit(appraiser(county), poll, given(county, units=[county.water], title="改过的"))
    assert [str(one) for one in poll.subjects.all()] == ["县水利局领导班子"]
    preparing.begin(appraiser(county), poll)
    with pytest.raises(Barred):
        preparing.edit(appraiser(county), poll, given(county))


def test_only_the_desk_of_appraisal_prepares_a_poll(county, period):
    for person in (county.officer, county.water_head, county.magistrate):
        with pytest.raises(Refused):
            preparing.register(person, period, given(county))


def test_no_poll_begins_once_the_scores_are_summed_up(county, period):
    periods.cancel(county.director, period, "重新安排")
    with pytest.raises(Refused, match="得分已经汇总"):
        register(county, period)


# --- codes ----------------------------------------------------------------------------------------------
def test_no_more_codes_are_printed_than_there_are_voters(county, period):
    poll = begun(county, period)
    codes(county, poll, 39)
    with pytest.raises(Barred, match="应投40人，已印39张，这次可以印1至1张"):
        codes(county, poll, 2)
    codes(county, poll, 1)
    with pytest.raises(Barred, match="已经印够"):
        codes(county, poll, 1)


def test_lost_slips_are_cancelled_and_printed_anew(county, period):
    poll = begun(county, period)
    lost = codes(county, poll, 40)
    voting.cast(lost[0], (1, 1, 1))
    printing.cancel_codes(appraiser(county), poll, group(poll), "印坏了")
    with pytest.raises(voting.Unknown):
        voting.cast(lost[1], (1, 1, 1))
    voting.cast(codes(county, poll, 39)[0], (1, 1, 1))
    with pytest.raises(Barred):
        codes(county, poll, 1)


def test_paper_has_no_codes_and_codes_are_not_counted_by_hand(county, period):
    poll = begun(county, period)
    with pytest.raises(Barred, match="不用票码"):
        printing.print_codes(appraiser(county), poll, group(poll, LEADERS.name), new_codes(1))
    close(county, poll)
    with pytest.raises(Barred, match="不用纸质票"):
        counting.count_paper(appraiser(county), poll, group(poll), PAPERS)


def test_how_many_were_handed_out_is_noted_and_not_more_than_there_are_voters(county, period):
    poll = begun(county, period)
    printing.hand_out(appraiser(county), poll, group(poll), 35)
    assert group(poll).handed_out == 35
    with pytest.raises(Barred, match="不能超过"):
        printing.hand_out(appraiser(county), poll, group(poll), 41)


# --- votes ----------------------------------------------------------------------------------------------
def test_a_code_votes_once(county, period):
    poll = begun(county, period)
    (code,) = vote(county, poll, [(1, 2, 3)])
    with pytest.raises(voting.Unknown):
        voting.cast(code, (1, 1, 1))
    assert Ballot.objects.count() == 1


@pytest.mark.parametrize("marks", [(1, 2), (1, 2, 3, 4), (1, 2, 5), (1, 2, -1)])
def test_marks_that_are_not_of_this_ballot_use_no_code(county, period, marks):
    poll = begun(county, period)
    (code,) = codes(county, poll, 1)
    with pytest.raises(Barred, match="与测评对象不符"):
        voting.cast(code, marks)
    voting.cast(code, (1, 2, 3))


def test_nobody_votes_before_the_first_day_after_the_last_or_once_it_was_closed(county, period):
    poll = begun(county, period)
    early, late, closed = codes(county, poll, 3)
    today, day = timezone.localdate(), timedelta(days=1)
    Poll.objects.filter(pk=poll.pk).update(opens_on=today + day)
    with pytest.raises(voting.Unknown):
        voting.cast(early, (1, 1, 1))
    Poll.objects.filter(pk=poll.pk).update(opens_on=today - 2 * day, closes_on=today - day)
    with pytest.raises(voting.Unknown):
        voting.cast(late, (1, 1, 1))
    Poll.objects.filter(pk=poll.pk).update(closes_on=today)
    close(county, poll)
    with pytest.raises(voting.Unknown):
        voting.cast(closed, (1, 1, 1))
    assert not Code.objects.exists()


def test_nobody_votes_in_a_period_that_was_cancelled(county, period):
    poll = begun(county, period)
    (code,) = codes(county, poll, 1)
    periods.cancel(county.director, period, "重新安排")
    with pytest.raises(voting.Unknown):
        voting.cast(code, (1, 1, 1))


def test_what_was_voted_in_a_poll_that_is_made_void_is_gone(county, period):
    poll = begun(county, period)
    vote(county, poll, BALLOTS)
    preparing.cancel(appraiser(county), poll, "对象有误")
    assert not Ballot.objects.exists()
    assert not Code.objects.exists()


# --- counted --------------------------------------------------------------------------------------------
def test_the_result_is_the_mean_of_each_group_by_its_weight(county, period):
    poll = counted(county, period, BALLOTS)
    water, roads, finance = told(poll)
    # staff: four of 100 and two of 80; leaders: eight of 100
    assert [mean for _group, _row, mean in water.groups] == [Decimal("93.33"), Decimal("100.00")]
    assert water.mean == Decimal("96.00")
    assert roads.groups[0][1] == (1, 3, 2, 0)
    assert finance.groups[0][1] == (5, 0, 0, 0)  # one abstained in this row


def test_nothing_is_told_before_the_poll_was_closed(county, period):
    poll = begun(county, period)
    vote(county, poll, BALLOTS)
    groups, subjects = groups_of(poll), list(poll.subjects.all())
    assert counts_of(poll, groups, subjects) == {}


def test_of_a_group_with_too_few_valid_ballots_nothing_is_told(county, period):
    poll = counted(county, period, BALLOTS[:4])
    for line in told(poll):
        assert line.groups[0][1:] == (None, None)
    assert told(poll)[0].mean == Decimal("100.00")  # the leaders alone


def test_of_a_row_that_too_few_marked_nothing_is_told_either(county, period):
    poll = counted(county, period, [(1, 0, 1)] * 3 + [(1, 2, 1)] * 4)
    assert [line.groups[0][1] for line in told(poll)] == [(7, 0, 0, 0), None, (7, 0, 0, 0)]


def test_ballots_that_break_the_rule_do_not_count(county, period):
    limits = {"refuse_equal": True, "high_most": 2}
    equal, full, fine = (2, 2, 2), (1, 1, 1), (1, 2, 1)
    poll = counted(county, period, [equal, full, *[fine] * 5], limits=limits)
    kept = poll.result[str(group(poll).pk)]
    assert (kept["received"], kept["invalid"]) == (7, 2)
    assert kept["rows"] == [[5, 0, 0, 0], [0, 5, 0, 0], [5, 0, 0, 0]]


def test_paper_counts_once_two_people_counted_alike(county, period):
    poll = begun(county, period)
    vote(county, poll, BALLOTS)
    close(county, poll)
    leaders = group(poll, LEADERS.name)
    counting.count_paper(appraiser(county), poll, leaders, PAPERS)
    with pytest.raises(Refused, match="县级领导的纸质票还没有两人一致的计票"):
        counting.confirm(county.director, poll)
    other = Count(8, 1, ((7, 0, 0, 0), (4, 3, 0, 0), (0, 0, 4, 3)))
    line = counting.count_paper(county.deputy, poll, leaders, other)
    assert "两人计票不一致" in line.sentence
    with pytest.raises(Refused, match="还没有两人一致"):
        counting.confirm(county.director, poll)
    line = counting.count_paper(county.deputy, poll, leaders, PAPERS)
    assert "两人计票一致" in line.sentence
    counting.confirm(county.director, poll)


def test_one_person_who_counts_twice_is_one_count(county, period):
    poll = begun(county, period)
    close(county, poll)
    for _twice in range(2):
        counting.count_paper(appraiser(county), poll, group(poll, LEADERS.name), PAPERS)
    assert group(poll, LEADERS.name).counts.count() == 1
    with pytest.raises(Refused, match="还没有两人一致"):
        counting.confirm(county.director, poll)


def test_a_third_counter_does_not_come_between_two(county, period):
    poll = begun(county, period)
    close(county, poll)
    counting.count_paper(appraiser(county), poll, group(poll, LEADERS.name), PAPERS)
    other = Count(8, 0, ((7, 1, 0, 0), (4, 4, 0, 0), (0, 0, 4, 4)))
    counting.count_paper(county.deputy, poll, group(poll, LEADERS.name), other)
    with pytest.raises(Barred, match="另外两人"):
        counting.count_paper(county.director, poll, group(poll, LEADERS.name), PAPERS)


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (Count(13, 0, ((1, 0, 0, 0),) * 3), "收回13张，多于发出的12张"),
        (Count(8, 9, ((0, 0, 0, 0),) * 3), "无效张数多于收回张数"),
        (Count(8, 2, ((7, 0, 0, 0),) * 3), "各项合计7票，多于有效票6张"),
    ],
)
def test_a_count_that_does_not_add_up_is_refused(county, period, count, told):
    poll = begun(county, period)
    close(county, poll)
    with pytest.raises(Barred, match=told):
        counting.count_paper(appraiser(county), poll, group(poll, LEADERS.name), count)


def test_paper_is_not_counted_while_others_still_vote(county, period):
    poll = begun(county, period)
    with pytest.raises(Barred):
        counting.count_paper(appraiser(county), poll, group(poll, LEADERS.name), PAPERS)


def test_who_closes_a_poll_does_not_confirm_its_count(county, period):
    poll = begun(county, period)
    close(county, poll)
    count_paper(county, poll)
    with pytest.raises(Refused, match="另一人"):
        counting.confirm(appraiser(county), poll)
    counting.confirm(county.deputy, poll)


def test_ballots_counted_again_give_the_same_numbers(county, period):
    poll = counted(county, period, BALLOTS)
    line = counting.recount(appraiser(county), poll)
    assert "与确认的结果一致" in line.sentence
    Ballot.objects.order_by("pk").first().delete()
    assert "不一致" in counting.recount(appraiser(county), poll).sentence
    assert written(count_again(poll, groups_of(poll), list(poll.subjects.all()))) != poll.result


def test_what_a_poll_waits_for_is_owed(county, period):
    poll = begun(county, period)
    assert "appraiser:close_poll" in owed(period.matter)
    close(county, poll)
    assert "appraiser:close_poll" not in owed(period.matter)
    assert "director:confirm_poll" in owed(period.matter)
    count_paper(county, poll)
    counting.confirm(county.director, poll)
    assert "director:confirm_poll" not in owed(period.matter)


def test_two_polls_owe_their_closing_until_both_are_closed(county, period):
    first, second = begun(county, period), begun(county, period, title="另一个测评")
    close(county, first)
    assert "appraiser:close_poll" in owed(period.matter)
    close(county, second)
    assert "appraiser:close_poll" not in owed(period.matter)


def test_who_was_slower_is_told_that_the_poll_was_opened_meanwhile(county, period):
    poll = register(county, period)
    read_before = Poll.objects.select_related("period__matter").get(pk=poll.pk)
    preparing.begin(appraiser(county), poll)
    with pytest.raises(NotNow):
        preparing.begin(county.director, read_before)


# --- cadres ---------------------------------------------------------------------------------------------
def test_what_voters_say_of_a_cadre_is_read_once_the_count_was_confirmed(county, period):
    head = position(county, county.water, "欧阳甲乙", "局长")
    elsewhere = position(county, county.school, "司马丙丁", "局长")
    voters = [replace(STAFF, weight=Decimal(100))]
    poll = begun(county, period, kinds=["cadre"], units=[county.water], voters=voters)
    vote(county, poll, [(1,)] * 3 + [(2,)] * 2)
    close(county, poll)
    assert means_of(period) == {}
    counting.confirm(county.director, poll)
    found = means_of(period)
    assert (found[head.pk].value, found[head.pk].poll) == (Decimal("92.00"), poll.title)
    assert elsewhere.pk not in found


def test_of_a_cadre_on_whom_too_few_voted_nothing_is_read(county, period):
    head = position(county, county.water, "欧阳甲乙", "局长")
    voters = [replace(STAFF, weight=Decimal(100))]
    poll = begun(county, period, kinds=["cadre"], units=[county.water], voters=voters)
    vote(county, poll, [(1,)] * 4)
    close(county, poll)
    counting.confirm(county.director, poll)
    assert head.pk not in means_of(period)


# --- and its period ---------------------------------------------------------------------------------------
def test_scores_are_not_reckoned_while_a_poll_is_not_counted(county, period):
    poll = begun(county, period)
    appraising.close(county, period)
    period.refresh_from_db()
    with pytest.raises(Refused, match="测评“年度民主测评”还没有确认计票"):
        appraising.reckon(county, period)
    close(county, poll)
    with pytest.raises(Refused, match="测评“年度民主测评”还没有确认计票"):
        appraising.reckon(county, period)
    count_paper(county, poll)
    counting.confirm(county.director, poll)
    appraising.reckon(county, period)


def test_a_period_that_is_cancelled_makes_its_polls_void(county, period):
    poll = begun(county, period)
    codes(county, poll, 3)
    periods.cancel(county.director, period, "机构改革，今年不考核。")
    poll.refresh_from_db()
    assert poll.state == "void"
    assert not Code.objects.exists()
    assert not period.matter.duties.filter(done_at=None).exists()
