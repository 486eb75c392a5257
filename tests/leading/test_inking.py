"""By hand: bound to the page it was written on, kept for good, put into letters by others."""

import json
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from PIL import Image

import instructions.actions as instructing
from bureau.files.store import path_of
from bureau.leading.models import Ink
from bureau.matters.models import Attachment
from bureau.pages.models import Draft
from instructions import flow
from instructions.models import Instruction, Round
from tests.deputies import SPOKEN, secretary
from tests.house.papers import picture
from tests.journeys.papers import scan
from tests.leading.issuing import issued
from tests.pages.posting import form_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("faces")]
INK = reverse("leading:ink")
LINE = json.dumps([["r", 500, 500, 4, 800, 0, 4], ["k", 500, 900, 9, 40, 300, 2]])


@pytest.fixture
def special(county):
    return issued(county, county.instruction("accepted"))


@pytest.fixture
def leader(county, enter):
    return enter(county.magistrate)


def on(bulletin, leaf=1) -> str:
    return f"{INK}?bulletin={bulletin.pk}&leaf={leaf}"


def write(browser, url=INK, **typed):
    return browser.post(url, {**form_of(browser.get(url)), **typed})


def image_of(browser, ink):
    answer = browser.get(reverse("leading:picture", args=[ink.pk]))
    assert answer["Content-Type"] in ("image/png", "image/jpeg")
    return Image.open(BytesIO(answer.content))


def test_ink_on_a_page_is_a_word_that_waits_to_be_put_into_letters(county, leader, special):
    assert write(leader, on(special), strokes=LINE).status_code == 302
    record, ink = Instruction.objects.get(), Ink.objects.get()
    assert (record.state, record.round.number, record.round.words) == (flow.REGISTERED, 2, Round.UNREAD)
    assert (ink.round, ink.person, ink.bulletin) == (record.round, county.magistrate, special)
    assert (ink.version, ink.sha256, ink.page) == (special.version, special.rendering.sha256, 1)
    assert ink.strokes == json.loads(LINE)
    hung = Attachment.objects.get(matter=record.matter, name="手写批示.png")
    assert hung.sha256 == ink.picture
    assert path_of(ink.picture).exists()
    assert record.matter.duties.get(step="transcribe", done_at=None).holder_person == county.officer


def test_who_transcribes_has_the_handwriting_beside_the_form(county, enter, leader, special):
    write(leader, on(special), strokes=LINE)
    record, ink = Instruction.objects.get(), Ink.objects.get()
    address = reverse("leading:picture", args=[ink.pk])
    browser, step = enter(county.officer), reverse("instructions:step", args=[record.pk, "transcribe"])
    assert address in browser.get(step).content.decode()
    assert image_of(browser, ink).width == 1240
    browser.post(step, form_of(browser.get(step)) | {"text": "请水利局再核一次。"})
    assert record.rounds.get(number=2).words == "请水利局再核一次。"
    assert address in browser.get(record.get_absolute_url()).content.decode()
    assert address in leader.get(reverse("leading:card", args=[record.pk])).content.decode()


@pytest.mark.parametrize("name", ["water_liaison", "vice", "stranger", "audit"])
def test_nobody_else_looks_at_the_handwriting(county, enter, leader, special, name):
    write(leader, on(special), strokes=LINE)
    address = reverse("leading:picture", args=[Ink.objects.get().pk])
    assert enter(county.cast[name]).get(address).status_code == 404


def test_a_unit_reads_the_summary_and_never_the_hand(county, enter, leader, special):
    write(leader, on(special), strokes=LINE, lead="县水利局")
    record = Instruction.objects.get()
    instructing.transcribe(county.officer, record, "请水利局再核一次。")
    instructing.propose(county.officer, record, lead=county.water, summary="再核一次。")
    instructing.approve(county.director, record)
    browser = enter(county.water_liaison)
    assert (
        reverse("leading:picture", args=[Ink.objects.get().pk])
        not in browser.get(record.get_absolute_url()).content.decode()
    )
    assert browser.get(reverse("leading:picture", args=[Ink.objects.get().pk])).status_code == 404


def test_ink_on_another_version_is_refused_and_the_strokes_stay(leader, special):
    form = form_of(leader.get(on(special))) | {"strokes": LINE, "seen": f"{special.version}-{'0' * 64}"}
    answer = leader.post(on(special), form)
    assert answer.status_code == 409
    assert "重新成文" in answer.content.decode()
    assert form_of(answer)["strokes"] == LINE
    assert not Ink.objects.exists()
    assert leader.post(on(special), form_of(answer)).status_code == 302


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "请在页面上手写，或者上传手写批示的照片"),
        ({"strokes": "[[1]]"}, "手写内容没有传完整"),
        ({"strokes": "x" * 60_001}, "60000"),
        ({"strokes": LINE, "lead": "县人民法院"}, "不是政府督查的对象"),
    ],
)
def test_what_cannot_be_taken_is_said_and_the_strokes_stay(leader, typed, sentence):
    answer = write(leader, **typed)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert form_of(answer)["strokes"] == typed.get("strokes", "")
    assert not Instruction.objects.exists()


