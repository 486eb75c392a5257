"""Numbers are unbroken per series and year, also when many write at once and some give up."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from bureau.matters import numbers
from bureau.matters.models import Serial
from tests.together import together

CHINA = ZoneInfo("Asia/Shanghai")


class GaveUp(Exception):
    pass


@pytest.mark.django_db
def test_a_number_reads_as_the_county_writes_it(settings):
    at = datetime(2026, 11, 20, tzinfo=CHINA)
    settings.NUMBER_MARK = "桃督"
    assert [numbers.take("", at), numbers.take("", at), numbers.take("通", at)] == [
        "桃督〔2026〕1号",
        "桃督〔2026〕2号",
        "桃督通〔2026〕1号",
    ]


@pytest.mark.django_db
def test_the_count_begins_anew_with_the_countys_year():
    numbers.take("", datetime(2026, 12, 31, 23, 59, tzinfo=CHINA))
    assert "〔2027〕1号" in numbers.take("", datetime(2026, 12, 31, 16, 30, tzinfo=ZoneInfo("UTC")))


@pytest.mark.django_db(transaction=True)
def test_a_number_outside_a_transaction_is_refused():
    with pytest.raises(transaction.TransactionManagementError):
        numbers.take("")
    assert not Serial.objects.exists()


def write(gives_up: bool):
    """Six documents, one transaction each; every second one may be given up after its number was taken."""
    kept = []
    for turn in range(6):
        try:
            with transaction.atomic():
                number = numbers.take("")
                if gives_up and turn % 2:
                    raise GaveUp
            kept.append(number)
        except GaveUp:
            pass
    return kept


@pytest.mark.django_db(transaction=True)
def test_eight_writers_leave_no_gap_and_no_double_though_some_give_up():
    written = together(*(lambda gives_up=place % 2 == 1: write(gives_up) for place in range(8)))
    counts = sorted(int(re.search(r"〕(\d+)号", number)[1]) for kept in written for number in kept)
    assert counts == list(range(1, 4 * 6 + 4 * 3 + 1))
