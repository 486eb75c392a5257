"""A hotline's work orders out of Excel: every problem of every row is located, and then nothing is registered."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import Workbook

from bureau.files.refused import Refused
from complaints.actions.importing import register_orders
from complaints.models import Complaint, Reception
from complaints.orders import MOST, read
from tests.complaints.playing import barred, due, kept, only
from tests.pages.posting import form_of

HEAD = (
    "工单编号",
    "受理时间",
    "诉求人",
    "联系电话",
    "企业名称",
    "诉求内容",
    "被投诉单位",
    "发生地点",
    "事由",
    "诉求目的",
)
YESTERDAY = timezone.localdate() - timedelta(days=1)
GOOD = (
    "GD1",
    YESTERDAY,
    "来电群众丙",
    "0000-7654321",
    "",
    "有人设卡收费。",
    "马石镇",
    "白石村",
    "乱收费",
    "拆除。",
)


def table(*rows, head=HEAD, above=()) -> BytesIO:
    book, out = Workbook(), BytesIO()
    for row in (*above, head, *rows):
        book.active.append(list(row))
    book.save(out)
    out.seek(0)
    return out


def changed(**cells) -> tuple:
    return tuple(cells.get(name, value) for name, value in zip(HEAD, GOOD, strict=True))


def problems(county, *rows) -> list[list[str]]:
    county.cause()
    return [[str(one) for one in order.problems] for order in read(table(*rows))]


def test_each_order_becomes_a_complaint_with_its_number_and_its_caller_in_the_vault(county):
    county.cause()
    orders = read(table(GOOD, changed(工单编号="GD2", 诉求人="", 联系电话="")))
    assert [order.problems for order in orders] == [[], []]
    named, unnamed = register_orders(county.clerk, orders)
    assert (named.channel, named.respondent, named.place) == ("hotline", county.horse, "白石村")
    assert (named.identity_mode, kept(named)) == ("confidential", 1)
    assert (unnamed.identity_mode, kept(unnamed)) == ("anonymous", 0)
    assert sorted(Reception.objects.values_list("order_number", flat=True)) == ["GD1", "GD2"]
    assert due(named, "screen")[:10] < f"{timezone.localdate() + timedelta(days=7)}"


@pytest.mark.parametrize(
    "cells, told",
    [
        ({"工单编号": ""}, "没有填“工单编号”。"),
        ({"受理时间": ""}, "没有填“受理时间”。"),
        ({"诉求内容": ""}, "没有填“诉求内容”。"),
        ({"受理时间": "上周三"}, "“受理时间”不是日期时间：上周三。"),
        ({"受理时间": datetime(2999, 1, 1)}, "“受理时间”晚于现在。"),
        ({"诉求内容": "甲" * 2001}, "“诉求内容”最多2000字，现在2001字。"),
        ({"发生地点": "甲" * 61}, "“发生地点”最多60字，现在61字。"),
        ({"被投诉单位": "县水利局、县财政局"}, "只能写一家，涉及几家的登记后拆分。"),
        ({"被投诉单位": "县航天局"}, "“被投诉单位”："),
        ({"事由": "其他", "诉求内容": "说不清楚。"}, "没有读出事由"),
        ({"诉求人": ""}, "有电话没有“诉求人”"),
        ({"诉求内容": "来电群众丙说有人设卡收费。"}, "“诉求内容”写出了诉求人的姓名，请改写。"),
        ({"诉求目的": "请回电0000-7654321"}, "“诉求目的”写出了诉求人的电话，请改写。"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_where_it_stands(county, cells, told):
    [found] = problems(county, changed(**cells))
    assert [one for one in found if told in one], found


def test_all_that_is_wrong_with_a_row_is_said_at_once(county):
    [found] = problems(county, changed(工单编号="", 受理时间="上周三", 被投诉单位="县航天局"))
    assert len(found) == 3


def test_each_row_is_named_by_its_place_in_the_sheet(county):
    county.cause()
    orders = read(table(GOOD, changed(工单编号=""), above=[("12345工单",)]))
    assert [order.place[-3:].strip() for order in orders] != []
    assert "4" in orders[1].place


def test_a_number_that_stands_twice_or_is_registered_is_said(county):
    county.cause()
    first, second = problems(county, GOOD, GOOD)
    assert (first, "重复" in second[0]) == ([], True)
    register_orders(county.clerk, read(table(GOOD)))
    assert "已登记为" in problems(county, GOOD)[0][0]


def test_nothing_is_registered_while_one_row_is_wrong(county):
    county.cause()
    orders = read(table(GOOD, changed(工单编号="GD2", 受理时间="上周三")))
    assert "还有1行有问题，一件也没有登记" in barred(register_orders, county.clerk, orders)
    assert not Complaint.objects.exists()


def test_only_the_desk_takes_them_in(county):
    county.cause()
    only(county, {"clerk", "director", "deputy"}, lambda who: register_orders(who, read(table(GOOD))))


@pytest.mark.parametrize(
    "stream, told",
    [
        (lambda: table(GOOD, head=["甲"] * 10), "没有找到表头"),
        (lambda: table(), "表头下面没有工单"),
        (lambda: table(*[GOOD] * (MOST + 1)), f"一次最多导入{MOST}件"),
    ],
)
def test_a_table_that_is_none_is_refused_in_words(county, stream, told):
    with pytest.raises(Refused, match=told):
        read(stream())


def test_the_page_says_row_by_row_what_is_wrong_and_registers_nothing(county, enter):
    county.cause()
    browser = enter(county.clerk)
    for content, status, told in (
        (table(changed(受理时间="上周三")).read(), 422, "“受理时间”不是日期时间：上周三。"),
        (b"PK not a table", 200, ""),
        (table(GOOD).read(), 302, ""),
    ):
        given = form_of(browser.get("/complaints/import/"))
        file = BytesIO(content)
        file.name = "工单.xlsx"
        answer = browser.post("/complaints/import/", given | {"file": file})
        assert answer.status_code in (status, 422), answer.status_code
        assert told in answer.content.decode()
    assert Complaint.objects.count() == 1


def test_a_date_alone_is_that_day(county):
    county.cause()
    [order] = read(table(changed(受理时间=f"{date.today() - timedelta(days=2)}")))
    assert order.problems == []
    assert timezone.localdate(order.received.received_at) == date.today() - timedelta(days=2)
