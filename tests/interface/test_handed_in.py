"""What other systems hand in: all of a batch or nothing, each problem where it is, sent again answered the same."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from bureau.interface.models import Received
from bureau.interface.received import once
from bureau.notices.models import Notice
from complaints.models import Complaint, Reception
from directives.actions import importing
from directives.models import Directive, Intake, Source

pytestmark = pytest.mark.django_db
YESTERDAY = f"{timezone.localdate() - timedelta(days=1)} 09:30"
GOOD = {
    "number": "GD1",
    "received": YESTERDAY,
    "name": "来电群众丙",
    "phone": "0000-7654321",
    "facts": "有人设卡收费。",
    "respondent": "马石镇",
    "place": "白石村",
    "cause": "乱收费",
    "demand": "拆除。",
}


@pytest.fixture
def hotline(county, machine):
    county.cause()
    return machine(county.clerk, "orders", name="12345平台")


def batch(*orders, sender_id="B1") -> dict:
    return {"sender_id": sender_id, "orders": list(orders)}


def test_orders_are_registered_as_those_of_a_table_are(county, hotline):
    answer = hotline.send("orders", batch(GOOD, GOOD | {"number": "GD2", "name": "", "phone": ""}))
    assert answer.status_code == 200, answer.content.decode()
    entered = dict(Reception.objects.values_list("order_number", "number"))
    assert answer.json() == {"sender_id": "B1", "registered": [entered["GD1"], entered["GD2"]]}
    one = Complaint.objects.get(receptions__order_number="GD1")
    assert (one.channel, one.respondent, one.place) == ("hotline", county.horse, "白石村")
    assert one.identity_mode == "confidential"


def test_sent_again_it_is_answered_the_same_and_registered_once(hotline):
    first, second = (hotline.send("orders", batch(GOOD)) for _ in range(2))
    assert (second.status_code, second.json()) == (200, first.json())
    assert Complaint.objects.count() == 1


def test_other_content_under_the_same_number_is_refused(hotline):
    hotline.send("orders", batch(GOOD))
    answer = hotline.send("orders", batch(GOOD | {"number": "GD9"}))
    assert (answer.status_code, answer.json()["problems"][0]["field"]) == (409, "sender_id")
    assert Complaint.objects.count() == 1


def test_two_clients_may_have_the_same_number(county, machine, hotline):
    hotline.send("orders", batch(GOOD))
    other = machine(county.clerk, "orders")
    assert other.send("orders", batch(GOOD | {"number": "GD2"})).status_code == 200


@pytest.mark.parametrize(
    "wrong, field, words",
    [
        ({"number": ""}, "number", "没有填“工单编号”"),
        ({"received": "上周三"}, "received", "不是日期时间"),
        ({"received": "0001-01-01"}, "received", "不是日期时间"),
        ({"received": "2099-01-01"}, "received", "晚于现在"),
        ({"facts": "字" * 2001}, "facts", "最多2000字"),
        ({"respondent": "县航天局"}, "respondent", "被投诉单位"),
        ({"cause": "", "facts": "今天天气好。"}, "cause", "没有读出事由"),
        ({"facts": "来电群众丙反映有人设卡收费。"}, "facts", "写出了诉求人"),
        ({"name": "", "enterprise": ""}, "name", "有电话没有"),
        ({"colour": "red"}, "colour", "没有这一项"),
        ({"facts": 7}, "facts", "文字"),
        ({"facts": "字" * 10_001}, "facts", "最多10000字"),
    ],
)
def test_each_problem_is_told_with_its_row_and_field_and_nothing_is_registered(hotline, wrong, field, words):
    answer = hotline.send("orders", batch(GOOD, GOOD | {"number": "GD2"} | wrong))
    assert answer.status_code == 422
    (problem,) = answer.json()["problems"]
    assert (problem["row"], problem["field"]) == (2, field)
    assert words in problem["sentence"]
    assert (Complaint.objects.count(), Received.objects.count()) == (0, 0)
    assert hotline.send("orders", batch(GOOD)).status_code == 200  # mended, under the same number


@pytest.mark.parametrize(
    "sent, status, field",
    [
        ("{", 400, ""),
        ("[" * 100_000, 400, ""),
        ('{"sender_id": ' + "9" * 5_000 + "}", 400, ""),
        ("[]", 422, ""),
        ("null", 422, ""),
        (json.dumps({"orders": [GOOD]}), 422, "sender_id"),
        (json.dumps(batch()), 422, "orders"),
        (json.dumps(batch(GOOD, sender_id="\u200b")), 422, "sender_id"),
        (json.dumps(batch(GOOD, sender_id="x" * 65)), 422, "sender_id"),
        (json.dumps(batch("GD1")), 422, ""),
        (json.dumps(batch(*[GOOD] * 301)), 422, "orders"),
    ],
)
def test_what_is_no_batch_is_refused_in_words(hotline, sent, status, field):
    answer = hotline.send("orders", sent)
    assert answer.status_code == status
    problem = answer.json()["problems"][0]
    assert problem["field"] == field
    assert problem["sentence"].endswith("。")
    assert not any("a" <= letter <= "z" for letter in problem["sentence"])


def test_a_character_that_nobody_sees_is_left_out(hotline):
    assert hotline.send("orders", batch(GOOD | {"place": "白\u0000石\u200b村"})).status_code == 200
    assert Complaint.objects.get().place == "白石村"


def test_who_does_not_sit_at_the_desk_hands_nothing_in(county, machine):
    county.cause()
    answer = machine(county.water_liaison, "orders").send("orders", batch(GOOD))
    assert (answer.status_code, Complaint.objects.count()) == (409, 0)
    assert "投诉受理员" in answer.json()["problems"][0]["sentence"]


def test_what_was_received_keeps_no_words(hotline):
    hotline.send("orders", batch(GOOD))
    row = Received.objects.values().get()
    assert not any(word in str(row) for word in ("群众", "7654321", "设卡"))


DOCUMENT = {
    "sender_id": "OA-2026-118",
    "title": "关于做好今冬农村供水保障的通知",
    "number": "桃政办〔2026〕31号",
    "organ": "县政府办公室",
    "dated": "2026-11-20",
    "items": [
        {"title": "完成农村供水管网检修", "lead": "县水利局", "co": "县财政局", "due": "2026-12-20"},
        {"title": "落实应急送水车辆", "lead": "县航天局", "remark": "=1+1"},
    ],
}


@pytest.fixture
def oa(county, machine):
    return machine(county.officer, "documents")


def test_a_document_waits_to_be_checked_and_registers_nothing(county, oa):
    answer = oa.send("documents", DOCUMENT)
    assert answer.status_code == 200, answer.content.decode()
    intake = Intake.objects.get()
    assert answer.json()["page"].endswith(intake.get_absolute_url())
    assert (intake.person, intake.source, len(intake.rows)) == (county.officer, None, 2)
    assert (Directive.objects.count(), Source.objects.count()) == (0, 0)
    (told,) = Notice.objects.filter(person=county.officer, key=f"intake:{intake.pk}")
    assert "县政府OA" in told.words
    assert DOCUMENT["title"] not in told.words


def test_what_the_clerk_finds_are_the_items_with_what_is_to_be_settled(county, oa, enter):
    oa.send("documents", DOCUMENT)
    intake = Intake.objects.get()
    first, second = importing.problems(intake)
    assert (first, [one["field"] for one in second]) == ([], ["lead"])
    desk = enter(county.officer)
    page = desk.get(intake.get_absolute_url()).content.decode()
    assert "完成农村供水管网检修" in page
    assert DOCUMENT["number"] in page
    assert desk.get(f"{intake.get_absolute_url()}file/").status_code == 200
    importing.take_suggestion(intake, 1, "lead", county.roads.short)
    source = importing.commit(county.officer, intake)
    assert [one.matter.title for one in source.directives.order_by("ordinal")] == [
        item["title"] for item in DOCUMENT["items"]
    ]


def test_a_document_sent_again_is_the_same_import(oa):
    first, second = (oa.send("documents", DOCUMENT) for _ in range(2))
    assert second.json() == first.json()
    assert Intake.objects.count() == 1


@pytest.mark.parametrize(
    "wrong, row, field",
    [
        ({"title": ""}, None, "title"),
        ({"number": "号" * 41}, None, "number"),
        ({"dated": "2026-02-30"}, None, "dated"),
        ({"items": [{"title": ""}]}, 1, "title"),
        ({"items": [{"title": "好"}, {"title": "事", "due": "年底"}]}, 2, "due"),
        ({"items": [{"title": "事" * 501}]}, 1, "title"),
        ({"items": [{"title": "好", "leader": "长" * 100}]}, 1, "leader"),
    ],
)
def test_what_no_clerk_could_settle_is_sent_back(oa, wrong, row, field):
    answer = oa.send("documents", DOCUMENT | wrong)
    assert answer.status_code == 422
    assert (row, field) in [(one["row"], one["field"]) for one in answer.json()["problems"]]
    assert (Intake.objects.count(), Received.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_two_that_come_at_once_are_one(county, machine):
    client, taken = machine(county.clerk, "orders").client, []

    def send(_number):
        try:
            return once(client, "B1", {"a": 1}, lambda: taken.append(1) or {"registered": ["一"]})
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(4)))
    assert (answers, len(taken)) == ([{"registered": ["一"]}] * 4, 1)
