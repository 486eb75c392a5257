"""回避: who is complained about can neither handle it nor read it, nor can those it reports to; each is like a stranger."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

import complaints.actions as complaining
from bureau.matters.access import grants
from bureau.matters.access.recusals import is_recused
from bureau.matters.merger import merge as merging
from bureau.matters.merger.matter import follow
from bureau.matters.models import Matter, Reply
from bureau.matters.parts import assignments, pleas, reassigning, recused
from bureau.org import reporting
from bureau.org.models import Person, Unit
from complaints import recusing
from complaints.models import Complaint
from tests.complaints.playing import ANONYMOUS, anew, barred, lines, only
from tests.county import in_days
from tests.matters.owing import owed
from tests.pages.posting import form_of

DESK = {"clerk", "director", "deputy"}
SHUT = "是被反映的单位，或者是它的上级单位"


def merge(old: Unit, into: Unit) -> None:
    Unit.objects.filter(pk=old.pk).update(merged_into=into, merged_on=timezone.localdate(), active=False)
    Unit.objects.filter(pk=into.pk).update(former=[old.pk])
    old.refresh_from_db()
    into.refresh_from_db()


def report_to(county, superior: Unit) -> None:
    Unit.objects.filter(pk=county.horse.pk).update(superior=superior)
    county.horse.refresh_from_db()


def comes_under(enter, county, superior: Unit) -> None:
    """隶属关系 changes: as the 系统管理员 sets it, while complaints go on."""
    keeper, page = enter(county.system), f"/admin/org/unit/{county.horse.pk}/change/"
    values = form_of(keeper.get(page)) | {"superior": superior.pk}
    assert keeper.post(page, values).status_code == 302
    county.horse.refresh_from_db()


def is_a_stranger(enter, record, person) -> bool:
    return enter(person).get(record.get_absolute_url()).status_code == 404


def give(county, unit, *co):
    record = county.complaint("accepted")
    return barred(complaining.dispatch, county.clerk, record, unit, "请核查。", "normal", co=co)


# --- it cannot handle it ------------------------------------------------------------------------------
def test_the_accused_unit_neither_leads_nor_helps(county):
    assert SHUT in give(county, county.horse)
    assert SHUT in give(county, county.water, county.horse)


def test_nor_does_any_unit_that_it_reports_to(county):
    report_to(county, county.roads)
    Unit.objects.filter(pk=county.roads.pk).update(superior=county.finance)
    county.roads.refresh_from_db()
    assert SHUT in give(county, county.roads)
    assert SHUT in give(county, county.finance)


def test_nor_does_the_unit_that_it_was_merged_into(county):
    record = county.complaint("accepted")
    merge(county.horse, county.roads)
    told = barred(complaining.dispatch, county.clerk, record, county.roads, "请核查。", "normal")
    assert SHUT in told


def test_a_complaint_about_a_merged_unit_keeps_its_successor_out(county):
    merge(county.horse, county.roads)
    assert SHUT in give(county, county.roads)


def test_it_is_not_put_in_a_leads_place_by_any_way(county):
    record = county.complaint("running")
    assert SHUT in barred(complaining.redispatch, county.director, record, county.horse, "再办。")
    assignments.dispute(county.water_liaison, county.part(record), "属马石镇职责。")
    plea = Reply.objects.get(assignment=county.part(record), kind="dispute")
    assert SHUT in barred(reassigning.reassign, county.director, plea, county.horse)


def test_a_handling_unit_that_is_merged_into_the_accused_one_handles_it_no_more(county):
    record = county.complaint("running")
    merge(county.water, county.horse)
    follow(Matter.objects.get(pk=record.pk))
    assert owed(record.matter) >= {"clerk:dispatch"}
    assert not any(duty.startswith(("县水利局", "马石镇")) for duty in owed(record.matter))
    assert not Complaint.objects.visible_to(county.horse_liaison).exists()
    complaining.redispatch(county.director, anew(record), county.roads, "另行交办。")
    assert "县交通运输局:report" in owed(record.matter)


# --- it cannot read it ----------------------------------------------------------------------------------
@pytest.fixture
def record(county):
    """All that a complaint can have, of which nothing is for the accused."""
    made = county.complaint("closed")
    complaining.reopen(county.director, made, "又设了一处卡。", in_days(9))
    made = anew(made)
    complaining.ask_explanation(county.clerk, made, "收费依据是什么？", in_days(3))
    item = complaining.Agreed("县水利局", "拆除收费卡", in_days(3))
    where = {"held_on": timezone.localdate(), "place": "红岩路段", "went": "副局长", "present": "水利局"}
    complaining.coordinate(county.clerk, made, **where, minutes="现场责令停止。", items=[item])
    return anew(made)


def doors(record) -> list[str]:
    papers = ("form", "accepted", "refused", "transfer", "answer", "call_back")
    return [
        record.get_absolute_url(),
        *(reverse("complaints:paper", args=[record.pk, name]) for name in papers),
        reverse("complaints:hearing", args=[record.hearings.get().pk]),
        reverse("complaints:coordination", args=[record.coordinations.get().pk]),
        reverse("complaints:step", args=[record.pk, "report"]),
        reverse("complaints:reception", args=[record.receptions.get().pk]),
        reverse("matters:assignment", args=[record.matter.assignments.get().pk, "reply"]),
    ]


@pytest.mark.parametrize("granted", [False, True])
def test_who_answers_for_it_is_answered_like_a_stranger_everywhere(county, enter, record, granted):
    if granted:
        until = timezone.localdate() + timedelta(days=30)
        grants.grant(county.director, record.matter, county.horse_liaison, "误授权", until)
    browser, stranger = enter(county.horse_liaison), enter(county.stranger)
    for url in doors(record):
        assert (browser.get(url).status_code, stranger.get(url).status_code) == (404, 404), url
    for url in ("/complaints/", f"/search/?q={record.matter.number}", "/desk/", "/notices/"):
        assert record.get_absolute_url() not in browser.get(url, follow=True).content.decode(), url


def test_its_superior_reads_nothing_either(county, enter):
    report_to(county, county.roads)
    record = county.complaint("running")
    assert enter(county.roads_liaison).get(record.get_absolute_url()).status_code == 404
    grants.grant(county.director, record.matter, county.roads_liaison, "误授权", in_days(30))
    assert not Complaint.objects.visible_to(county.roads_liaison).exists()


def test_after_a_merger_the_successors_people_read_nothing(county):
    record = county.complaint("running")
    merge(county.horse, county.finance)
    person = type(county.clerk).objects.get(pk=county.finance_liaison.pk)
    grants.grant(county.director, record.matter, person, "误授权", in_days(30))
    assert not Complaint.objects.visible_to(person).exists()


def test_what_it_is_asked_stands_on_a_paper_with_the_questions_alone(county, record):
    from complaints.prints.letters import hearing

    paper = hearing(record.hearings.get())
    said = f"{paper}"
    assert "收费依据是什么？" in said
    for words in (record.matter.number, record.matter.title, record.facts, record.demand, record.place):
        assert words not in said


# --- it comes into the line while the complaint goes on -------------------------------------------------
def test_a_superior_that_is_set_later_neither_handles_nor_reads(county, enter):
    record = county.complaint("accepted")
    grants.grant(county.director, record.matter, county.roads_liaison, "了解情况", in_days(30))
    assert not is_a_stranger(enter, record, county.roads_liaison)
    comes_under(enter, county, county.roads)
    assert is_a_stranger(enter, record, county.roads_liaison)
    told = barred(complaining.dispatch, county.clerk, anew(record), county.roads, "请核查。", "normal")
    assert SHUT in told
    assert lines(record, recusing.STEP) == ["县交通运输局现为被投诉单位或其上级单位，自此回避"]
    complaining.dispatch(county.clerk, anew(record), county.water, "请核查。", "normal")


def test_nor_does_one_further_up_that_comes_over_its_superior(county, enter):
    report_to(county, county.roads)
    record = county.complaint("accepted")
    Unit.objects.filter(pk=county.roads.pk).update(superior=county.finance)
    reporting.lines_changed()
    assert is_recused(record.matter, county.finance)


def test_a_superior_that_leads_it_already_is_taken_off_and_the_officer_gives_it_to_another(county, enter):
    record = county.complaint("running")
    comes_under(enter, county, county.water)
    assert is_a_stranger(enter, record, county.water_liaison)
    assert not any(duty.startswith("县水利局") for duty in owed(record.matter))
    assert owed(record.matter) >= {"clerk:dispatch"}
    page = enter(county.clerk).get(record.get_absolute_url()).content.decode()
    assert "县水利局现为被投诉单位或其上级单位，须回避，已不再承办，请用“改派”另行交办。" in page
    assert lines(record, recused.STEP) == ["县水利局须回避本事项，不再承办，请另行交办"]
    only(
        county,
        DESK,
        lambda who: complaining.redispatch(who, anew(record), county.roads, "另行交办。"),
    )
    assert "县交通运输局:report" in owed(record.matter)
    assert "clerk:dispatch" not in owed(record.matter)
    assert is_a_stranger(enter, record, county.water_liaison)


def test_what_it_asked_for_meanwhile_waits_for_nobody(county, enter):
    record = county.complaint("running")
    assignments.dispute(county.water_liaison, county.part(record), "属马石镇职责。")
    comes_under(enter, county, county.water)
    assert not pleas.waiting(record.matter).exists()
    assert owed(record.matter) == {"clerk:dispatch", "clerk:tell"}


def test_one_that_helps_is_taken_off_and_the_lead_goes_on(county, enter):
    record = county.complaint("running", to=[county.water, county.roads])
    comes_under(enter, county, county.roads)
    assert is_a_stranger(enter, record, county.roads_liaison)
    assert "县水利局:report" in owed(record.matter)
    assert "clerk:dispatch" not in owed(record.matter)
    page = enter(county.clerk).get(record.get_absolute_url()).content.decode()
    assert "县交通运输局现为被投诉单位或其上级单位，须回避，已不再协办。" in page


def test_what_it_reported_before_is_reviewed_and_sent_back_to_nobody_of_the_line(county, enter):
    record = county.complaint("reviewing")
    comes_under(enter, county, county.water)
    page = enter(county.clerk).get(record.get_absolute_url()).content.decode()
    assert "认定以前请另行核实" in page
    complaining.send_back(county.clerk, anew(record), "请重新核查。")
    assert owed(record.matter) == {"clerk:dispatch", "clerk:tell"}
    complaining.redispatch(county.clerk, anew(record), county.roads, "另行交办。")
    assert "县交通运输局:report" in owed(record.matter)


def test_or_is_found_upon_as_it_stands(county, enter):
    record = county.complaint("reviewing")
    comes_under(enter, county, county.water)
    complaining.conclude(county.director, anew(record), "true", "已经拆除。")
    assert anew(record).state == "answering"


def test_what_has_ended_it_goes_on_reading_until_it_is_handled_anew(county, enter):
    record = county.complaint("closed")
    comes_under(enter, county, county.water)
    assert not is_a_stranger(enter, record, county.water_liaison)
    complaining.reopen(county.director, anew(record), "又设了一处卡。", in_days(9))
    assert is_a_stranger(enter, record, county.water_liaison)
    assert owed(record.matter) == {"clerk:dispatch"}
    complaining.redispatch(county.clerk, anew(record), county.roads, "另行交办。")
    assert "县交通运输局:report" in owed(record.matter)


def test_what_lay_filed_meanwhile_is_given_to_nobody_of_the_line(county, enter):
    record = county.complaint("registered", **ANONYMOUS)
    complaining.file(county.clerk, record, "没有可以核查的线索。")
    comes_under(enter, county, county.roads)
    complaining.take_back_file(county.clerk, anew(record))
    complaining.accept(county.clerk, anew(record), "transfer", "normal")
    told = barred(complaining.dispatch, county.clerk, anew(record), county.roads, "请核查。", "normal")
    assert SHUT in told


def test_a_unit_that_the_superior_is_merged_into_keeps_out_too(county, enter):
    report_to(county, county.finance)
    record = county.complaint("running")
    merging.merge(county.system, county.finance, county.water, timezone.localdate())
    assert is_a_stranger(enter, record, Person.objects.get(pk=county.water_liaison.pk))
    assert owed(record.matter) == {"clerk:dispatch", "clerk:tell"}


def test_another_change_of_the_unit_turns_nothing(county, enter):
    record = county.complaint("running")
    before, page = owed(record.matter), f"/admin/org/unit/{county.horse.pk}/change/"
    keeper = enter(county.system)
    keeper.post(page, form_of(keeper.get(page)) | {"mark": "桃马"})
    assert owed(record.matter) == before
    assert lines(record, recusing.STEP) == []
