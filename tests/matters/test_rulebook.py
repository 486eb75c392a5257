"""Many deadlines are reckoned by the same rules, or not at all."""

from datetime import date

import pytest
from django.db import transaction

from bureau.matters import batches
from bureau.matters.deadlines.rulebook import RulesChanged, rules, same_rules
from bureau.matters.flow import VERBS
from bureau.org.models import Limit, WorkdayException
from directives import actions, flow
from directives.models import Directive

pytestmark = pytest.mark.django_db


def test_inside_the_rules_are_asked_once_and_at_the_end_once_more(county, django_assert_num_queries):
    rules()  # the calendar is built once per process
    with django_assert_num_queries(4), same_rules():
        assert rules() is rules()
    with django_assert_num_queries(4):
        assert rules() is not rules()


@pytest.mark.parametrize(
    "edit",
    [
        lambda: Limit.objects.filter(step="sign").update(amount=77),
        lambda: WorkdayException.objects.get_or_create(day=date(2030, 5, 6), working=False, name="县庆"),
    ],
)
def test_an_edit_meanwhile_lets_nothing_stand(county, edit, monkeypatch):
    keys = [county.directive("approved").pk for _ in range(2)]

    dispatch = actions.dispatch

    def dispatch_and_edit(person, directive):
        edit()
        return dispatch(person, directive)

    monkeypatch.setitem(VERBS, flow.DISPATCH.key, dispatch_and_edit)
    with pytest.raises(RulesChanged, match="请再办一次"), transaction.atomic():
        batches.take_all(county.officer, Directive, flow.DISPATCH, dict.fromkeys(keys, ""), {})
    assert set(Directive.objects.values_list("state", flat=True)) == {"approved"}


def test_rules_are_asked_anew_after_the_block_also_where_it_failed(county):
    with pytest.raises(ValueError, match="x"), same_rules():
        raise ValueError("x")
    Limit.objects.filter(step="sign").update(amount=77)
    assert rules().limits.of("directives", "minutes", "sign").amount == 77
