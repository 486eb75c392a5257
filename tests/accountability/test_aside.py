"""Whoever is a subject of a case, or keeps out of it: they neither read it nor do anything in it, whatever post they hold."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accountability import actions, states
from accountability.models import Avoidance, Case
from bureau.matters.models import Contest, Matter, MatterGrant, Service
from bureau.matters.service import contesting, serving
from bureau.org.models import Cadre, Portfolio, Position
from tests.accountability import playing
from tests.accountability.playing import clue, held, play, receipt
from tests.complaints.playing import barred
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
    actions.avoid(county.director, it.record, county.deputy, "kin")
    actions.avoid(county.director, it.record, county.inquirer, "interest")
    for person in (county.deputy, county.inquirer):
        assert enter(person).get(it.record.get_absolute_url()).status_code == 404
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
