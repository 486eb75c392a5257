"""Accepted, refused, routed, filed, asked for more; and what the complainant is told of it."""

import pytest

import complaints.actions as complaining
from bureau.matters.policy import Refused
from complaints.models import Ground
from complaints.models.kinds import ROUTED, WAYS
from tests.complaints.playing import ANONYMOUS, NOBODY, anew, barred, due, lines, only
from tests.county import CALLER
from tests.matters.owing import owed

DESK = {"clerk", "director", "deputy"}
DIRECTORS = {"director", "deputy"}


def registered(county, **how):
    return county.complaint("registered", **how)


def refusing(county, ground=Ground.CIVIL, **how):
    record = registered(county, **how)
    complaining.propose_refusal(county.clerk, record, ground, "双方是合同纠纷。")
    return anew(record)


# --- accepted ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "mode, state, owes",
    [
        ("transfer", "accepted", {"clerk:dispatch", "clerk:tell"}),
        ("assign", "accepted", {"clerk:dispatch", "clerk:tell"}),
        ("own", "running", {"clerk:report", "clerk:tell"}),
    ],
)
def test_it_is_accepted_by_a_way_of_handling_and_the_complainant_is_to_be_told(county, mode, state, owes):
    record = registered(county)
    only(county, DESK, lambda who: complaining.accept(who, record, mode, "normal"))
    record = anew(record)
    assert (record.state, record.mode, owed(record.matter)) == (state, mode, owes)
    assert "优告〔" in record.notice_number


def test_of_who_stays_anonymous_nobody_is_to_be_told(county):
    record = county.complaint("accepted", **ANONYMOUS)
    assert owed(record.matter) == {"clerk:dispatch"}


def test_that_the_complainant_was_told_is_registered_with_way_and_time(county):
    record = county.complaint("accepted")
    only(county, DESK, lambda who: complaining.tell(who, record, "call", "念了告知书。"))
    record = anew(record)
    assert (record.told_way, "tell" in str(owed(record.matter))) == ("call", False)
    assert record.told_at
    assert "没有待告知投诉人的事项" in barred(complaining.tell, county.clerk, record, "call")


# --- refused and routed --------------------------------------------------------------------------------
@pytest.mark.parametrize("ground", [one for one in Ground if one not in (Ground.VAGUE, Ground.NO_CLUE)])
def test_a_refusal_has_its_ground_its_right_way_and_a_number(county, ground):
    record = refusing(county, ground)
    complaining.refuse(county.director, record)
    record = anew(record)
    assert record.state == ("routed" if ground in ROUTED else "refused")
    assert (record.ground, record.route) == (ground, WAYS[ground])
    assert "优告〔" in record.notice_number
    assert owed(record.matter) == {"clerk:tell"}


def test_the_right_way_may_be_written_for_the_case(county):
    record = registered(county)
    complaining.propose_refusal(
        county.clerk, record, Ground.CIVIL, "合同纠纷。", "向马石镇人民调解委员会申请调解"
    )
    complaining.refuse(county.director, anew(record))
    assert anew(record).route == "向马石镇人民调解委员会申请调解"


def test_nothing_is_refused_without_a_second_person(county):
    record = refusing(county)
    assert (record.state, record.notice_number) == ("refusing", None)
    only(county, DIRECTORS, lambda who: complaining.refuse(who, record))


def test_a_director_who_proposed_it_does_not_decide_on_it(county):
    record = registered(county)
    complaining.propose_refusal(county.director, record, Ground.CIVIL, "合同纠纷。")
    only(county, {"deputy"}, lambda who: complaining.refuse(who, anew(record)))


def test_what_a_leader_declines_is_decided_in_the_time_that_is_left(county):
    record = registered(county)
    before = due(record, "screen")
    complaining.propose_refusal(county.clerk, record, Ground.CIVIL, "合同纠纷。")
    only(county, DIRECTORS, lambda who: complaining.decline_refusal(who, anew(record), "应当受理。"))
    record = anew(record)
    assert (record.state, due(record, "screen"), owed(record.matter)) == (
        "received",
        before,
        {"clerk:screen"},
    )


def test_who_proposed_to_refuse_takes_it_back_until_it_is_decided(county):
    record = refusing(county)
    only(county, {"clerk"}, lambda who: complaining.take_back_refusal(who, record))
    assert owed(anew(record).matter) == {"clerk:screen"}


def test_who_gave_a_name_is_not_refused_as_anonymous(county):
    told = barred(complaining.propose_refusal, county.clerk, registered(county), Ground.NO_CLUE, "无线索。")
    assert "实名投诉" in told


def test_what_is_vague_is_refused_only_after_it_was_asked_for_once(county):
    record = registered(county)
    vague = (Ground.VAGUE, "没有写明单位。")
    assert "先要求投诉人补正一次" in barred(complaining.propose_refusal, county.clerk, record, *vague)
    complaining.ask_more(county.clerk, record, "请说明是哪个单位。")
    complaining.give_up(county.clerk, anew(record))
    complaining.propose_refusal(county.clerk, anew(record), *vague)
    complaining.refuse(county.director, anew(record))
    assert anew(record).state == "refused"


def test_a_settled_matter_without_new_facts_is_not_handled_again_and_told_so_in_writing(county):
    county.complaint("closed")
    record = refusing(county, Ground.SETTLED)
    complaining.refuse(county.director, record)
    record = anew(record)
    assert (record.state, bool(record.notice_number)) == ("refused", True)
    assert "新的证据" in record.route


