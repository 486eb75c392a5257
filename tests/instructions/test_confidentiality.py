"""Who reads what the leader wrote: 摘要 or 原文, round by round, sealed or not. Everything else is absent."""

from datetime import timedelta

import pytest
from django.utils import timezone

import instructions.actions as instructing
from bureau.matters.access import grants
from bureau.matters.models import Attachment, Duty, Entry, Matter
from bureau.matters.parts import assignments
from bureau.notices import sweep, watch
from bureau.notices.models import Notice
from bureau.org.models import Portfolio
from bureau.org.posts import Function
from bureau.urging import actions as urging
from instructions.facts import readable_rounds
from tests.county import CITY, in_days
from tests.deputies import fresh, secretary, stand_in
from tests.house.papers import picture
from tests.house.scene import keep
from tests.instructions.reading import SCAN, SUMMARY, WORDS, give_out, heard, places, told, walk

pytestmark = pytest.mark.django_db
OF_UNITS = ["water_liaison", "water_head", "roads_liaison"]
SECOND, OTHERS = "再语壬癸子", "办结丑寅卯"


def scans(person, record) -> list[str]:
    """Files of the register line and of those that hang again on later lines, as far as the person gets them."""
    lines = Entry.objects.filter(matter=record.matter).readable_by(person, record.matter)
    return list(Attachment.objects.filter(entry__in=lines).values_list("name", flat=True))


# --- 摘要 or 原文 ------------------------------------------------------------------------------------
@pytest.mark.slow
@pytest.mark.parametrize("name", OF_UNITS)
def test_of_a_summary_a_unit_reads_the_summary_and_nothing_else(county, enter, name):
    record = told(county)
    found = walk(enter(county.cast[name]), record)
    assert (places(found, WORDS), places(found, SCAN)) == ([], [])
    assert record.get_absolute_url() in places(found, SUMMARY)


@pytest.mark.slow
@pytest.mark.parametrize("name", OF_UNITS)
def test_of_the_original_a_unit_reads_the_words_and_the_scan(county, enter, name):
    record = told(county, shown="original")
    found = walk(enter(county.cast[name]), record)
    for where in (record.get_absolute_url(), "/instructions/", "/instructions/?export=xlsx"):
        assert where in places(found, WORDS)
    assert record.get_absolute_url() in places(found, SCAN)
    assert scans(county.cast[name], record) == [SCAN]


def test_a_unit_finds_by_the_words_only_what_it_was_given_of_them(county, enter):
    hidden, shown = told(county), told(county, shown="original")
    browser = enter(county.water_liaison)
    for address in (f"/search/?q={WORDS}", f"/instructions/?q={WORDS}"):
        rows = browser.get(address).context["table"].rows
        assert [row.record.pk for row in rows] == [shown.pk]
    rows = browser.get(f"/instructions/?q={SUMMARY}").context["table"].rows
    assert [row.record.pk for row in rows] == [hidden.pk]


def test_the_desk_and_the_leader_find_by_the_words_what_no_unit_was_told(county, enter):
    record = told(county)
    for person in (county.officer, county.colleague, county.director, county.magistrate):
        rows = enter(person).get(f"/instructions/?q={WORDS}").context["table"].rows
        assert [row.record.pk for row in rows] == [record.pk]


def test_a_scan_is_absent_for_whom_it_is_not(county, enter):
    record = told(county)
    [scan] = Attachment.objects.filter(matter=record.matter)
    answers = {
        name: enter(county.cast[name]).get(scan.get_absolute_url()).status_code
        for name in (*OF_UNITS, "stranger", "vice", "system", "audit", "officer", "magistrate")
    }
    allowed = {name for name, status in answers.items() if status == 200}
    assert allowed == {"officer", "magistrate"}


def test_a_paper_that_urges_does_not_quote_the_leader(county, enter, time_machine):
    record = told(county)
    time_machine.move_to(timezone.now() + timedelta(days=40))
    duty = Duty.objects.select_related("matter", "assignment__unit").get(matter=record.pk, step="report")
    paper = urging.issue(county.officer, duty, "slip")
    page = enter(county.water_liaison).get(paper.get_absolute_url()).content.decode()
    assert WORDS not in page + paper.text
    assert "关于防汛准备的第1次报告" in paper.text


def test_no_notice_quotes_the_leader_to_a_unit(county, enter):
    watch.arm()
    record = told(county)
    assignments.urge(county.officer, county.part(record), "请今日报进展。")
    instructing.suspend(county.director, record, "等待上级批复")
    sweep.sweep()
    units = [county.cast[name] for name in OF_UNITS]
    assert Notice.objects.filter(person__in=units, matter=record.matter).exists()
    for person in units:
        assert WORDS not in enter(person).get("/notices/").content.decode()


