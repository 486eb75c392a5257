"""Whoever is a subject of a case, or keeps out of it: they neither read it nor do anything in it, whatever post they hold."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accountability import actions, states
from accountability.asked import INQUIRES
from accountability.models import Avoidance, Case, Interest
from bureau.matters.models import Contest, Duty, Matter, MatterGrant, Service
from bureau.matters.service import contesting, serving
from bureau.matters.taking_over import hand_over, hand_over_one
from bureau.org.models import Cadre, Person, Portfolio, Position
from bureau.org.posts import Post
from tests.accountability import playing
from tests.accountability.playing import clue, held, play, receipt
from tests.complaints.playing import barred
from tests.county import person
from tests.deputies import stand_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def make(it, who: str, person) -> None:
    """That position is this person's, by their account."""
    Cadre.objects.filter(person=person).update(person=None)
    bind(it.people[who], person)


def bind(position: Position, person) -> None:
    Cadre.objects.filter(pk=position.cadre_id).update(person=person)
    position.refresh_from_db(fields=["cadre"])


def paper(it, who: str, field: str = "notice") -> Service:
    return Service.objects.get(pk=getattr(it.subject(who), f"{field}_id"))


def everything(it) -> list[str]:
    return [
        it.record.get_absolute_url(),
        it.subject("deputy").get_absolute_url(),
        paper(it, "head").get_absolute_url(),
    ]


@pytest.mark.parametrize("who", ["inquirer", "director", "magistrate"])
def test_who_is_a_subject_of_a_case_finds_nothing_of_it_but_their_own_paper(county, enter, who):
    it, person = play(county, "notified"), getattr(county, who)
    title, number = it.record.matter.title, it.record.matter.number
    browser = enter(person)
    assert browser.get(it.record.get_absolute_url()).status_code == 200
    make(it, "deputy", person)
    for url in everything(it):
        assert browser.get(url).status_code == 404
    assert browser.get(paper(it, "deputy").get_absolute_url()).status_code == 200
    for url in (
        reverse("accountability:list"),
        reverse("desk:desk"),
        reverse("desk:search") + f"?q={number}",
    ):
        page = browser.get(url, follow=True).content.decode()
        assert title not in page
        assert f">{number}" not in page


@pytest.mark.parametrize("who", ["inquirer", "director"])
def test_who_is_a_subject_of_a_case_does_nothing_in_it(county, who):
    it, person = play(county, "notified"), getattr(county, who)
    make(it, "deputy", person)
    own = paper(it, "deputy")
    assert "须回避" in barred(serving.record_receipt, person, own, "direct", TODAY(), "办公室主任代收")
    assert "须回避" in barred(actions.apply_tolerance, person, it.subject("deputy"), "先行先试。", TODAY())
    receipt_by = county.deputy
    serving.record_receipt(receipt_by, own, "direct", TODAY(), "办公室主任代收")
    contesting.plead(person, paper(it, "deputy"), playing.PLEA)
    assert barred(contesting.decide, person, Contest.objects.get(), "revoked", "有理。")


def test_the_deputy_of_a_subject_neither_reads_nor_signs_for_their_paper(county, enter):
    it = play(county, "notified")
    stand_in(county.water_head, county.water_liaison)
    browser = enter(county.water_liaison)
    for who in ("head", "deputy"):
        assert browser.get(paper(it, who).get_absolute_url()).status_code == 404
        assert browser.get(reverse("matters:service_file", args=[paper(it, who).pk])).status_code == 404


def test_who_keeps_out_reads_no_more_whatever_post_they_hold(county, enter):
    it = play(county, "notified")
    hand_over_one(county.director, it.record, it.second, "须回避")
    actions.avoid(county.director, it.record, county.deputy, "kin")
    actions.avoid(county.director, it.record, county.inquirer, "interest")
    for one in (county.deputy, county.inquirer):
        assert enter(one).get(it.record.get_absolute_url()).status_code == 404
    assert enter(county.director).get(it.record.get_absolute_url()).status_code == 200


def test_who_keeps_out_does_not_decide_on_the_plea(county):
    it = play(county, "received")
    contesting.enter(county.inquirer, paper(it, "deputy"), "plea", TODAY(), playing.PLEA)
    actions.avoid(county.director, it.record, county.deputy, "kin")
    assert "须回避" in barred(contesting.decide, county.deputy, Contest.objects.get(), "upheld", "维持。")
    contesting.decide(county.magistrate, Contest.objects.get(), "upheld", "维持。")


def test_a_clue_about_the_officer_of_the_desk_goes_to_another(county):
    people = playing.register_people(county)
    another = playing.at_the_desk("inquirer-b", "问责专员乙", county)
    bind(people["deputy"], county.inquirer)
    for by in (county.officer, county.inquirer):
        case = actions.register(by, clue(county, positions=(people["deputy"],)))
        assert case.matter.officer == another
        assert not Matter.objects.visible_to(county.inquirer).filter(pk=case.pk).exists()


