"""谈话函询: who was reported is asked to explain, in a talk or by letter, and the clue is disposed of by what they said."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.urls import reverse
from django.utils import timezone

from accountability import actions, states
from accountability.counting import Counting
from accountability.figures import Figure
from accountability.models import Case, Explanation
from bureau.cadres import keeping
from bureau.matters.models import Duty, Service
from bureau.matters.service import serving
from bureau.pages.period import of
from tests.accountability import playing
from tests.accountability.playing import DEPUTY_NAME, SAID, TOPICS, play
from tests.complaints.playing import barred

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def text_of(answer) -> str:
    content = b"".join(answer) if answer.streaming else answer.content
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "")


def owed(it) -> set[str]:
    return set(Duty.objects.open().filter(matter=it.case.pk).values_list("step", flat=True))


def test_a_letter_is_served_on_who_is_asked_and_says_what_until_when_and_through_whom(county, enter):
    it = play(county, "clue")
    playing.explaining(it, "head")
    letter = it.subject("head").explanations.get().letter
    assert letter.number.startswith("桃问询〔")
    for words in (TOPICS, "15个工作日", "由所在单位主要负责人签署意见"):
        assert words in letter.text
    assert letter.get_absolute_url() in enter(county.water_head).get("/").content.decode()
    pdf = enter(county.water_head).get(reverse("matters:service_file", args=[letter.pk]))
    assert playing.HEAD_NAME in text_of(pdf)


def test_the_clue_waits_for_the_last_of_those_who_were_asked(county):
    it = play(county, "clue")
    playing.explaining(it, "deputy", "letter")
    playing.explaining(it, "head", "talk")
    assert (it.record.state, it.record.matter.stage) == (states.EXPLAINING, "谈话函询")
    assert "await_explanation" in owed(it)
    assert "dispose_clue" not in owed(it)
    assert it.record.matter.due_at is not None
    actions.explain(county.inquirer, it.subject("head"), TODAY(), SAID)
    assert it.record.state == states.EXPLAINING
    actions.explain(county.inquirer, it.subject("deputy"), TODAY(), SAID)
    assert it.record.state == states.EXPLAINED
    assert owed(it) == {"dispose_clue", "deliver_paper"}


def test_a_talk_serves_nothing_and_its_record_is_blank_before_it_was_held(county, enter):
    it = play(county, "clue")
    playing.explaining(it, "deputy", "talk")
    assert not Service.objects.filter(matter=it.case.pk).exists()
    one, browser = it.subject("deputy").explanations.get(), enter(county.inquirer)
    blank = text_of(browser.get(one.get_absolute_url()))
    assert "谈话对象" in blank
    assert SAID not in blank
    actions.explain(county.inquirer, it.subject("deputy"), TODAY(), SAID)
    assert SAID in text_of(browser.get(one.get_absolute_url()))


def test_what_they_said_is_believed_and_they_are_told_so(county):
    it = play(county, "clue")
    playing.explained(it, "deputy", "letter")
    actions.dismiss(county.director, it.record, "说明属实，予以采信。")
    assert it.record.state == states.DISMISSED
    told = Service.objects.get(matter=it.case.pk, paper="accountability.feedback")
    assert told.position == it.people["deputy"]
    assert "予以采信" in told.text


def test_who_was_not_asked_is_told_nothing_where_a_clue_is_dismissed(county):
    it = play(county, "clue")
    actions.dismiss(county.director, it.record, "没有可查性。")
    assert not Service.objects.filter(matter=it.case.pk).exists()


def test_who_did_not_make_it_clear_is_asked_once_more_or_checked(county, enter):
    it = play(county, "clue")
    playing.explained(it, "deputy", "letter")
    actions.ask(county.director, it.subject("deputy"), "talk", TOPICS)
    assert it.record.state == states.EXPLAINING
    actions.explain(county.inquirer, it.subject("deputy"), TODAY(), SAID)
    playing.checking(it)
    assert it.record.state == states.CHECKING
    page = enter(county.inquirer).get(it.record.get_absolute_url()).content.decode()
    assert SAID in page
    assert it.subject("deputy").explanations.first().letter.get_absolute_url() in page


def test_nobody_is_asked_twice_at_once(county):
    it = play(county, "clue")
    playing.explaining(it)
    assert "等待说明" in barred(actions.ask, county.director, it.subject("deputy"), "talk", TOPICS)


def test_who_is_left_out_or_dies_is_waited_for_no_more(county):
    it = play(county, "clue")
    playing.explaining(it, "deputy")
    actions.leave_out(county.inquirer, it.subject("deputy"), "与本人无关。")
    assert it.record.state == states.EXPLAINED
    playing.explaining(it, "head")
    keeping.leave(county.inquirer, it.people["head"].cadre, "dead", TODAY())
    actions.end(county.director, it.subject("head"), "本人去世。")
    assert it.record.state == states.EXPLAINED


@pytest.mark.parametrize("days", [-1, 1])
def test_nobody_explains_before_they_were_asked_or_tomorrow(county, days):
    it = play(county, "clue")
    playing.explaining(it)
    on = TODAY() + timedelta(days=days)
    assert "说明日期" in barred(actions.explain, county.inquirer, it.subject("deputy"), on, SAID)


def test_neither_what_is_asked_nor_what_is_said_names_a_cadre(county):
    it = play(county, "clue")
    named = f"{DEPUTY_NAME}没有复查。"
    assert "请说明的问题" in barred(actions.ask, county.director, it.subject("deputy"), "letter", named)
    playing.explaining(it)
    assert "说明的情况" in barred(actions.explain, county.inquirer, it.subject("deputy"), TODAY(), named)


def test_it_is_done_in_one_click_from_what_is_owed(county, enter):
    it = play(county, "clue")
    playing.explaining(it)
    serving.record_receipt(county.inquirer, Service.objects.get(), "direct", TODAY(), "办公室主任代收")
    duty = Duty.objects.open().get(matter=it.case.pk)
    told = enter(county.inquirer).get(reverse("desk:do", args=[duty.pk]))
    assert told.url == reverse("accountability:subject_step", args=[it.subject("deputy").pk, "explain"])


def test_it_is_counted_and_lies_in_the_file(county, enter):
    it = play(county, "clue")
    playing.explained(it, "deputy", "letter")
    assert Counting(Case.objects.all(), of(TODAY().year, "year")).total[Figure.EXPLAINED] == 1
    pdf = enter(county.inquirer).get(reverse("accountability:dossier", args=[it.case.pk]))
    assert "谈话函询记录" in text_of(pdf)
    assert SAID in text_of(pdf)


@pytest.mark.parametrize("who", ["officer", "magistrate", "water_head", "water_liaison", "system"])
def test_who_does_not_read_the_case_does_not_read_what_was_said(county, enter, who):
    it = play(county, "clue")
    playing.explained(it, "head", "talk")
    one = Explanation.objects.get()
    assert enter(getattr(county, who)).get(one.get_absolute_url()).status_code == 404