def test_what_the_bureau_notes_for_itself_is_not_for_units(county, enter):
    record = heard(county)
    give_out(county, record, opinion="两位领导口径不一，先按县长批示办。")
    page = enter(county.water_liaison).get(record.get_absolute_url()).content.decode()
    assert "口径不一" not in page
    assert "口径不一" in enter(county.officer).get(record.get_absolute_url()).content.decode()


def test_the_opinion_on_approving_may_speak_of_other_leaders_and_is_not_for_units(county, enter):
    record = county.instruction("proposed")
    instructing.approve(county.director, record, "已请示县长，副县长的批示缓办。")
    assert "缓办" not in enter(county.water_liaison).get(record.get_absolute_url()).content.decode()
    assert (
        "审定意见：已请示县长，副县长的批示缓办。"
        in enter(county.officer).get(record.get_absolute_url()).content.decode()
    )


def test_the_units_hear_that_it_ended_and_not_what_was_said(county, enter):
    watch.arm()
    record = county.instruction("reported")
    instructing.note(county.magistrate, record, SECOND)
    sweep.sweep()
    page = enter(county.water_liaison).get("/notices/").content.decode()
    assert "批示领导已阅批，本件办结" in page
    assert SECOND not in page


# --- rounds -----------------------------------------------------------------------------------------
def begin_again(county, record, files=(), **word):
    word = county.word(**{"words": SECOND, **word})
    plan = instructing.Plan(county.finance, (), in_days(9))
    instructing.again(county.magistrate, record, word, plan, files=files)


def answered(county, shown="summary"):
    record = told(county, shown=shown)
    assignments.sign(county.water_liaison, county.part(record))
    instructing.report(county.water_liaison, record, "办好了。")
    instructing.accept(county.colleague, record)
    instructing.present(record, "督查专报2026年第1期", timezone.now())
    return record


@pytest.mark.parametrize("stage", ["registered", "proposed"])
def test_a_round_that_is_not_given_out_shows_nothing_of_itself(county, enter, stage):
    record = answered(county)
    begin_again(county, record, date=in_days(0), meaning="handle")
    if stage == "proposed":
        instructing.propose(
            county.officer, record, lead=county.finance, summary=OTHERS, asked=OTHERS, opinion=OTHERS
        )
    page = enter(county.water_liaison).get(record.get_absolute_url()).content.decode()
    for word in (SECOND, OTHERS, "县财政局", "阅处", str(in_days(9))):
        assert word not in page, word
    found = enter(county.water_liaison).get("/instructions/?export=xlsx").content
    assert found
    assert [one.number for one in readable_rounds(record, county.water_liaison)] == [1]
    assert [one.number for one in readable_rounds(record, county.officer)] == [1, 2]


def test_given_out_it_shows_what_was_chosen_for_it(county, enter):
    record = answered(county)
    begin_again(county, record)
    give_out(county, record, "original")
    page = enter(county.water_liaison).get(record.get_absolute_url()).content.decode()
    assert SECOND in page
    assert SUMMARY in page
    assert WORDS not in page


@pytest.mark.slow
def test_the_original_of_a_round_brings_its_own_scan_and_no_earlier_one(county):
    record = answered(county)
    begin_again(county, record)  # spoken, without a scan
    give_out(county, record, "original")
    assert scans(county.water_liaison, record) == []
    again = answered(county)
    begin_again(county, again, files=[keep(picture(), "第二轮.png")])
    give_out(county, again, "original")
    assert scans(county.water_liaison, again) == ["第二轮.png"]


def test_what_a_leader_says_beside_the_circle_is_not_for_units(county, enter):
    record = answered(county)
    instructing.note(county.magistrate, record, SECOND)
    found = walk(enter(county.water_liaison), record)
    assert places(found, SECOND) == []
    assert SECOND in enter(county.officer).get(record.get_absolute_url()).content.decode()


def test_what_the_bureau_finds_itself_is_not_for_the_units_of_an_earlier_round(county, enter):
    record = answered(county)
    begin_again(county, record)
    instructing.propose(county.officer, record, self_handled=True)
    instructing.approve(county.director, record)
    instructing.self_report(county.officer, record, OTHERS)
    assert places(walk(enter(county.water_liaison), record), OTHERS) == []
    assert places(walk(enter(county.colleague), record), OTHERS)


# --- sealed -----------------------------------------------------------------------------------------
def grant(county, record, person):
    grants.grant(county.officer, record.matter, person, "承办需要", in_days(30))


def test_a_sealed_one_is_absent_for_its_unit_until_it_is_granted(county, enter):
    record = heard(county, secrecy="sealed")
    give_out(county, record)
    browser, url = enter(county.water_liaison), record.get_absolute_url()
    assert browser.get(url).status_code == 404
    assert list(browser.get("/instructions/").context["table"].rows) == []
    part = f"/assignments/{county.part(record).pk}/sign/"
    assert browser.post(part).status_code == 404
    grant(county, record, county.water_liaison)
    page = browser.get(url).content.decode()
    assert SUMMARY in page
    assert WORDS not in page
    assert browser.post(part).status_code == 302
    assert enter(county.water_head).get(url).status_code == 404