def test_without_scripts_a_photograph_does_the_same(county, enter, leader):
    photo = SimpleUploadedFile("手写.png", picture(), "image/png")
    assert write(leader, photo=photo).status_code == 302
    ink = Ink.objects.get()
    assert (ink.strokes, ink.sha256, ink.bulletin) == ([], "", None)
    assert ink.round.unread
    assert image_of(enter(county.officer), ink).size == (2, 2)


def test_a_document_is_no_photograph(leader):
    answer = write(leader, photo=SimpleUploadedFile("稿.pdf", scan(), "application/pdf"))
    assert "请只传一张照片" in answer.content.decode()


def test_an_empty_sheet_is_written_on_for_a_matter(county, leader):
    matter = county.directive("running", to=[county.water]).matter
    write(leader, f"{INK}?matter={matter.pk}", strokes=LINE, lead="县水利局", days="7", only_read="")
    record = Instruction.objects.get()
    assert (record.paper.matter, record.lead_unit) == (matter, county.water)
    assert (Ink.objects.get().version, Ink.objects.get().sha256) == (matter.version, "")


def test_a_circle_drawn_by_hand_closes_the_answer(leader, special):
    write(leader, on(special), strokes=LINE, only_read="on")
    assert Instruction.objects.get().state == flow.CLOSED
    assert Ink.objects.get().round.unread


def test_strokes_outlive_the_page_and_each_page_has_its_own(leader, special):
    leader.post(on(special), form_of(leader.get(on(special))) | {"strokes": LINE, "draft": "1"})
    assert form_of(leader.get(on(special)))["strokes"] == LINE
    assert "strokes" in Draft.objects.get().values
    assert form_of(leader.get(on(special, leaf=2)))["strokes"] == ""
    assert form_of(leader.get(INK))["strokes"] == ""


def test_a_page_that_is_not_there_is_absent(leader, special):
    for query in ("leaf=99", "leaf=0", "leaf=x"):
        assert leader.get(f"{INK}?bulletin={special.pk}&{query}").status_code == 404


def test_where_the_file_is_lost_a_photograph_is_asked_for(leader, special):
    path_of(special.rendering.sha256).unlink()
    assert "请改为上传照片" in leader.get(on(special)).content.decode()
    answer = write(leader, on(special), strokes=LINE)
    assert answer.status_code == 409
    assert form_of(answer)["strokes"] == LINE
    photo = SimpleUploadedFile("手写.png", picture(), "image/png")
    assert write(leader, on(special), photo=photo).status_code == 302
    assert Ink.objects.get().bulletin == special


def test_a_secretary_puts_the_hand_into_letters(county, enter, leader):
    write(leader, strokes=LINE)
    record = Instruction.objects.get()
    secretary(county, county.magistrate, county.stranger)
    browser, name = enter(county.stranger), f"?for={county.magistrate.pk}"
    step = reverse("instructions:step", args=[record.pk, "transcribe"]) + name
    card = browser.get(reverse("leading:card", args=[record.pk]) + name).content.decode()
    assert step in card
    browser.post(step, form_of(browser.get(step)) | {"text": "请水利局再核一次。"} | SPOKEN)
    assert record.rounds.get().words == "请水利局再核一次。"


def test_a_secretary_hands_in_the_page_that_the_leader_wrote_on(county, enter):
    secretary(county, county.magistrate, county.stranger)
    photo = SimpleUploadedFile("手写.png", picture(), "image/png")
    write(enter(county.stranger), f"{INK}?for={county.magistrate.pk}", photo=photo, **SPOKEN)
    assert Ink.objects.get().person == county.magistrate
    assert Instruction.objects.get().matter.duties.filter(step="confirm", done_at=None).exists()


def test_handwriting_is_never_changed_and_never_deleted(leader):
    write(leader, strokes=LINE)
    for change in (lambda inks: inks.update(page=2), lambda inks: inks.delete()):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            change(Ink.objects.all())


@pytest.mark.parametrize(
    "values",
    [
        {"page": 0},
        {"picture": ""},
        {"picture": "x" * 64},
        {"sha256": "0" * 64},
    ],
)
def test_the_database_refuses_ink_that_stands_on_nothing(county, values):
    good = {
        "round": county.instruction("registered").round,
        "person": county.magistrate,
        "picture": "0" * 64,
        "at": timezone.now(),
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Ink.objects.create(**good | values)
