"""授权查阅 on its page."""

import pytest
from django.urls import reverse

from bureau.matters.models import MatterGrant
from tests.county import in_days

pytestmark = pytest.mark.django_db
BACKEND = "bureau.org.backend.PersonBackend"


@pytest.fixture
def sealed(county):
    return county.directive("approved", secrecy="sealed").matter


def page(client, person, matter):
    client.force_login(person, backend=BACKEND)
    return reverse("matters:grants", args=[matter.pk])


def test_the_officer_grants_and_the_granted_opens_the_matter(client, county, sealed):
    url = page(client, county.officer, sealed)
    values = {"to": county.water_liaison.pk, "reason": "承办本事项", "until": str(in_days(30))}
    assert client.post(url, values).status_code == 302
    client.force_login(county.water_liaison, backend=BACKEND)
    assert client.get(sealed.get_absolute_url()).status_code == 200


def test_a_grant_is_withdrawn_by_one_click(client, county, sealed):
    url = page(client, county.officer, sealed)
    client.post(url, {"to": county.water_liaison.pk, "reason": "承办本事项", "until": str(in_days(30))})
    row = MatterGrant.objects.get()
    client.post(url, {"withdraw": row.pk})
    assert not MatterGrant.objects.exists()


def test_an_administrator_is_not_among_those_who_may_be_granted(client, county, sealed):
    url = page(client, county.officer, sealed)
    answer = client.post(url, {"to": county.system.pk, "reason": "看看", "until": str(in_days(3))})
    assert answer.status_code == 200
    assert not MatterGrant.objects.exists()


def test_a_colleague_finds_no_such_page(client, county):
    matter = county.directive("running").matter
    assert client.get(page(client, county.colleague, matter)).status_code == 404


def test_a_sealed_matter_nobody_of_the_unit_may_see_says_so(client, county, sealed):
    client.force_login(county.officer, backend=BACKEND)
    assert "牵头单位还没有人获得授权" in client.get(sealed.get_absolute_url()).content.decode()
