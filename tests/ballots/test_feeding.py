"""What voters say becomes the value of an indicator that is supplied by 测评."""

from decimal import Decimal

import pytest

from appraisal.actions import indicators, valuing
from appraisal.ballots.feeding import feed
from appraisal.models import Indicator, Value
from appraisal.reckoning import reckon
from bureau.jobs.barred import Barred
from bureau.matters.policy import Refused
from tests.appraisal.playing import appraiser, begin, cell, draft, indicator, open_it, publish, typed
from tests.ballots.playing import begun, counted

pytestmark = pytest.mark.django_db
BALLOTS = [(1, 2, 1), (1, 2, 1), (1, 3, 1), (2, 3, 1), (2, 2, 1), (1, 1, 1)]
OPTIONS = [("a", "优秀", "100"), ("b", "称职", "80"), ("c", "基本称职", "60"), ("d", "不称职", "40")]
VOTERS = [("staff", "本单位干部职工", "60"), ("leaders", "县级领导", "40")]


def rule(voters=VOTERS) -> dict:
    return {
        "kind": "evaluation",
        "options": [{"key": key, "name": name, "value": value} for key, name, value in OPTIONS],
        "groups": [{"key": key, "name": name, "weight": weight} for key, name, weight in voters],
    }


@pytest.fixture
def evaluated(county):
    """A period, one of whose indicators is supplied by 测评 under that rule."""

    def of(declared: dict):
        scheme = draft(county)
        indicators.drop_indicator(appraiser(county), scheme.indicators.get(code="2"))
        indicator(scheme, "3", "40", declared, name="民主测评", supplier=Indicator.Supplier.EVALUATION)
        found = begin(county, publish(county, scheme))
        open_it(county, found)
        found.refresh_from_db()
        return found

    return of


def asked(period) -> Indicator:
    return Indicator.objects.get(scheme__in=period.schemes.all(), code="3")


def test_a_rule_by_groups_of_voters_is_given_their_ballots(county, evaluated):
    period = evaluated(rule())
    feed(appraiser(county), counted(county, period, BALLOTS), asked(period), "team")
    value = Value.objects.get(indicator=asked(period), appraised__assignment__unit=county.water)
    assert value.data["ballots"] == {
        "staff": {"a": "4", "b": "2", "c": "0", "d": "0"},
        "leaders": {"a": "8", "b": "0", "c": "0", "d": "0"},
    }
    assert "年度民主测评" in value.words
    row = next(one for one in reckon_row(period, county.water) if one.code == "3")
    assert row.score == Decimal("38.40")  # 96 of 100, of 40 points


def reckon_row(period, unit):
    """The rows of a unit's score, with all else given in full."""
    cells = {}
    for part in period.appraised.select_related("assignment__unit", "scheme"):
        cells |= {cell(part, "1.1"): typed("100"), cell(part, "1.2"): typed("100")}
    valuing.write_values(period.matter.officer, period, cells)
    return reckon(period).lines[unit.pk].rows


def test_a_rule_by_one_number_is_given_the_weighted_mean(county, evaluated):
    period = evaluated({"kind": "ratio", "target": "100"})
    feed(appraiser(county), counted(county, period, BALLOTS), asked(period), "team")
    value = Value.objects.get(indicator=asked(period), appraised__assignment__unit=county.water)
    assert value.data == {"value": "96.00"}


def test_a_group_with_too_few_ballots_is_not_among_them(county, evaluated):
    period = evaluated(rule())
    feed(appraiser(county), counted(county, period, BALLOTS[:3]), asked(period), "team")
    value = Value.objects.get(indicator=asked(period), appraised__assignment__unit=county.water)
    assert set(value.data["ballots"]) == {"leaders"}


def test_what_is_fed_again_takes_the_place_of_what_was_fed(county, evaluated):
    period = evaluated(rule())
    poll = counted(county, period, BALLOTS)
    for _twice in range(2):
        written, lacking = feed(appraiser(county), poll, asked(period), "team")
    assert (written.clashed, lacking) == ((), [])
    assert Value.objects.filter(indicator=asked(period)).count() == 3


def test_a_rule_with_other_groups_or_weights_is_told(county, evaluated):
    period = evaluated(rule([("staff", "本单位干部职工", "50"), ("leaders", "县级领导", "50")]))
    with pytest.raises(Barred, match="投票人是：本单位干部职工50、县级领导50，与本次测评不一致"):
        feed(appraiser(county), counted(county, period, BALLOTS), asked(period), "team")


def test_nothing_is_fed_before_the_count_was_confirmed(county, evaluated):
    period = evaluated(rule())
    with pytest.raises(Barred, match="计票确认以后"):
        feed(appraiser(county), begun(county, period), asked(period), "team")


def test_nobody_feeds_but_the_desk(county, evaluated):
    period = evaluated(rule())
    poll = counted(county, period, BALLOTS)
    with pytest.raises(Refused):
        feed(county.water_liaison, poll, asked(period), "team")
    assert not Value.objects.filter(indicator=asked(period)).exists()
