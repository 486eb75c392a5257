"""Registering on one page: from the words as typed off the paper to a proposal, each field typed once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

import instructions.actions as instructing
from bureau.matters.models import Duty, Matter
from directives.models import Directive
from instructions.models import Instruction
from tests.county import in_days
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
DUE = in_days(30)
DAY = f"{DUE.year}年{DUE.month}月{DUE.day}日前"
DECISION = (
    "会议要求，完成全县小型水库隐患排查，建立问题清单。（牵头单位：县水利局；协办单位：县财政局、县交通运输局；"
    f"完成时限：{DAY}）"
)
WORD = f"请县水利局牵头，会同县财政局、县交通运输局抓紧除险加固，{DAY}报我。"
NEW = reverse("instructions:new")
MOST = 8  # inputs: fields filled in, and buttons pressed


@pytest.fixture
def register(county) -> str:
    return reverse("directives:register", args=[county.source.pk])


class Hand:
    """Somebody at a form, whose inputs are counted: each field that is filled in, each button that is pressed."""

    def __init__(self, browser, url: str):
        self.browser, self.url, self.inputs = browser, url, 0
        self.page = browser.get(url)

    def press(self, button: str, **typed):
        self.inputs += len(typed) + 1
        self.page = self.browser.post(self.url, form_of(self.page) | typed | {"do": button})
        return self.page

    @property
    def words(self) -> str:
        return self.page.content.decode()


def test_a_decision_with_three_units_is_proposed_with_eight_inputs_at_most(county, enter, register):
    hand = Hand(enter(county.officer), register)
    assert hand.press("read", passage=DECISION).status_code == 200
    assert hand.press("propose").status_code == 302
    made = Directive.objects.get()
    assert hand.inputs <= MOST
    assert (made.state, str(made.due)) == ("proposed", str(DUE))
    assert made.matter.title == "完成全县小型水库隐患排查，建立问题清单。"
    assert made.lead.unit == county.water
    assert {part.unit for part in made.matter.assignments.all()} == {
        county.water,
        county.finance,
        county.roads,
    }
    assert made.passage == DECISION
    assert [duty.step for duty in Duty.objects.open().filter(matter=made.matter)] == ["approve"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (f"由县水利局牵头，县财政局配合，{DAY}完成山塘除险加固。", "完成山塘除险加固。"),
        ("县水利局加快水库建设，年内完工。", "县水利局加快水库建设，年内完工。"),
        ("由县水利局牵头，抓紧办。", "由县水利局牵头，抓紧办。"),
    ],
)
def test_a_title_says_what_is_to_be_done_and_not_by_whom_and_when(county, enter, register, words, title):
    page = Hand(enter(county.officer), register).press("read", passage=words)
    assert page.context["form"]["title"].value() == title


def test_a_word_of_a_leader_for_three_units_is_proposed_with_eight_inputs_at_most(county, enter):
    hand = Hand(enter(county.officer), NEW)
    hand.press("read", words=WORD)
    about = {"leader_name": "县长", "title": "关于病险水库的报告", "number": "桃水报〔2026〕9号"}
    assert hand.press("propose", **about).status_code == 302
    made = Instruction.objects.get()
    assert hand.inputs < MOST
    assert (made.state, made.lead_unit, str(made.due)) == ("proposed", county.water, str(DUE))
    assert set(made.co_units.all()) == {county.finance, county.roads}
    assert (made.round.words, made.round.meaning) == (WORD, "order")
    assert [duty.step for duty in Duty.objects.open().filter(matter=made.matter)] == ["approve"]


def test_each_suggestion_says_from_which_words_it_was_read(county, enter, register):
    hand = Hand(enter(county.officer), register)
    hand.press("read", passage=DECISION)
    assert "建议，读自“牵头单位：县水利局”" in hand.words
    assert f"建议，读自“{DAY}”" in hand.words
    assert Matter.objects.count() == 0


def test_what_was_typed_is_never_read_over(county, enter, register):
    hand = Hand(enter(county.officer), register)
    hand.press("read", passage=DECISION, lead="县教育局", title="修水库", urgency="flash")
    shown = form_of(hand.page)
    assert (shown["lead"], shown["title"], shown["urgency"]) == ("县教育局", "修水库", "flash")
    assert shown["due"] == str(DUE)


def test_other_words_are_read_anew_and_what_was_mended_since_stays(county, enter, register):
    hand = Hand(enter(county.officer), register)
    hand.press("read", passage=DECISION)
    hand.press("read", passage="请县教育局牵头建校，春节前完成。", title="建一所学校")
    shown = form_of(hand.page)
    assert (shown["lead"], shown["co"], shown["due"], shown["title"]) == ("县教育局", "", "", "建一所学校")
    assert "“春节前”没有读成日期" in hand.words


def test_what_units_read_is_suggested_without_judgements_and_what_the_leader_is_told(county, enter):
    hand = Hand(enter(county.officer), NEW)
    hand.press("read", words=f"前期进度偏慢，作风漂浮。请县水利局抓紧除险加固，确保安全，{DAY}报我。")
    assert form_of(hand.page)["summary"] == "请县水利局抓紧除险加固，确保安全。"
    assert "请核对。承办单位读到的就是这些" in hand.words
    hand.press("propose", leader_name="县长", title="关于病险水库的报告")
    assert Instruction.objects.get().summary == "请县水利局抓紧除险加固，确保安全。"


@pytest.mark.parametrize("words", ["阅。", "请抓紧核实，结果报我。", "县水利局处置果断，应予肯定。"])
def test_no_summary_is_suggested_where_no_unit_is_asked_for_anything(county, enter, words):
    hand = Hand(enter(county.officer), NEW)
    assert form_of(hand.press("read", words=words))["summary"] == ""


def test_only_registering_keeps_what_was_read_for_the_proposal(county, enter):
    hand = Hand(enter(county.officer), NEW)
    hand.press("read", words=WORD)
    hand.press("register", leader_name="县长", title="关于病险水库的报告", opinion="拟同意。")
    made = Instruction.objects.get()
    assert made.state == "registered"
    page = form_of(enter(county.officer).get(reverse("instructions:step", args=[made.pk, "propose"])))
    assert (page["lead"], page["due"], page["opinion"]) == ("县水利局", str(DUE), "拟同意。")


def test_a_word_that_asks_for_nothing_is_read_as_such_and_filed(county, enter):
    hand = Hand(enter(county.officer), NEW)
    hand.press("read", words="阅。")
    assert form_of(hand.page)["meaning"] == "know"
    hand.press("propose", leader_name="县长", title="关于病险水库的报告")
    assert Instruction.objects.get().state == "filed"


def test_what_cannot_be_proposed_is_not_registered_either(county, enter):
    hand = Hand(enter(county.officer), NEW)
    hand.press("read", words=WORD)
    answer = hand.press("propose", leader_name="县长", title="关于病险水库的报告", summary="")
    assert answer.status_code == 409
    assert "请填写“批示摘要”" in hand.words
    assert form_of(answer)["words"] == WORD
    assert "建议，读自" in hand.words
    assert Matter.objects.count() == 0


def test_what_others_wrote_on_the_paper_and_what_is_much_for_a_unit_is_shown_when_it_is_read(county, enter):
    told = {"leader_name": "县长", "title": "关于病险水库的报告", "number": "桃水报〔2026〕9号"}
    hand = Hand(enter(county.officer), NEW)
    hand.press("read", words=WORD)
    hand.press("propose", **told, shown="original")
    again = Hand(enter(county.officer), NEW)
    again.press("read", words="请县教育局阅处。", **told | {"leader_name": "县委书记"})
    assert "批示不一致" in again.words
    assert "同一来文的其他批示" in again.words


def test_marked_words_and_doubles_are_refused_here_as_ever(county, enter):
    hand = Hand(enter(county.officer), NEW)
    hand.press("read", words="机密★1年 请县水利局办理。")
    assert "涉密不上网" in hand.words
    told = {"words": WORD, "leader_name": "县长", "title": "关于病险水库的报告", "shown": "original"}
    assert Hand(enter(county.officer), NEW).press("propose", **told, lead="县水利局").status_code == 302
    twice = Hand(enter(county.officer), NEW)
    assert twice.press("propose", **told, lead="县水利局").status_code == 409
    answer = twice.browser.post(NEW, form_of(twice.page) | {"again": "1"})
    assert answer.status_code == 302
    assert [one.state for one in Instruction.objects.all()] == ["proposed", "proposed"]


@pytest.mark.parametrize("was", ["x", "e30:1", "\0", "[[[["])
def test_a_forged_memory_of_suggestions_is_none(county, enter, register, was):
    hand = Hand(enter(county.officer), register)
    assert hand.press("read", passage=DECISION, was=was).status_code == 200
    assert form_of(hand.page)["lead"] == "县水利局"


def test_a_stranger_reads_nothing_here(county, enter, register):
    for person in (county.stranger, county.water_liaison, county.magistrate):
        for url in (register, NEW):
            assert (
                enter(person).post(url, {"do": "read", "passage": DECISION, "words": WORD}).status_code == 404
            )


def test_days_are_counted_from_the_day_the_leader_wrote(county, enter):
    wrote = timezone.localdate() - timedelta(days=10)
    hand = Hand(enter(county.officer), NEW)
    hand.press("read", words="请县水利局阅处，30日内报我。", date=str(wrote))
    assert form_of(hand.page)["due"] == str(wrote + timedelta(days=30))


def test_how_urgent_the_words_say_it_is_is_read_too(county, enter):
    hand = Hand(enter(county.officer), NEW)
    hand.press("read", words=f"特急。{WORD}")
    assert form_of(hand.page)["urgency"] == "flash"


def test_units_that_a_leaders_word_names_stand_in_the_proposal_that_is_made_later(county, enter):
    word, about = county.word(words=WORD), instructing.OnPaper("关于病险水库的报告")
    record = instructing.register(county.officer, word, about)
    page = enter(county.officer).get(reverse("instructions:step", args=[record.pk, "propose"]))
    shown = form_of(page)
    assert (shown["lead"], shown["co"], shown["due"]) == ("县水利局", "县财政局、县交通运输局", str(DUE))
    assert "建议，读自批示内容" in page.content.decode()


def test_words_that_are_too_long_to_be_sent_are_told_so_and_not_read(county, enter, monkeypatch):
    monkeypatch.setattr("instructions.views.registering.asked", None)  # would fail where it is called
    hand = Hand(enter(county.officer), NEW)
    assert hand.press("read", words="十" * 2001).status_code == 200
    assert "批示内容最多2000字（现在2001字），请精简。" in hand.words