# --- asked for more ------------------------------------------------------------------------------------
def test_more_is_asked_for_once(county):
    record = registered(county)
    only(county, DESK, lambda who: complaining.ask_more(who, record, "请说明是哪个单位。"))
    assert owed(anew(record).matter) >= {"clerk:supplement", "clerk:tell"}
    complaining.supplied(county.clerk, anew(record), "是马石镇财政所。")
    record = anew(record)
    assert record.facts.endswith("（补正）是马石镇财政所。")
    assert "已要求补正过一次" in barred(complaining.ask_more, county.clerk, record, "再说明。")


def test_what_was_added_is_found_by_the_desk(county):
    record = registered(county)
    complaining.ask_more(county.clerk, record, "请说明是哪个单位。")
    complaining.supplied(county.clerk, anew(record), "是马石镇财政所。")
    assert "财政所" in anew(record).secret_words


# --- filed -----------------------------------------------------------------------------------------------
def test_what_is_anonymous_and_cannot_be_checked_is_filed_with_a_reason(county):
    record = registered(county, **ANONYMOUS)
    only(county, DESK, lambda who: complaining.file(who, record, "没有单位、时间、地点。"))
    record = anew(record)
    assert (record.state, owed(record.matter)) == ("filed", set())
    assert "没有单位、时间、地点" in lines(record, "complaints.file")[0]


def test_what_somebody_stands_for_is_not_filed(county):
    told = barred(complaining.file, county.clerk, registered(county), "没有线索")
    assert "只有匿名" in told


def test_who_filed_it_takes_it_back_and_the_time_runs_from_receipt(county):
    record = registered(county, **ANONYMOUS)
    before = due(record, "screen")
    complaining.file(county.clerk, record, "没有线索。")
    only(county, {"clerk"}, lambda who: complaining.take_back_file(who, anew(record)))
    assert (anew(record).state, due(record, "screen")) == ("received", before)


# --- who must keep out -------------------------------------------------------------------------------------
def test_the_director_decides_who_keeps_out_with_a_reason(county):
    record = county.complaint("running")
    right = {"director", "deputy"}
    only(county, right, lambda who: complaining.recuse(who, record, "none", "没有利害关系。"))


def test_another_officer_goes_on_with_all_that_is_owed(county):
    record = registered(county)
    complaining.recuse(county.director, record, "another", "亲属在该镇任职。", county.deputy)
    record = anew(record)
    assert (record.matter.officer, owed(record.matter)) == (county.deputy, {"deputy:screen"})
    told = barred(complaining.recuse, county.director, record, "another", "同上。", county.deputy)
    assert "不能是现在的经办人" in told


def test_sealed_it_is_out_of_sight_of_a_leader_in_charge_of_the_units(county):
    county.vice.portfolios.update(functions=["complaints"])
    record = county.complaint("running")
    seen = type(record).objects.visible_to(county.vice)
    assert seen.filter(pk=record.pk).exists()
    complaining.recuse(county.director, record, "sealed", "分管该镇。")
    assert not seen.filter(pk=record.pk).exists()


def test_who_belongs_to_the_accused_unit_or_is_in_charge_of_it_is_told(county, enter):
    county.vice.portfolios.get().units.set([county.horse])
    record = registered(county)
    page = enter(county.clerk).get(record.get_absolute_url()).content.decode()
    assert "分管农业副县长分管被投诉单位或其上级单位，转办以后看得到本件" in page
    other = registered(county, respondent=county.bureau)
    page = enter(county.clerk).get(other.get_absolute_url()).content.decode()
    assert f"经办人{county.clerk.signature}属于被投诉单位或其上级单位，" in page
    for one in (record, other):
        complaining.recuse(county.director, anew(one), "none", "没有利害关系。")
        assert (
            "被投诉单位或其上级单位" not in enter(county.clerk).get(one.get_absolute_url()).content.decode()
        )


def test_where_nobody_is_accused_the_desk_is_told_that_nothing_can_be_held_against_it(county, enter):
    said, browser = "没有登记被投诉单位", enter(county.clerk)
    record = county.complaint("accepted", respondent=None, respondent_words="")
    assert said in browser.get(record.get_absolute_url()).content.decode()
    for other in (county.complaint("accepted"), county.complaint("accepted", respondent_words="路边摊主")):
        assert said not in browser.get(other.get_absolute_url()).content.decode()
    complaining.dispatch(county.clerk, record, county.water, "请核查。", "normal")
    assert said not in browser.get(record.get_absolute_url()).content.decode()


# --- malicious -------------------------------------------------------------------------------------------------
def test_malice_is_a_bureau_leaders_note_and_no_ground_of_refusal(county):
    record = county.complaint("running")
    only(
        county, DIRECTORS, lambda who: complaining.mark_malicious(who, record, "三次举报同一事，均查无实据。")
    )
    record = anew(record)
    assert (record.malicious, record.state) == (True, "running")
    assert not [ground for ground in Ground if "恶意" in ground.label]
    with pytest.raises(Refused):
        complaining.mark_malicious(county.director, registered(county, who=CALLER), "刚登记。")


def test_nobody_is_nobody(county):
    assert not any(vars(NOBODY).values())