def test_its_own_officer_becomes_no_subject_before_the_case_is_handed_over(county):
    people = playing.register_people(county)
    case = actions.register(county.inquirer, clue(county))
    bind(people["deputy"], county.inquirer)
    assert "交接给别人" in barred(actions.involve, county.director, case, position=people["deputy"])


def test_an_investigator_who_becomes_a_subject_steps_aside_and_one_with_ties_is_named(county):
    people = playing.register_people(county)
    it = play(county, "investigating", people={"head": people["head"]})
    it.people = people
    make(it, "deputy", it.second)
    actions.involve(county.inquirer, it.record, position=people["deputy"])
    assert it.second not in it.record.investigators.all()
    assert not MatterGrant.objects.filter(user=it.second).exists()
    type(it.third).objects.filter(pk=it.third.pk).update(unit=county.roads)
    told = barred(actions.involve, county.inquirer, it.record, unit=county.roads)
    assert "须先登记回避" in told
    assert it.third.name in told or it.third.unit.short in told or "问责专员" in told


def test_a_leader_in_charge_who_is_concerned_themselves_is_not_told_of_it(county, enter):
    charge = Portfolio.objects.create(leader=county.vice, functions=["accountability"])
    charge.units.add(county.water)
    it = play(county, "filing")
    make(it, "deputy", county.vice)
    playing.investigating(it)
    assert not MatterGrant.objects.filter(user=county.vice).exists()
    assert enter(county.vice).get(it.record.get_absolute_url()).status_code == 404


def test_a_checker_who_keeps_out_is_replaced_and_nobody_reports_alone(county):
    it = play(county, "checking")
    actions.avoid(county.director, it.record, it.third, "kin")
    assert "不足2人" in barred(actions.report_check, it.second, it.record, **playing.CHECKED)
    fourth = playing.at_the_desk("inquirer-d", "问责专员丁", county)
    assert "应当回避" in barred(actions.replace, county.inquirer, it.record, [it.second, it.third])
    actions.replace(county.inquirer, it.record, [it.second, fourth])
    actions.report_check(it.second, it.record, **playing.CHECKED)
    assert it.record.state == states.CHECKED


@pytest.mark.parametrize("end", ["clear", "refer"])
def test_a_director_who_investigated_does_not_end_the_case_by_themself(county, end):
    it = play(county, "investigating")
    actions.appoint(county.deputy, it.record, [county.director, it.third])
    it.second = county.director
    playing.reported(it)
    more = {"outcome": "情节轻微。"} | ({"organ": "discipline"} if end == "refer" else {})
    assert "调查人员以外" in barred(getattr(actions, end), county.director, it.record, **more)
    getattr(actions, end)(county.deputy, it.record, **more)


def test_who_entered_a_written_check_does_not_pass_it(county):
    it = play(county, "investigating")
    playing.reported(it)
    actions.return_report(county.director, it.record, "改方式。")
    actions.find(it.second, it.subject("unit"), "没有复查。", "main", playing.keys("written_check"))
    actions.report(it.second, it.record, **playing.REPORTED)
    for step in ("notifying", "notified", "received", "waived", "deliberated"):
        playing.STEPS[step](it)
    actions.resolve(county.inquirer, it.subject("unit"), playing.keys("written_check"))
    actions.decide(county.director, it.subject("unit"), "local")
    actions.hand_in(county.director, it.sanction("unit", "written_check"), TODAY(), "检查一份。")
    told = barred(actions.accept, county.director, it.sanction("unit", "written_check"))
    assert "登记人以外" in told
    actions.accept(county.deputy, it.sanction("unit", "written_check"))


def test_nobody_is_kept_away_from_what_does_not_concern_them(county):
    it = play(county, "notified")
    other = actions.register(county.inquirer, clue(county, title="另一件"))
    make(it, "deputy", county.director)
    assert Case.objects.visible_to(county.director).filter(pk=other.pk).exists()
    assert not Case.objects.visible_to(county.director).filter(pk=it.case.pk).exists()
    assert Avoidance.objects.count() == 0
    assert held(it).expected == 3
    receipt(it, "unit")


# --- who is missing, and who takes their place ---------------------------------------------------------------
def owed_by(it, step: str) -> set[str]:
    owed = Duty.objects.open().filter(matter=it.case.pk, step=step)
    return {duty.holder_person.username if duty.holder_person else duty.holder_post for duty in owed}


