"""专报 and 通报 on a leader's screen: the pages as they are printed, read once, and what is said on them."""

from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from bureau.files.store import path_of
from instructions import flow
from instructions.models import Instruction
from reports import actions as reporting
from reports.models import Bulletin, Receipt
from tests.deputies import secretary
from tests.leading.issuing import checked, delivered, issued
from tests.pages.posting import form_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("faces")]
HOME = reverse("leading:home")


def page_of(bulletin) -> str:
    return reverse("leading:bulletin", args=[bulletin.pk])


def leaf(bulletin, page=1, query="") -> str:
    return reverse("leading:leaf", args=[bulletin.pk, page]) + query


@pytest.fixture
def special(county) -> Bulletin:
    return issued(county, county.instruction("accepted", to=[county.water, county.roads]))


@pytest.fixture
def leader(county, enter):
    return enter(county.magistrate)


def test_a_special_report_waits_on_a_card_and_is_read_once(county, leader, special):
    page = leader.get(HOME)
    assert page.context["to_read"] == [special]
    assert not page.context["unanswered"]
    assert leader.head(page_of(special)).status_code == 200
    assert Receipt.objects.get().read_at is None
    read = leader.get(page_of(special)).content.decode()
    at = Receipt.objects.get().read_at
    assert at
    assert "第 1 页" in read
    assert "圈阅" in read
    leader.get(page_of(special))
    assert Receipt.objects.get().read_at == at
    home = leader.get(HOME)
    assert not home.context["to_read"]
    assert [card.specials for card in home.context["unanswered"]] == [(special,)]


def test_a_leader_reads_text_first_and_the_pages_are_one_tap_away(leader, special):
    page = leader.get(page_of(special)).content.decode().partition('id="main"')[2]
    before, _text, below = page.partition('class="panel paper"')
    assert "圈阅" in before
    assert "<details" not in before
    assert below.index("看版面") < below.index('class="plain leaves"')
    assert 0 < below.count('loading="lazy"') == below.count("<img")


def test_the_pages_are_the_issued_file_and_stay_in_no_browser(leader, special):
    answer = leader.get(leaf(special))
    assert answer["Content-Type"] == "image/png"
    assert answer["Cache-Control"] == "private, no-store"
    assert Image.open(BytesIO(answer.content)).width == 1240
    assert Image.open(BytesIO(leader.get(leaf(special, query="?w=780")).content)).width == 780
    assert Image.open(BytesIO(leader.get(leaf(special, query="?w=99999")).content)).width == 1240
    assert leader.get(leaf(special, page=99)).status_code == 404
    assert leader.get(leaf(special, page=0)).status_code == 404


@pytest.mark.parametrize("name", ["vice", "officer", "director", "water_liaison", "stranger", "audit"])
def test_nobody_else_sees_it_here(county, enter, special, name):
    browser = enter(county.cast[name])
    assert browser.get(page_of(special)).status_code == 404
    assert browser.get(leaf(special)).status_code == 404


def test_a_secretary_who_opens_it_has_not_read_it_for_the_leader(county, enter, special):
    secretary(county, county.magistrate, county.stranger)
    name = f"?for={county.magistrate.pk}"
    assert enter(county.stranger).get(page_of(special) + name).status_code == 200
    assert Receipt.objects.get().read_at is None


def test_a_file_that_is_lost_is_said_and_the_text_still_reads(leader, special):
    path_of(special.rendering.sha256).unlink()
    page = leader.get(page_of(special))
    assert page.status_code == 200
    assert "不在存储里" in page.content.decode()
    assert leader.get(leaf(special)).status_code == 404


def test_a_new_word_on_the_report_is_the_next_round(county, leader, special):
    url = f"{reverse('leading:instruct')}?bulletin={special.pk}"
    form = form_of(leader.get(url)) | {"words": "请财政局落实资金。", "lead": "县财政局", "days": "10"}
    assert leader.post(url, form).status_code == 302
    record = Instruction.objects.get()
    assert (record.state, record.round.number, record.lead_unit) == (flow.REGISTERED, 2, county.finance)


def test_a_circle_on_the_report_closes_it(leader, special):
    url = f"{reverse('leading:instruct')}?bulletin={special.pk}"
    answer = leader.post(url, form_of(leader.get(url)) | {"words": "阅。"}, follow=True)
    assert "已圈阅" in answer.content.decode()
    assert Instruction.objects.get().state == flow.CLOSED


def test_another_leader_who_reads_it_begins_an_instruction_of_their_own(county, enter, special):
    Receipt.objects.create(bulletin=special, person=county.vice, delivered_at=special.issued_at)
    url = f"{reverse('leading:instruct')}?bulletin={special.pk}"
    browser = enter(county.vice)
    browser.post(url, form_of(browser.get(url)) | {"words": "请水利局举一反三。", "lead": "县水利局"})
    made = Instruction.objects.latest("pk")
    assert (made.round.leader, made.paper.title) == (county.vice, special.title)


def test_a_form_on_another_file_is_refused_and_the_words_stay(leader, special):
    url = f"{reverse('leading:instruct')}?bulletin={special.pk}"
    form = form_of(leader.get(url)) | {"words": "请水利局说明。", "seen": f"{special.version}-{'0' * 64}"}
    answer = leader.post(url, form)
    assert answer.status_code == 409
    assert "请水利局说明。" in answer.content.decode()
    assert "重新成文" in answer.content.decode()
    assert Instruction.objects.get().state == flow.REPORTED


def test_a_bulletin_that_waits_for_the_leaders_name_is_read_and_signed(county, enter):
    bulletin, leader = checked(county, county.instruction("accepted"), signer=county.vice), enter(county.vice)
    assert [one.pk for one in leader.get(HOME).context["to_sign"]] == [bulletin.pk]
    page = leader.get(page_of(bulletin))
    assert leader.get(leaf(bulletin)).status_code == 200
    sign, back = page.context["actions"]
    assert (sign["label"], back["label"]) == ("签发", "退回修改")
    asked = leader.get(back["url"])
    assert form_of(asked)["back"] == HOME
    assert leader.post(sign["url"], sign["hidden"]).url == HOME
    assert delivered(bulletin).signed_by == county.vice
    assert not leader.get(HOME).context["to_sign"]


def test_a_draft_is_not_written_on(county, enter):
    bulletin, leader = checked(county, county.instruction("accepted"), signer=county.vice), enter(county.vice)
    assert leader.get(f"{reverse('leading:instruct')}?bulletin={bulletin.pk}").status_code == 404
    reporting.send_back(county.vice, bulletin, "请补充数据。")
    assert leader.get(page_of(bulletin)).status_code == 404