@pytest.mark.parametrize("stage", ["registered", "proposed"])
def test_who_is_granted_before_it_is_given_out_does_not_read_the_words_before_the_choice(
    county, enter, stage
):
    record = heard(county, secrecy="sealed")
    grant(county, record, county.water_liaison)
    if stage == "proposed":
        instructing.propose(county.officer, record, lead=county.water, summary=SUMMARY)
    found = walk(enter(county.water_liaison), record)
    assert record.get_absolute_url() in found
    assert (places(found, WORDS), places(found, SCAN)) == ([], [])
    if stage == "proposed":
        instructing.approve(county.director, record)
        assert WORDS not in enter(county.water_liaison).get(record.get_absolute_url()).content.decode()


def test_what_is_registered_on_a_sealed_matter_is_sealed(county, enter):
    sealed = county.directive("running", to=[county.finance], title="限阅的一件事", secrecy="sealed")
    about = instructing.OnPaper(sealed.matter.title, matter=sealed.matter)
    record = instructing.register(county.officer, county.word(), about)
    assert Matter.objects.get(pk=record.pk).secrecy == "sealed"
    assert enter(county.colleague).get(record.get_absolute_url()).status_code == 404
    instructing.edit(county.officer, record, county.word(words="请阅处。"), about, "normal", "normal")
    assert Matter.objects.get(pk=record.pk).secrecy == "sealed"


def test_only_who_may_read_a_sealed_one_reads_it(county):
    record = heard(county, secrecy="sealed")
    give_out(county, record)
    seeing = {
        name
        for name, person in county.cast.items()
        if Matter.objects.visible_to(person).filter(pk=record.pk).exists()
    }
    assert seeing == {"officer", "director", "deputy", "magistrate"}


# --- leaders and those who act for them -------------------------------------------------------------
def seers(county, record) -> set[str]:
    found = Matter.objects.filter(pk=record.pk)
    return {name for name, person in county.cast.items() if found.visible_to(fresh(person)).exists()}


def test_who_wrote_it_reads_it_from_the_first_line_on(county, enter):
    record = heard(county, leader_name="分管农业副县长", leader=county.vice)
    assert "vice" in seers(county, record)
    assert "magistrate" not in seers(county, record)  # in charge of all that is given out
    assert WORDS in enter(county.vice).get(record.get_absolute_url()).content.decode()


def test_other_leaders_read_what_was_given_to_the_units_in_their_charge(county, enter):
    mine = Portfolio.objects.create(leader=county.vice, functions=[Function.INSTRUCTIONS])
    mine.units.add(county.finance)
    water, finance = told(county), told(county, to=[county.finance])
    assert "vice" not in seers(county, water)
    assert "vice" in seers(county, finance)
    assert WORDS in enter(county.vice).get(finance.get_absolute_url()).content.decode()


def test_a_secretary_reads_for_their_leader_what_is_not_sealed(county):
    secretary(county, county.magistrate, county.stranger)
    plain, sealed = heard(county), heard(county, secrecy="sealed")
    assert "stranger" in seers(county, plain)
    assert "stranger" not in seers(county, sealed)
    assert [one.shown for one in readable_rounds(plain, fresh(county.stranger))] == [WORDS]


def test_a_secretary_from_a_unit_that_handles_it_reads_for_the_leader(county, enter):
    """Whose eyes are two reads with both: the unit's summary alone would hide from the leader's own secretary."""
    secretary(county, county.magistrate, county.water_liaison)
    record = told(county)
    assert [one.shown for one in readable_rounds(record, fresh(county.water_liaison))] == [WORDS]


def test_who_stands_in_for_a_liaison_reads_no_more_than_the_liaison(county, enter):
    stand_in(county.school_head, county.school_liaison)
    record = told(county, to=[county.school])
    page = enter(fresh(county.school_liaison)).get(record.get_absolute_url()).content.decode()
    assert SUMMARY in page
    assert WORDS not in page


@pytest.mark.parametrize("name", ["system", "security", "audit"])
def test_administrators_read_nothing(county, enter, name):
    record = told(county, shown="original")
    assert record.get_absolute_url() not in {
        url
        for url, text in walk(enter(county.cast[name]), record).items()
        if WORDS in text or SUMMARY in text
    }
    assert name not in seers(county, record)


def test_a_leader_elsewhere_opens_it_to_nobody_more(county):
    record = heard(county, **CITY)
    assert seers(county, record) == {"officer", "colleague", "director", "deputy"}
