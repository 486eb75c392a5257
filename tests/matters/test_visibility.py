"""Who sees which matter: every post of the cast against every kind of matter, in lists, counts and search."""

import pytest
from django.contrib.auth.models import AnonymousUser

from bureau.matters.access import grants
from bureau.matters.models import Matter, MatterGrant
from bureau.org.models import Portfolio
from directives import actions
from directives.models import Directive
from tests.county import in_days

pytestmark = pytest.mark.django_db

DESK = {"officer", "colleague", "director", "deputy"}
OF_WATER = {"water_liaison", "water_head"}
MAGISTRATE, VICE = {"magistrate"}, {"vice"}


def drafted(county):
    return county.directive("draft")


def approved(county):
    return county.directive("approved", to=[county.water, county.roads])


def dispatched(county):
    return county.directive("dispatched", to=[county.water, county.roads])


def closed(county):
    return county.directive("closed", to=[county.water, county.roads])


def of_another_unit(county):
    return county.directive("running", to=[county.finance])


def void_before_dispatch(county):
    directive = county.directive("approved")
    actions.void(county.director, directive, "重复立项")
    return directive


def void_after_dispatch(county):
    directive = county.directive("running")
    actions.void(county.director, directive, "任务取消")
    return directive


def sealed(county):
    return county.directive("dispatched", secrecy="sealed")


def granted(county):
    directive = sealed(county)
    grants.grant(county.officer, directive.matter, county.stranger, "协助核查", in_days(3))
    return directive


def grant_expired(county):
    directive = granted(county)
    MatterGrant.objects.update(until=in_days(-1))
    return directive


SEEN = {
    drafted: DESK,
    approved: DESK,
    dispatched: DESK | OF_WATER | {"roads_liaison"} | MAGISTRATE | VICE,
    closed: DESK | OF_WATER | {"roads_liaison"} | MAGISTRATE | VICE,
    of_another_unit: DESK | {"finance_liaison"} | MAGISTRATE,
    void_before_dispatch: DESK,
    void_after_dispatch: DESK | OF_WATER | MAGISTRATE | VICE,
    sealed: {"officer", "director", "deputy"} | MAGISTRATE,
    granted: {"officer", "director", "deputy", "stranger"} | MAGISTRATE,
    grant_expired: {"officer", "director", "deputy"} | MAGISTRATE,
}


@pytest.mark.parametrize("played, expected", SEEN.items(), ids=lambda value: getattr(value, "__name__", None))
def test_exactly_those_see_it_in_every_list_count_and_search(county, played, expected):
    directive = played(county)
    for name, person in county.cast.items():
        sees = name in expected
        assert Matter.objects.visible_to(person).filter(pk=directive.pk).exists() is sees, name
        assert Matter.objects.visible_to(person).count() == sees, name
        assert Matter.objects.visible_to(person).search("水库").count() == sees, name
        assert list(Directive.objects.visible_to(person)) == ([directive] if sees else []), name
        assert Directive.objects.visible_to(person).search("隐患").count() == sees, name


def test_who_is_not_logged_in_sees_nothing(county):
    dispatched(county)
    assert not Matter.objects.visible_to(AnonymousUser()).exists()


def test_a_person_with_two_ways_to_a_matter_sees_it_once(county):
    directive = dispatched(county)
    grants.grant(county.officer, directive.matter, county.water_liaison, "另行授权", in_days(3))
    assert list(Matter.objects.visible_to(county.water_liaison)) == [directive.matter]


def test_a_second_portfolio_adds_its_units(county):
    of_another_unit(county)
    assert not Matter.objects.visible_to(county.vice).exists()
    Portfolio.objects.create(leader=county.vice, functions=["directives"]).units.add(county.finance)
    assert Matter.objects.visible_to(county.vice).count() == 1


def test_a_portfolio_of_another_function_opens_no_directive(county):
    of_another_unit(county)
    Portfolio.objects.create(leader=county.vice, functions=["complaints"], all_units=True)
    assert not Matter.objects.visible_to(county.vice).exists()


def test_a_liaison_without_a_unit_sees_nothing(county):
    dispatched(county)
    county.water_liaison.unit = None
    assert not Matter.objects.visible_to(county.water_liaison).exists()


def test_an_intake_clerk_does_not_sit_at_the_directives_desk(county):
    dispatched(county)
    county.stranger.postings.update(post="intake")
    assert not Matter.objects.visible_to(county.stranger).exists()


def test_sealing_takes_a_running_matter_from_its_units_lists(county):
    directive = dispatched(county)
    Matter.objects.filter(pk=directive.pk).update(secrecy="sealed")
    directive.refresh_from_db()
    actions.suspend(county.director, directive, "转为限阅")
    assert not Matter.objects.visible_to(county.water_liaison).exists()
