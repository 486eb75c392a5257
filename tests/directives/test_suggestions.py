"""督查建议: raised from any matter, approved, sent, answered with reasons, taken up by a paper or not."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from bureau.jobs.barred import Barred
from bureau.matters.models import Link, Matter, Reply
from bureau.matters.parts import assignments
from bureau.matters.policy import Refused
from bureau.notices.ladder import Ladder
from bureau.org.models import Person
from bureau.pages import period
from bureau.pages.once import token
from bureau.urging import actions as urging
from bureau.urging.proposals import proposed
from bureau.vault.checking import Told
from directives.suggestions import actions, counting
from directives.suggestions.models import Suggestion
from directives.suggestions.telling import tells
from reports import actions as bulletins
from tests.county import CALLER, in_days
from tests.deputies import SPOKEN, secretary

pytestmark = pytest.mark.django_db
NEW, LEDGER, FIGURES = (reverse(f"suggestions:{name}") for name in ("new", "list", "figures"))
TITLE = "建议出台种粮大户补贴办法"


def filled(**words) -> dict:
    return {
        "title": TITLE,
        "grounds": "九户说种粮不赚钱。",
        "text": "每亩补贴150元。",
        "to": "unit",
        "unit": "县水利局",
        "secrecy": "normal",
        "once": token(),
        **words,
    }


def page(browser, suggestion) -> str:
    return browser.get(suggestion.get_absolute_url()).content.decode()


def step(suggestion, name: str) -> str:
    return reverse("suggestions:step", args=[suggestion.pk, name])


def text_of(answer) -> str:
    """The words of a PDF."""
    return "".join(leaf.extract_text() for leaf in pypdf.PdfReader(io.BytesIO(answer.content)).pages)


def open_duties(suggestion) -> set[str]:
    return set(suggestion.matter.duties.filter(done_at=None).values_list("step", flat=True))


# --- raised ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", ["directive", "instruction", "complaint"])
def test_every_matter_has_the_door_and_what_is_raised_there_is_linked_to_it(county, enter, kind):
    about = getattr(county, kind)("running").matter
    person = county.clerk if kind == "complaint" else county.officer
    browser = enter(person)
    door = f"{NEW}?about={about.pk}"
    assert door in browser.get(about.get_absolute_url()).content.decode()
    browser.post(door, filled())
    made = Suggestion.objects.get()
    assert made.state == "proposed"
    assert Link.objects.get(source=made.matter).target == about
    assert about.number in page(browser, made)


def test_it_is_raised_without_any_matter_and_found_by_its_words(county, enter):
    browser = enter(county.officer)
    browser.post(NEW, filled(to="meeting", meeting="县人民政府常务会议"))
    made = Suggestion.objects.get()
    assert (made.to, made.meeting, made.lead) == ("meeting", "县人民政府常务会议", None)
    found = browser.get(reverse("desk:search"), {"q": "种粮大户 常务会议"}).content.decode()
    assert made.get_absolute_url() in found


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "请填写建议事项。"),
        ({"text": ""}, "请填写建议内容。"),
        ({"unit": ""}, "提给单位的，请填写“单位”。"),
        ({"to": "leader"}, "提给县领导的，请填写“县领导”。"),
        ({"to": "meeting"}, "提给会议的，请填写“会议”。"),
        ({"answer_by": f"{timezone.localdate()}"}, "“答复时限”须在今天之后。"),
        ({"answer_by": "2026-02-30"}, "答复时限不是一个存在的日期"),
        ({"unit": "县人民法院"}, "县人民法院"),
        ({"text": "议" * 4001}, "建议内容最多4000字（现在4001字），请精简。"),
    ],
)
def test_what_is_wrong_is_said_by_the_name_of_its_field(county, enter, wrong, sentence):
    assert sentence in enter(county.officer).post(NEW, filled(**wrong)).content.decode()
    assert not Suggestion.objects.exists()


def test_only_who_was_chosen_is_named_whatever_else_was_typed(county, enter):
    enter(county.officer).post(NEW, filled(recipient=county.magistrate.pk, meeting="常务会"))
    made = Suggestion.objects.get()
    assert (made.to, made.recipient, made.meeting) == ("unit", None, "")


def test_what_arises_from_a_sealed_matter_is_sealed(county):
    about = county.directive("running", secrecy="sealed").matter
    made = county.suggestion("draft", about=about)
    assert made.matter.secrecy == "sealed"
    actions.edit(county.officer, made, county.advice(secrecy="normal"))
    assert Matter.objects.get(pk=made.pk).secrecy == "sealed"


def test_words_that_tell_who_complained_are_not_sent(county, enter):
    about = county.complaint("running").matter
    answer = enter(county.clerk).post(
        f"{NEW}?about={about.pk}", filled(text=f"{CALLER.name}反映的收费卡应拆除。")
    )
    assert answer.status_code == 409
    assert not Suggestion.objects.exists()
    made = actions.register(county.clerk, county.advice(text=f"请退还{CALLER.name}的费用。"), about)
    actions.propose(county.clerk, made)
    with pytest.raises(Told):
        actions.approve(county.director, made)
    made = county.suggestion("answered", about=about)
    told = enter(county.director).post(
        step(made, "return"), {"reason": f"{CALLER.name}的费用还没退。", "once": token()}
    )
    assert told.status_code == 409
    assert Suggestion.objects.get(pk=made.pk).state == "answered"


def test_until_it_is_proposed_it_is_mended_and_may_go_to_another(county, enter):
    made = county.suggestion("draft")
    enter(county.officer).post(
        reverse("suggestions:edit", args=[made.pk]),
        filled(to="leader", recipient=county.magistrate.pk, title="建议调整补贴", seen=made.matter.version),
    )
    made = Suggestion.objects.get()
    assert (made.to, made.recipient, made.lead) == ("leader", county.magistrate, None)
    assert made.matter.title == "建议调整补贴"
    actions.propose(county.officer, made)
    with pytest.raises(Refused):
        actions.edit(county.officer, Suggestion.objects.get(), county.advice())


# --- sent --------------------------------------------------------------------------------------------
def test_a_bureau_leader_who_did_not_raise_it_approves_and_the_unit_sees_it_only_then(county, enter):
    made = county.suggestion("proposed")
    water = enter(county.water_liaison)
    assert water.get(made.get_absolute_url()).status_code == 404
    with pytest.raises(Refused):
        actions.approve(county.officer, made)
    actions.approve(county.director, made)
    made = Suggestion.objects.get()
    assert made.matter.number.startswith("桃督建〔")
    assert made.matter.due_at is not None
    assert open_duties(made) == {"sign", "respond"}
    assert made.matter.number in page(water, made)


def test_who_raised_it_does_not_approve_it(county):
    made = actions.register(county.director, county.advice())
    actions.propose(county.director, made)
    with pytest.raises(Refused, match="登记人以外"):
        actions.approve(county.director, made)


def test_a_date_that_passed_meanwhile_is_not_sent(county, time_machine):
    made = county.suggestion("proposed", answer_by=in_days(2))
    time_machine.move_to(timezone.now() + timedelta(days=3))
    with pytest.raises(Barred, match="答复时限"):
        actions.approve(county.director, made)


def test_it_is_sent_back_taken_back_and_void_by_who_may(county):
    made = county.suggestion("proposed")
    actions.decline(county.director, made, "依据不足。")
    assert open_duties(made) == {"amend"}
    actions.propose(county.officer, made)
    actions.take_back(county.officer, made)
    actions.propose(county.officer, made)
    actions.void(county.officer, made, "情况变化。")
    assert Suggestion.objects.get().state == "void"
    assert not open_duties(made)


def test_the_letter_says_what_is_suggested_and_by_when(county, enter):
    made = county.suggestion("sent", answer_by=in_days(20))
    answer = enter(county.water_liaison).get(reverse("suggestions:letter", args=[made.pk]))
    text = text_of(answer)
    squeezed = "".join(text.split())
    assert "督查建议书" in squeezed
    assert "桃溪县水利局：" in squeezed
    assert "每亩补贴150元" in squeezed
    draft = county.suggestion("draft")
    assert enter(county.officer).get(reverse("suggestions:letter", args=[draft.pk])).status_code == 302


def test_several_are_approved_together(county, enter):
    made = [county.suggestion("proposed"), county.suggestion("proposed", meeting="县人民政府常务会议")]
    address, director = reverse("suggestions:batch", args=["approve"]), enter(county.director)
    shown = director.get(address, {"id": [one.pk for one in made]})
    assert "县人民政府常务会议" in shown.content.decode()
    seen = {f"seen-{one.pk}": version for one, version in shown.context["able"]}
    director.post(address, {"id": [one.pk for one in made], "once": token(), **seen})
    assert set(Suggestion.objects.values_list("state", flat=True)) == {"sent"}


def test_a_unit_that_does_not_answer_in_time_is_urged(county, time_machine):
    made = county.suggestion("sent", answer_by=in_days(20))
    time_machine.move_to(timezone.now() + timedelta(days=25))
    (duty,) = proposed(county.officer, Ladder()).filter(step="respond")
    paper = urging.issue(county.officer, duty, "slip")
    assert "尚未答复督查建议" in paper.text
    assert paper.matter == made.matter


# --- answered ----------------------------------------------------------------------------------------
def test_the_unit_signs_answers_with_a_reason_and_the_desk_names_the_paper_that_takes_it_up(county, enter):
    made = county.suggestion("proposed")
    actions.approve(county.director, made)
    water = enter(county.water_liaison)
    assert "请先签收，再答复。" in page(water, made)
    assignments.sign(county.water_liaison, county.part(made))
    wrong = water.post(step(made, "answer"), {"verdict": "partly", "text": "", "once": token()})
    assert "请填写理由和打算。" in wrong.content.decode()
    water.post(step(made, "answer"), {"verdict": "partly", "text": "先试点，再推开。", "once": token()})
    made = Suggestion.objects.get()
    assert (made.state, made.verdict, made.answer) == ("answered", "partly", "先试点，再推开。")
    assert Reply.objects.get().text == "部分采纳。先试点，再推开。"
    assert open_duties(made) == {"follow_up"}
    officer = enter(county.officer)
    paper = {"paper_title": "种粮补贴办法", "paper_number": "桃财〔2026〕9号", "paper_date": "2026-11-20"}
    officer.post(step(made, "adopt"), {**paper, "once": token()})
    made = Suggestion.objects.select_related("matter").get()
    assert (made.state, made.matter.phase) == ("adopted", "closed")
    assert made.paper == "《种粮补贴办法》（桃财〔2026〕9号）"
    assert made.paper in page(water, made)
    assert not open_duties(made)


def test_where_the_head_countersigns_the_head_answers(county):
    made = county.suggestion("sent", unit=county.school)
    with pytest.raises(Refused, match="负责人"):
        actions.answer(county.school_liaison, made, "adopted", "同意。")
    actions.answer(county.school_head, made, "adopted", "同意。")
    assert Suggestion.objects.get().verdict == "adopted"


def test_the_leader_answers_in_person_or_the_desk_writes_it_down(county, enter):
    made = county.suggestion("sent", recipient=county.magistrate)
    assert (made.matter.leader, made.matter.due_at) == (county.magistrate, None)
    assert open_duties(made) == {"take_up"}
    assert step(made, "answer") in page(enter(county.magistrate), made)
    with pytest.raises(Refused):
        actions.answer(county.vice, made, "adopted", "同意。")
    actions.answer(county.magistrate, made, "adopted", "同意，请财政局拿出办法。")
    assert Suggestion.objects.get().verdict == "adopted"
    other = county.suggestion("sent", recipient=county.magistrate)
    actions.note_answer(county.colleague, other, "declined", "县长11月20日口头答复：今年财力不够。")
    assert Suggestion.objects.get(pk=other.pk).verdict == "declined"


def test_who_enters_for_the_leader_answers_in_the_leaders_name(county, enter):
    made = county.suggestion("sent", recipient=county.magistrate)
    secretary(county, county.magistrate, county.finance_liaison)
    browser, address = enter(county.finance_liaison), f"{step(made, 'answer')}?for={county.magistrate.pk}"
    browser.post(address, {"verdict": "adopted", "text": "同意。", **SPOKEN, "once": token()})
    made = Suggestion.objects.select_related("matter").get()
    assert made.verdict == "adopted"
    assert made.matter.entries.first().actor == county.magistrate
    assert "confirm" in open_duties(made)


def test_a_meetings_answer_is_owed_by_the_officer_who_writes_it_down(county):
    made = county.suggestion("sent", meeting="县人民政府常务会议", answer_by=in_days(30))
    duty = made.matter.duties.get(step="note_down")
    assert (duty.holder_person, timezone.localdate(duty.due_at)) == (county.officer, in_days(30))
    with pytest.raises(Refused):
        actions.note_answer(county.water_liaison, made, "adopted", "同意。")
    actions.note_answer(county.officer, made, "adopted", "11月20日常务会议同意。")
    assert open_duties(made) == {"follow_up"}


def test_of_a_unit_the_desk_writes_no_answer_down(county):
    with pytest.raises(Refused, match="收文单位自己"):
        actions.note_answer(county.officer, county.suggestion("sent"), "adopted", "电话说同意。")


def test_an_answer_is_taken_back_by_who_gave_it_and_stands_in_the_form_again(county, enter):
    made = county.suggestion("answered", verdict="declined")
    with pytest.raises(Refused):
        actions.take_back_answer(county.officer, made)
    actions.take_back_answer(county.water_liaison, made)
    made = Suggestion.objects.select_related("matter").get()
    assert (made.state, made.verdict, made.matter.finished_at) == ("sent", "", None)
    assert open_duties(made) == {"respond"}
    form = enter(county.water_liaison).get(step(made, "answer")).context["form"]
    assert (form["verdict"].value(), form["text"].value()) == ("declined", "符合实际，列入明年预算。")
    actions.answer(county.water_liaison, made, "adopted", "同意。")


def test_an_answer_without_reasons_goes_back_by_the_same_date(county):
    made = county.suggestion("answered")
    due_at = made.matter.due_at
    actions.send_back(county.officer, made, "没有写明何时落实。")
    made = Suggestion.objects.select_related("matter").get()
    assert (made.state, made.verdict, made.matter.due_at) == ("sent", "", due_at)
    assert open_duties(made) == {"respond"}
    leader = county.suggestion("answered", recipient=county.magistrate)
    with pytest.raises(Refused, match="不退回"):
        actions.send_back(county.officer, leader, "再研究。")


def test_what_was_declined_ends_without_a_paper_and_what_was_adopted_may_name_one_later(county):
    declined = county.suggestion("answered", verdict="declined")
    with pytest.raises(Refused):
        actions.adopt(county.officer, declined, "办法", timezone.localdate())
    actions.close(county.officer, declined, "理由成立。")
    adopted = county.suggestion("answered")
    actions.close(county.officer, adopted, "日常工作中落实。")
    adopted = Suggestion.objects.get(pk=adopted.pk)
    actions.adopt(county.officer, adopted, "办法", timezone.localdate())
    assert set(Suggestion.objects.values_list("state", flat=True)) == {"closed", "adopted"}


def test_a_unit_does_not_dispute_that_it_was_asked_and_may_ask_for_time(county, enter):
    made = county.suggestion("sent")
    told = page(enter(county.water_liaison), made)
    assert "提出职责异议" not in told
    assert "申请延期" in told


def test_it_stands_still_and_goes_on(county):
    made = county.suggestion("sent")
    actions.suspend(county.director, made, "等待上级政策。")
    with pytest.raises(Refused):
        actions.resume(county.officer, Suggestion.objects.get(), "")
    actions.resume(county.director, Suggestion.objects.get(), "")
    assert Suggestion.objects.get().state == "sent"


@pytest.mark.parametrize(
    "wrong",
    [
        {"to": "leader"},
        {"state": "answered"},
        {"state": "adopted", "verdict": "adopted"},
        {
            "state": "adopted",
            "verdict": "declined",
            "paper_title": "办法",
            "paper_date": timezone.localdate(),
        },
    ],
)
def test_the_database_keeps_nothing_that_says_half(county, wrong):
    made = county.suggestion("sent")
    with pytest.raises(IntegrityError), transaction.atomic():
        Suggestion.objects.filter(pk=made.pk).update(**wrong)


# --- found, counted, quoted --------------------------------------------------------------------------
def test_the_ledger_is_asked_for_what_was_answered_and_goes_to_excel_and_paper(county, enter):
    adopted, waiting = county.suggestion("adopted"), county.suggestion("sent", unit=county.roads)
    browser = enter(county.officer)

    def found(**asked):
        return {row.record.pk for row in browser.get(LEDGER, asked).context["table"].rows}

    assert found() == {adopted.pk, waiting.pk}
    assert found(verdict="none") == {waiting.pk}
    assert found(verdict="adopted") == found(state="adopted") == found(unit="县水利局") == {adopted.pk}
    assert found(to="leader") == set()
    table = browser.get(LEDGER).context["table"]
    rows = {row[2]: row for row in table.ledger_rows()}
    assert rows["县水利局"][8] == "《关于支持粮食生产的若干措施》（桃政办发〔2026〕18号）"
    assert browser.get(LEDGER, {"export": "xlsx"}).headers["Content-Type"].endswith("sheet")
    paper = browser.get(reverse("matters:ledger", args=["suggestions"]))
    assert paper.headers["Content-Type"] == "application/pdf"


def test_every_figure_leads_to_the_suggestions_that_it_counts(county, enter):
    county.suggestion("adopted")
    county.suggestion("answered", verdict="declined", unit=county.roads)
    county.suggestion("sent", recipient=county.magistrate)
    county.suggestion("draft")
    browser = enter(county.officer)
    lines = browser.get(FIGURES).context["lines"]
    assert [line["label"] for line in lines] == ["县水利局", "县交通运输局", "县领导", "合计"]
    for line in lines:
        for label, count, url in line["cells"]:
            assert len(browser.get(url).context["table"].rows) == count, (line["label"], label)
    total = counting.figures(period.of(timezone.localdate().year))["total"]
    assert (total["sent"], total["answered"], total["decided"]) == (3, 2, 1)
    assert total["taken_up"] == {"part": 1, "whole": 2, "percent": "50.0"}


def test_the_figures_are_also_excel_and_paper_with_the_same_numbers(county, enter):
    county.suggestion("adopted")
    county.suggestion("answered", verdict="declined", unit=county.roads)
    county.suggestion("sent")
    browser = enter(county.director)
    answer = browser.get(FIGURES, {"export": "xlsx"})
    lines = [list(line) for line in load_workbook(io.BytesIO(answer.getvalue())).active.values]
    shown = browser.get(FIGURES).context["lines"]
    told = [[line["label"], *[count for _label, count, _url in line["cells"]]] for line in shown]
    assert [line[: len(told[0])] for line in lines[-len(told) :]] == told
    assert lines[-1][-2:] == [1, 2]
    paper = text_of(browser.get(FIGURES, {"print": "1"}))
    assert "督查建议采纳情况" in paper
    assert "1／2" in paper


def test_who_may_not_read_the_figures_gets_neither_excel_nor_paper(county, enter):
    for person in (county.water_liaison, county.stranger, county.system):
        for asked in ({"export": "xlsx"}, {"print": "1"}):
            assert enter(person).get(FIGURES, asked).status_code == 404


def test_a_bulletin_begins_from_the_figures_and_quotes_a_suggestion_with_its_answer(county, enter):
    made = county.suggestion("adopted")
    sealed = county.suggestion("sent", secrecy="sealed", title="限阅的建议")
    told = tells(county.officer, period.of(timezone.localdate().year))
    assert f"{TITLE}，县水利局已纳入{made.paper}。" in told.body
    assert sealed.matter.title not in told.body
    bulletin = bulletins.draft_survey(county.officer, [made.matter])
    quote = bulletin.quotes.get()
    assert (quote.title, quote.progress) == (TITLE, "采纳。符合实际，列入明年预算")
    browser = enter(county.officer)
    assert browser.get(reverse("reports:new_told"), {"room": "suggestions"}).status_code == 200
    assert bulletin.get_absolute_url() in page(browser, made)


def test_a_report_on_a_matter_says_what_was_suggested_because_of_it(county):
    about = county.directive("running").matter
    waiting, draft = county.suggestion("sent", about=about), county.suggestion("draft", about=about)
    adopted = county.suggestion("adopted", about=about, title="建议建立监测资金保障机制")
    county.suggestion("sent", about=about, title="限阅的建议", secrecy="sealed")
    body = bulletins.draft_survey(county.officer, [about]).body
    assert f"{TITLE}（{waiting.matter.number}），已提给县水利局，尚未答复。" in body
    assert f"（{adopted.matter.number}），县水利局已纳入{adopted.paper}。" in body
    assert body.count(draft.matter.title) == 1
    assert "限阅的建议" not in body


@pytest.mark.parametrize("name", ["roads_liaison", "finance_liaison", "stranger", "system", "vice"])
def test_for_who_is_not_asked_a_suggestion_does_not_exist(county, enter, name):
    made, browser = county.suggestion("sent"), enter(county.cast[name])
    if name != "vice":
        assert browser.get(NEW).status_code == browser.post(NEW, filled()).status_code == 404
    for address in ("page", "edit", "letter"):
        assert browser.get(reverse(f"suggestions:{address}", args=[made.pk])).status_code == 404
    for one in ("answer", "adopt", "note_answer", "return"):
        assert browser.post(step(made, one), {"once": token()}).status_code == 404
    assert TITLE not in browser.get(LEDGER).content.decode()
    with pytest.raises(Refused):
        actions.register(Person.objects.get(pk=browser.session["_auth_user_id"]), county.advice())
    assert Suggestion.objects.count() == 1
