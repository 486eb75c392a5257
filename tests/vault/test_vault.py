"""Who complained is kept encrypted, opened by few, and every look is a line."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.policy import Refused
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.vault import opening
from bureau.vault.models import Identity, Line
from bureau.vault.particulars import Particulars
from tests.vault.planted import PLANTED, WHO

pytestmark = pytest.mark.django_db


def fresh(person) -> Person:
    return Person.objects.get(pk=person.pk)


# --- encrypted --------------------------------------------------------------------------------------
def test_no_table_holds_a_word_of_it(identity):
    with connection.cursor() as cursor:
        cursor.execute("SELECT one::text FROM vault_identity one")
        stored = "".join(row for (row,) in cursor.fetchall()) + bytes(identity.sealed).decode("latin1")
    assert not any(word in stored or word.encode().hex() in stored for word in PLANTED)
    assert not any(word in f"{identity} {identity!r} {WHO!r}" for word in PLANTED)


def test_the_same_person_twice_is_two_different_texts(county, matter, identity):
    again = opening.keep(county.colleague, matter, WHO)
    assert bytes(again.sealed) != bytes(identity.sealed)


def test_a_text_moved_to_another_row_opens_no_more(county, identity):
    other = opening.keep(county.colleague, county.directive("running").matter, Particulars(name="另一人"))
    Identity.objects.filter(pk=other.pk).update(sealed=identity.sealed)
    other.refresh_from_db()
    with pytest.raises(opening.Unreadable, match="改动过"):
        opening.opened(other)


def test_a_text_of_which_a_bit_was_turned_opens_no_more(identity):
    sealed = bytearray(identity.sealed)
    sealed[-1] ^= 1
    identity.sealed = bytes(sealed)
    with pytest.raises(opening.Unreadable, match="改动过"):
        opening.opened(identity)


def test_without_its_key_it_says_which_key_is_missing(identity, settings):
    settings.VAULT_KEY = "another key of another house"
    with pytest.raises(opening.Unreadable, match="VAULT_KEYS_BEFORE"):
        opening.opened(identity)


# --- opened -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "right"),
    [("colleague", "受理人"), ("officer", "经办人"), ("director", "局领导"), ("deputy", "局领导")],
)
def test_who_received_it_who_handles_it_and_the_director_open_it_and_leave_a_line(
    county, identity, name, right
):
    person = county.cast[name]
    assert opening.open_for(person, identity, "回访") == WHO
    line = Line.objects.get()
    assert (line.kind, line.person, line.right, line.why) == ("look", person, right, "回访")
    assert (line.identity, line.matter) == (identity, identity.matter)


@pytest.mark.parametrize(
    "name",
    ["water_liaison", "roads_liaison", "stranger", "magistrate", "vice", "system", "security", "audit"],
)
def test_nobody_else_opens_it_and_no_line_is_left(county, identity, name):
    with pytest.raises(Refused, match="身份保密"):
        opening.open_for(county.cast[name], identity, "看看")
    assert not opening.may_open(county.cast[name], identity)
    assert not Line.objects.exists()


def test_another_officer_of_the_desk_does_not_open_it(county, matter):
    identity = opening.keep(county.director, matter, WHO)
    with pytest.raises(Refused):
        opening.open_for(county.colleague, identity, "看看")


def test_a_secretary_of_the_officer_opens_nothing_in_the_officers_name(county, identity):
    lent = Actor(county.officer, county.stranger, "stand_in")
    assert not opening.may_open(lent, identity)


@pytest.mark.parametrize("why", ["", "   ", "长" * 201])
def test_without_a_reason_it_stays_closed(county, identity, why):
    with pytest.raises(Barred, match="事由"):
        opening.open_for(county.officer, identity, why)
    assert not Line.objects.exists()


@pytest.mark.parametrize(
    "change", ["UPDATE vault_line SET why = 'x'", "DELETE FROM vault_line", "TRUNCATE vault_line"]
)
def test_a_line_stays_as_it_was_written(county, identity, change):
    opening.open_for(county.officer, identity, "回访")
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {change}")


# --- permitted --------------------------------------------------------------------------------------
def test_the_director_permits_for_a_time(county, matter):
    identity, today = opening.keep(county.director, matter, WHO), timezone.localdate()
    opening.permit(county.director, matter, county.colleague, "代为回访", today)
    assert opening.open_for(fresh(county.colleague), identity, "回访") == WHO
    assert Line.objects.get(kind="look").right == "授权"


def test_a_permit_that_ended_opens_nothing(county, matter):
    identity = opening.keep(county.director, matter, WHO)
    granted = opening.permit(county.director, matter, county.colleague, "代为回访", timezone.localdate())
    type(granted).objects.update(until=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Refused):
        opening.open_for(county.colleague, identity, "回访")


@pytest.mark.parametrize("name", ["officer", "magistrate", "system", "water_liaison"])
def test_only_a_director_permits(county, matter, name):
    with pytest.raises(Refused, match="局领导"):
        opening.permit(county.cast[name], matter, county.colleague, "代为回访", timezone.localdate())


def test_a_permit_must_make_sense(county, matter):
    today = timezone.localdate()
    for to, reason, until, told in (
        (county.director, "代为回访", today, "授权给"),
        (county.audit, "代为回访", today, "授权给"),
        (county.colleague, " ", today, "理由"),
        (county.colleague, "代为回访", today - timedelta(days=1), "截止日期"),
    ):
        with pytest.raises(Barred, match=told):
            opening.permit(county.director, matter, to, reason, until)


# --- before something is handed out -----------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("来电群众甲反映村口设卡收费", ["姓名"]),
        ("请联系 0000 1234567 核实", ["电话"]),
        ("红岩竹业反映的问题", ["企业名称"]),
        ("红岩竹业有限公司（91tx0000ma0000001x）", ["企业名称", "信用代码"]),
        ("住马石镇红岩村三组", ["住址"]),
        ("来电　群众\u200b甲反映", ["姓名"]),
        ("电话（００００）１２３４-５６７", ["电话"]),
        ("０１年收费12345元，67辆", []),
        ("查询码 1234 5678-9012 3456", ["查询码"]),
        ("村口设卡收费，每车二十元", []),
    ],
)
def test_a_text_that_tells_who_it_is_is_told_by_what(identity, matter, text, told):
    assert opening.told_by(matter, "请核查。", text) == told
    assert not Line.objects.exists()


def test_what_is_empty_is_in_no_text(county, matter):
    opening.keep(county.colleague, matter, Particulars(name="甲"))
    assert opening.told_by(matter, "甲乙丙丁") == []
