"""What a leader writes is a registered instruction, whoever's hand typed it and whatever they wrote on."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.urls import reverse
from django.utils import timezone

import instructions.actions as instructing
from bureau.matters.models import Behalf, Link, Matter
from bureau.matters.parts import assignments
from bureau.org.models import Session
from bureau.pages.models import Draft
from instructions import flow
from instructions.models import Instruction, Round
from tests.deputies import SPOKEN, fresh, secretary, stand_in
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
FREELY = reverse("leading:instruct")


def on(matter) -> str:
    return f"{FREELY}?matter={matter.pk}"


def card(record) -> str:
    return reverse("leading:card", args=[record.pk])


@pytest.fixture
def leader(county, enter):
    return enter(county.magistrate)


def write(browser, url=FREELY, **typed):
    """The form as a browser sends it, filled in."""
    return browser.post(url, {**form_of(browser.get(url)), **typed})


def test_one_line_and_two_units_are_an_instruction(county, leader):
    answer = write(
        leader,
        words="请尽快修复。",
        lead="县水利局",
        co=f"{county.roads.initials}、县财政局",
        days="7",
        urgency="urgent",
    )
    record = Instruction.objects.get()
    assert answer.url == card(record)
    assert (record.state, record.lead_unit) == (flow.REGISTERED, county.water)
    assert set(record.co_units.all()) == {county.roads, county.finance}
    assert record.due == timezone.localdate() + timedelta(days=7)
    said = record.round
    assert (said.words, said.meaning, said.origin) == ("请尽快修复。", "order", "typed")
    assert (said.leader, said.leader_name, said.wants_answer) == (county.magistrate, "县长", True)
    assert record.matter.urgency == "urgent"
    page = leader.get(answer.url).content.decode()
    assert record.matter.number in page
    assert "督查员甲" in page


def test_whom_the_words_ask_and_by_when_is_filled_in_where_the_leader_wants_it(county, leader):
    words = "请县水利局牵头，会同县财政局立即查明原因，7日内报我。"
    page = write(leader, words=words, days="3", do="read")
    shown = form_of(page)
    assert (shown["words"], shown["lead"], shown["co"], shown["days"]) == (words, "县水利局", "县财政局", "3")
    assert "建议，读自“请县水利局牵头”" in page.content.decode()
    assert not Instruction.objects.exists()
    assert form_of(write(leader, words=words, do="read"))["days"] == "7"
    leader.post(FREELY, shown)
    assert Instruction.objects.get().lead_unit == county.water


def test_what_a_leaders_words_do_not_name_is_said_and_left_to_them(county, leader):
    page = write(leader, words="请抓紧。", do="read").content.decode()
    assert "没有读出牵头单位、几日内报我，需要的请直接选。" in page


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({"lead": "slj"}, "请县水利局牵头办理。"),
        ({"lead": "slj", "days": "7"}, "请县水利局牵头办理，7日内报我。"),
        (
            {"lead": "县水利局", "co": "县财政局、马石镇", "days": "15"},
            "请县水利局会同县财政局、马石镇办理，15日内报我。",
        ),
        ({"days": "3"}, "请督查局办理，3日内报我。"),
    ],
)
def test_units_and_days_alone_make_the_sentence(county, leader, chosen, sentence):
    if "lead" in chosen:
        chosen["lead"] = chosen["lead"].replace("slj", county.water.initials)
    write(leader, **chosen)
    assert Round.objects.get().words == sentence


@pytest.mark.parametrize(
    ("typed", "meaning", "state"),
    [
        ({"words": "阅。"}, "know", flow.REGISTERED),
        ({"words": "同意，阅。"}, "know", flow.REGISTERED),
        ({"words": "请抓紧。"}, "handle", flow.REGISTERED),
        ({"words": "办得好，请督查局转达。", "only_read": "on", "positive": "on"}, "know", flow.REGISTERED),
        ({"words": "阅。", "days": "5"}, "handle", flow.REGISTERED),
    ],
)
def test_what_asks_for_nothing_is_filed_and_the_rest_is_pursued(county, leader, typed, meaning, state):
    write(leader, **typed)
    said = Round.objects.get()
    assert (said.meaning, said.wants_answer) == (meaning, meaning != "know")
    assert said.positive == ("positive" in typed)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({}, "words", "请填写批示内容"),
        ({"lead": "县人民法院"}, "lead", "县人民法院不是政府督查的对象"),
        ({"lead": "县水力局"}, "lead", "没有叫“县水力局”的单位，是否指县水利局"),
        ({"lead": "县水利局", "co": "县水利局"}, "co", "县水利局已是牵头单位"),
        ({"words": "请办。", "co": "县水利局"}, "lead", "请再选一家牵头单位"),
        ({"words": "请办。", "days": "0"}, "days", "至少是 1 日"),
        ({"words": "请办。", "days": "一周"}, "days", "只填天数"),
        ({"words": "请办。", "days": "999999999999"}, "days", "最多 365 日"),
        ({"words": "请办。", "days": "3", "only_read": "on"}, "only_read", "请取消勾选"),
        ({"words": "请办。", "urgency": "fast"}, "urgency", "选择"),
        ({"words": "长" * 2001}, "words", "2000"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_the_field_and_nothing_is_lost(
    county, leader, typed, field, sentence
):
    answer = write(leader, **typed)
    assert answer.status_code == 200
    assert sentence in str(answer.context["form"].errors[field])
    for value in typed.values():
        assert value == "on" or value in answer.content.decode()
    assert not Instruction.objects.exists()


def test_a_word_of_classified_matters_is_refused_and_not_kept(leader):
    answer = write(leader, words="请阅机密★文件。")
    assert answer.status_code == 409
    assert "涉密不上网" in answer.content.decode()
    assert not Instruction.objects.exists()


def test_a_word_on_a_matter_arises_from_it(county, leader):
    directive = county.directive("running", to=[county.water], title="完成水库除险加固")
    assert "完成水库除险加固" in leader.get(on(directive.matter)).content.decode()
    write(leader, on(directive.matter), words="进度偏慢，请水利局说明原因。", lead="县水利局", days="3")
    record = Instruction.objects.get()
    assert record.paper.matter == directive.matter
    assert Link.objects.get(source=record.matter, target=directive.matter).why == "arises"


def test_a_circle_on_the_answer_closes_and_a_new_word_begins_a_round(county, leader):
    done, again = county.instruction("reported"), county.instruction("reported")
    assert "即办结" in leader.get(on(done.matter)).content.decode()
    assert write(leader, on(done.matter), words="阅。").url == card(done)
    write(leader, on(again.matter), words="还不够，请财政局落实资金。", lead="县财政局", days="10")
    done.refresh_from_db()
    assert (done.state, again_state(again)) == (flow.CLOSED, (flow.REGISTERED, 2, county.finance))


def again_state(record) -> tuple:
    record = Instruction.objects.get(pk=record.pk)
    return record.state, record.round.number, record.lead_unit


def test_a_closed_instruction_goes_on_only_with_a_new_demand(county, leader):
    closed = county.instruction("closed")
    refused = write(leader, on(closed.matter), words="阅。")
    assert refused.status_code == 409
    assert "已经办结" in refused.content.decode()
    write(leader, on(closed.matter), words="请水利局回头看。", lead="县水利局")
    assert again_state(closed)[0] == flow.REGISTERED


def test_another_leaders_instruction_is_a_paper_like_any_other(county, leader, enter):
    record = county.instruction(
        "reported", word=county.word(leader=county.vice, leader_name="分管农业副县长")
    )
    write(leader, on(record.matter), words="阅。")
    record.refresh_from_db()
    assert record.state == flow.REPORTED
    assert Instruction.objects.exclude(pk=record.pk).get().paper.matter == record.matter


def test_what_changed_meanwhile_is_told_and_the_words_stay(county, leader):
    record = county.instruction("running", to=[county.water])
    form = form_of(leader.get(on(record.matter)))
    instructing.report(county.water_liaison, record, "已全部完成。")
    answer = leader.post(on(record.matter), {**form, "words": "请加快进度。", "lead": "县水利局"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "您打开本页之后，这件事有了变化" in page
    assert "请加快进度。" in page
    assert Instruction.objects.count() == 1
    again = {**form_of(answer), "words": "请加快进度。"}
    assert leader.post(on(record.matter), again).status_code == 302


def test_a_form_counts_once(county, leader):
    form = {**form_of(leader.get(FREELY)), "words": "请办理。", "lead": "县水利局"}
    ways = [leader.post(FREELY, form).url for _ in range(2)]
    assert ways == [reverse("leading:card", args=[Instruction.objects.get().pk])] * 2


def test_what_is_typed_waits_on_its_own_document(county, leader):
    one, other = county.directive("running"), county.directive("running")
    form = form_of(leader.get(on(one.matter))) | {"words": "写到一半", "draft": "1"}
    leader.post(on(one.matter), form)
    assert "写到一半" in leader.get(on(one.matter)).content.decode()
    assert "写到一半" not in leader.get(on(other.matter)).content.decode()
    assert "写到一半" not in leader.get(FREELY).content.decode()
    write(leader, on(one.matter), words="写完了。")
    assert not Draft.objects.exists()


def test_a_login_that_ends_while_the_leader_writes_loses_no_word(county, leader):
    matter = county.directive("running").matter
    form = form_of(leader.get(on(matter))) | {"words": "写到一半", "lead": "县水利局"}
    Session.objects.all().delete()
    assert leader.post(on(matter), form).url == f"/login/?next={quote(on(matter))}"
    leader.force_login(county.magistrate)
    assert form_of(leader.get(on(matter)))["words"] == "写到一半"
    assert not Instruction.objects.exists()


def test_a_secretary_writes_in_the_leaders_name_and_says_on_whose_word(county, enter):
    secretary(county, county.magistrate, county.stranger)
    browser, url = enter(county.stranger), f"{FREELY}?for={county.magistrate.pk}"
    refused = write(browser, url, words="请水利局办理。", lead="县水利局")
    assert "authority" in refused.context["form"].errors
    answer = write(browser, url, words="请水利局办理。", lead="县水利局", **SPOKEN)
    record = Instruction.objects.get()
    assert answer.url == f"{card(record)}?for={county.magistrate.pk}"
    kept = Behalf.objects.get()
    assert (kept.principal, kept.entered_by) == (county.magistrate, county.stranger)
    assert kept.authority == "口头指示：11月20日上午办公会上交代"
    assert record.round.leader == county.magistrate
    assert record.matter.duties.get(step="confirm", done_at=None).holder_person == county.magistrate


def test_a_stand_in_needs_no_authority_and_the_sealed_stays_out_of_reach(county, enter):
    stand_in(county.magistrate, county.vice)
    browser, name = enter(fresh(county.vice)), f"for={county.magistrate.pk}"
    write(browser, f"{FREELY}?{name}", words="请水利局办理。", lead="县水利局")
    assert Behalf.objects.get().kind == "stand_in"
    sealed = county.directive("running", to=[county.finance], secrecy="sealed")
    assert enter(county.magistrate).get(on(sealed.matter)).status_code == 200
    assert browser.get(f"{on(sealed.matter)}&{name}").status_code == 404


@pytest.mark.parametrize(
    "query", ["matter=0", "matter=x", "matter=①", "matter=" + "9" * 40, "bulletin=7", "for=0"]
)
def test_what_is_not_there_is_not_written_on(leader, query):
    assert leader.get(f"{FREELY}?{query}").status_code == 404
    assert leader.post(f"{FREELY}?{query}", {"words": "请办理。"}).status_code == 404


def test_a_leader_writes_on_nothing_that_is_not_in_their_charge(county, enter):
    matter = county.directive("running", to=[county.roads]).matter
    assert enter(county.vice).get(on(matter)).status_code == 404
    assert enter(county.vice).post(on(matter), {"words": "请办理。"}).status_code == 404


def test_a_sealed_matter_makes_a_sealed_instruction(county, leader):
    sealed = county.directive("running", to=[county.finance], secrecy="sealed")
    write(leader, on(sealed.matter), words="请财政局办理。", lead="县财政局")
    assert Matter.objects.get(kind="instructions").secrecy == "sealed"


def test_the_pen_lies_on_every_matter_a_leader_opens(county, enter):
    directive, readers = (
        county.directive("running", to=[county.water]),
        ("magistrate", "water_liaison", "officer"),
    )
    secretary(county, county.vice, county.water_liaison)
    pages = {
        name: enter(county.cast[name]).get(directive.get_absolute_url()).content.decode() for name in readers
    }
    assert on(directive.matter) in pages["magistrate"]
    assert f"{on(directive.matter)}&amp;for={county.vice.pk}" in pages["water_liaison"]
    assert FREELY not in pages["officer"]


def test_the_units_named_of_late_are_offered(county, leader):
    for words in ("请办理。", "请再办理一件。"):
        write(leader, words=words, lead="县水利局", co="县财政局")
    write(leader, words="请办理。", lead="马石镇")
    assert leader.get(FREELY).context["recent"][:2] == ["县水利局", "县财政局"]


def test_who_signed_stands_on_the_card_with_the_time(county, leader):
    record = county.instruction("dispatched", to=[county.water, county.roads])
    part = county.part(record, county.roads)
    assignments.sign(county.roads_liaison, part)
    (found,) = leader.get(reverse("leading:mine")).context["cards"]
    assert [(one.unit, one.leads, bool(one.signed_at)) for one in found.parts] == [
        (county.water.short, True, False),
        (county.roads.short, False, True),
    ]