def lacks(it, enter, person) -> str:
    return enter(person).get(it.record.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "until, team, step",
    [("checking", "checkers", "check_clue"), ("investigating", "investigators", "investigate")],
)
def test_who_takes_over_from_one_who_checks_or_investigates_does_so_in_their_place(
    county, enter, until, team, step
):
    it, fourth = play(county, until), playing.at_the_desk("inquirer-d", "问责专员丁", county)
    assert hand_over(county.director, it.second, {"accountability": fourth}, "退休") == 1
    assert set(getattr(it.record, team).all()) == {it.third, fourth}
    assert owed_by(it, step) == {"inquirer-c", "inquirer-d"}
    assert enter(fourth).get(it.record.get_absolute_url()).status_code == 200
    assert enter(it.second).get(it.record.get_absolute_url()).status_code == 404
    if until == "checking":
        actions.report_check(fourth, it.record, **playing.CHECKED)


def test_what_was_reported_keeps_the_names_of_who_checked_it(county):
    it, fourth = play(county, "checked"), playing.at_the_desk("inquirer-d", "问责专员丁", county)
    hand_over(county.director, county.inquirer, {"accountability": fourth}, "退休")
    assert it.record.matter.officer == fourth
    assert set(it.record.checkers.all()) == {it.second, it.third}


def test_nobody_takes_over_a_case_from_which_they_have_to_keep_out(county):
    it, fourth = play(county, "checking"), playing.at_the_desk("inquirer-d", "问责专员丁", county)
    type(fourth).objects.filter(pk=fourth.pk).update(unit=county.water)
    fourth.refresh_from_db()
    told = barred(hand_over, county.director, it.second, {"accountability": fourth}, "退休")
    assert "不在这项业务的岗位上" in told or "不能接任" in told
    make(it, "deputy", fourth)
    type(fourth).objects.filter(pk=fourth.pk).update(unit=county.bureau)
    fourth.refresh_from_db()
    assert "须回避" in barred(hand_over_one, county.director, it.record, fourth, "退休")
    assert it.record.matter.officer == county.inquirer


def test_when_all_who_check_keep_out_the_director_names_others_and_may_check_too(county, enter):
    it = play(county, "checking")
    for one in (it.second, it.third):
        actions.avoid(county.director, it.record, one, "kin")
    assert owed_by(it, "check_clue") == {"director"}
    assert "初核人员不足2人" in lacks(it, enter, county.inquirer)
    duty = Duty.objects.open().get(matter=it.case.pk, step="check_clue")
    told = enter(county.director).get(reverse("desk:do", args=[duty.pk]))
    assert told.url == reverse("accountability:step", args=[it.case.pk, "replace"])
    actions.replace(county.director, it.record, [county.deputy, county.officer])
    assert owed_by(it, "check_clue") == {"deputy", "officer"}
    actions.report_check(county.deputy, it.record, **playing.CHECKED)
    assert "初核人员以外" in barred(actions.clear, county.deputy, it.record, "轻微。")
    actions.clear(county.director, it.record, "轻微。")


def test_where_nobody_is_left_to_check_it_is_said_and_the_clue_may_be_referred(county):
    it = play(county, "clue")
    people = Person.objects.filter(postings__post__in=INQUIRES).distinct()
    for one in people:
        Interest.objects.create(person=one, unit=county.water, ground="kin")
    told = barred(actions.check, county.inquirer, it.record, [it.second, it.third], "查。")
    assert "已没有2名不须回避的人可派" in told
    actions.refer(county.director, it.record, "discipline", "督查局人员都须回避。")
    assert it.subject("deputy").state == states.HANDED


def test_the_chiefs_own_recusal_is_decided_a_level_up_and_the_page_says_who_is_missing(county, enter):
    it = play(county, "reported")
    actions.avoid(county.director, it.record, county.deputy, "kin")
    assert "局领导决定" in barred(actions.avoid, county.magistrate, it.record, it.third, "kin")
    actions.avoid(county.magistrate, it.record, county.director, "interest")
    assert "局领导都须回避" in lacks(it, enter, county.inquirer)
    another = person("director-c", "副局长丙", county.bureau, Post.DIRECTOR)
    assert "局领导都须回避" not in lacks(it, enter, county.inquirer)
    actions.accept_report(another, it.record)


def test_the_officer_hands_the_case_over_before_they_keep_out(county, enter):
    it = play(county, "checked")
    told = barred(actions.avoid, county.director, it.record, county.inquirer, "kin")
    assert "请先把本案交接给别人" in told
    make(it, "deputy", county.inquirer)  # by the register, later
    assert "点“交接”" in lacks(it, enter, county.director)
    hand_over_one(county.director, it.record, it.third, "经办人是问责对象")
    assert "点“交接”" not in lacks(it, enter, county.director)
    assert owed_by(it, "propose_filing") == {"inquirer-c"}
