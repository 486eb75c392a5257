"""Who complained before, and whose code it is, is found without standing anywhere in plain."""

import pytest
from django.db import connection

from bureau.vault import marks, opening
from bureau.vault.particulars import Particulars
from tests.vault.planted import PLANTED, WHO

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "who",
    [
        Particulars(phone="0000 1234567"),
        Particulars(phone="+86（０００0）1234-567"),
        Particulars(licence="91tx0000 ma0000001x"),
        Particulars(name="来电群众 甲", enterprise="红岩竹业有限公司"),
    ],
)
def test_the_same_telephone_licence_or_name_within_an_enterprise_is_known(identity, who):
    assert marks.known_before(who) == [identity.matter_id]


@pytest.mark.parametrize(
    "who",
    [
        Particulars(),
        Particulars(name="来电群众甲"),
        Particulars(enterprise="红岩竹业有限公司"),
        Particulars(phone="0000-1234568"),
        Particulars(phone="123"),
        Particulars(code=WHO.code),
    ],
)
def test_who_only_shares_a_name_is_not_known(identity, who):
    assert marks.known_before(who) == []


def test_the_latest_matter_comes_first(county, identity):
    later = opening.keep(county.colleague, county.directive("running").matter, WHO)
    assert marks.known_before(Particulars(phone=WHO.phone)) == [later.matter_id, identity.matter_id]


@pytest.mark.parametrize("code", ["1234567890123456", "1234 5678 9012 3456", "１２３４-5678-9012-3456"])
def test_a_code_is_found_however_it_is_typed(identity, code):
    assert marks.by_code(code) == identity


@pytest.mark.parametrize("code", ["", "1234", "1234567890123457", "12345678901234561", "x" * 16, WHO.phone])
def test_another_code_is_nobodys(identity, code):
    assert marks.by_code(code) is None


def test_a_new_code_has_sixteen_digits_and_is_another_each_time():
    codes = {marks.new_code() for _one in range(50)}
    assert len(codes) == 50
    assert {len(code) for code in codes} == {16}


def test_no_table_holds_what_is_looked_for(identity):
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(one::text, ' ') FROM vault_mark one")
        ((stored,),) = cursor.fetchall()
    assert stored
    assert not any(word in stored for word in (*PLANTED, WHO.code, WHO.licence))


def test_who_has_the_tables_and_no_key_cannot_try_numbers(identity, settings):
    settings.VAULT_KEY = "a guess"
    assert marks.known_before(Particulars(phone=WHO.phone)) == []
