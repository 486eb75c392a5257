"""A liaison who never touches the mouse."""

import pytest

from bureau.matters.models import Reply
from instructions.models import Instruction
from tests.county import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_from_the_login_to_the_reply_with_tab_and_enter_alone(county, arrive):
    directive = county.directive("dispatched")
    liaison = arrive()
    liaison.open("/login/")
    liaison.tab_to("账号")
    liaison.type("water")
    liaison.tab_to("密码")
    liaison.type(PASSWORD)
    liaison.hit("Enter")
    liaison.stands_at("工作台")
    liaison.tab_to("签收")
    liaison.hit("Enter")
    liaison.is_told("签收")
    liaison.tab_to("去办理")
    liaison.hit("Enter")
    liaison.stands_at("反馈进展")
    liaison.tab_to("内容")
    liaison.type("已排查十二座，发现隐患三处。")
    liaison.tab_to("反馈进展")
    liaison.hit("Enter")
    liaison.is_told("反馈进展：已排查十二座，发现隐患三处。")
    assert Reply.objects.get(assignment__matter=directive.matter).text == "已排查十二座，发现隐患三处。"


def test_enter_in_a_one_line_field_sends_no_word_of_a_leader(county, enter):
    leader = enter(county.magistrate, phone=True)
    leader.open("/leading/instruct/")
    leader.write("批示内容", "请水利局一周内报我。")
    leader.write("几日内报我", "7")
    leader.hit("Enter")
    leader.holds("批示内容", "请水利局一周内报我。")
    assert not Instruction.objects.exists()
    leader.press("提交批示")
    leader.is_told("已")
    assert Instruction.objects.count() == 1
