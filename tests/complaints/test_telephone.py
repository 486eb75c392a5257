"""With the telephone at hand: the way to the number stands where the complainant is spoken to; what ends at once keeps nobody."""

import pytest
from django.urls import reverse

import complaints.actions as complaining
from bureau.org.models import Person
from bureau.org.posts import Post
from complaints.models import Reception
from complaints.reading import suggest
from tests.complaints.playing import call
from tests.county import PASSWORD

pytestmark = pytest.mark.django_db


def page(browser, record, step: str) -> str:
    return browser.get(reverse("complaints:step", args=[record.pk, step])).content.decode()


@pytest.mark.parametrize(
    ("stage", "step"), [("registered", "ask_more"), ("accepted", "tell"), ("answering", "answer")]
)
def test_who_may_open_it_finds_the_number_where_they_speak_to_them(county, enter, stage, step):
    assert "查看身份" in page(enter(county.clerk), county.complaint(stage), step)


def test_on_other_steps_it_is_not_in_the_way(county, enter):
    assert "查看身份" not in page(enter(county.clerk), county.complaint("accepted"), "dispatch")


def test_another_clerk_who_calls_back_is_told_to_ask_for_a_permit(county, enter):
    other = Person.objects.create_user(
        "clerk2", PASSWORD, name="投诉受理员乙", unit=county.bureau, posts=[Post.INTAKE]
    )
    shown = page(enter(other), county.complaint("answered"), "call_back")
    assert "查看身份" not in shown
    assert "请局领导授权查看" in shown


def test_a_question_answered_on_the_spot_does_not_keep_who_asked_in_its_words(county, enter):
    browser, address = enter(county.clerk), reverse("complaints:new")
    once = browser.get(address).context["hidden"]["once"]
    asked = {
        "facts": "红岩竹业有限公司问执照在哪里办。",
        "enterprise": "红岩竹业有限公司",
        "answer": "到政务大厅二楼。",
        "channel": "call",
        "identity_mode": "named",
        "urgency": "normal",
        "persons": 1,
        "representatives": 1,
    }
    answer = browser.post(address, {**asked, "do": "answer", "once": once})
    assert "当场答复的不保存来电人" in answer.content.decode()
    assert not Reception.objects.exists()
    browser.post(address, {**asked, "facts": "问执照在哪里办。", "do": "answer", "once": once})
    assert Reception.objects.get().wants == "问执照在哪里办。"


def test_the_register_tells_by_what_was_asked_and_leads_to_what_became_a_complaint(county, enter):
    complaining.answer_at_once(county.clerk, call(), "咨询", "执照怎样年报？", "在公示系统办理。")
    record = county.complaint("registered")
    page = enter(county.clerk).get(reverse("complaints:receptions")).content.decode()
    assert "咨询：执照怎样年报？" in page
    assert f'转为投诉 <a href="{record.get_absolute_url()}">{record.matter.number}</a>' in page


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("马石镇县道红岩路段有人设卡，过一车收20元。", "马石镇县道红岩路段"),
        ("司机来电，红岩路口设卡收费。", "红岩路口"),
        ("我在城关镇建设路被拦下。", "城关镇建设路"),
        ("反映办证拖了两个月。", None),
        ("说一路上都有人拦车。", None),
    ],
)
def test_the_place_is_read_from_the_words_also_where_it_comes_first(county, said, place):
    read = suggest(said).found.get("place")
    assert (read and read.value) == place
