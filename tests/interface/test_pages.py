"""The administrators' pages: asked for, confirmed by the other, shown once, revoked; the description, offline."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from bureau.interface.models import Client
from bureau.matters.heard import Event

pytestmark = pytest.mark.django_db


def form(county, **words) -> dict:
    until = timezone.localdate() + timedelta(days=30)
    words = {
        "name": "县政府OA",
        "person": county.officer.pk,
        "scopes": ["ledgers"],
        "per_minute": 60,
        **words,
    }
    return {"until": until.isoformat(), **words}


def test_who_asks_does_not_confirm(county, enter):
    office = enter(county.system)
    office.post("/interface/new/", form(county))
    client = Client.objects.get()
    assert "确认并发出凭证" not in office.get("/interface/").content.decode()
    assert "确认并发出凭证" in enter(county.security).get("/interface/").content.decode()
    office.post("/interface/", {"confirm": client.pk})
    client.refresh_from_db()
    assert (client.confirmed_at, client.ended_at) == (None, None)


def test_the_token_is_shown_once(county, enter):
    office, guard = enter(county.system), enter(county.security)
    office.post("/interface/new/", form(county, url="https://oa.example/hear", events=[Event.CLOSED]))
    client = Client.objects.get()
    page = guard.post("/interface/", {"confirm": client.pk}).content.decode()
    token, secret = re.findall(r"<code>([^<]+)</code>", page)
    assert enter(None, headers={"authorization": f"Bearer {token}"}).get("/api/v1/ledgers").status_code == 200
    again = guard.post("/interface/", {"confirm": client.pk}, follow=True).content.decode()
    assert "已经确认过" in again
    for page in (again, office.get("/interface/").content.decode()):
        assert token not in page
        assert secret not in page
    guard.post("/interface/", {"end": client.pk})
    assert enter(None, headers={"authorization": f"Bearer {token}"}).get("/api/v1/ledgers").status_code == 401


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"name": ""}, "系统名称"),
        ({"person": 0}, "以谁的账号"),
        ({"scopes": []}, "请选择“范围”"),
        ({"scopes": ["everything"]}, "范围"),
        ({"until": "2020-01-01"}, "不能早于今天"),
        ({"until": "2099-01-01"}, "最长一年"),
        ({"per_minute": 0}, "每分钟次数"),
        ({"url": "ftp://oa.example/"}, "https://"),
        ({"url": "https://oa.example/"}, "要一起填"),
        ({"events": [Event.CLOSED]}, "要一起填"),
    ],
)
def test_what_is_wrong_with_the_form_is_said_and_nothing_is_asked_for(county, enter, wrong, words):
    page = enter(county.system).post("/interface/new/", form(county, **wrong))
    assert page.status_code == 200
    assert words in page.content.decode()
    assert not Client.objects.exists()


def test_no_client_acts_as_an_administrator(county, enter):
    for who in (county.system, county.security, county.audit):
        enter(county.system).post("/interface/new/", form(county, person=who.pk))
    assert not Client.objects.exists()


def test_in_production_events_go_to_encrypted_addresses_alone(county, enter, settings):
    settings.PRODUCTION = True
    told = {"url": "http://oa.example/", "events": [Event.CLOSED]}
    assert "https://" in enter(county.system).post("/interface/new/", form(county, **told)).content.decode()
    assert not Client.objects.exists()


def test_the_description_names_every_address_and_needs_nothing_from_outside(county, enter):
    page = enter(county.security).get("/interface/described/").content.decode()
    told = enter(county.system).get("/interface/openapi.json").json()
    assert told["openapi"].startswith("3.")
    for path in told["paths"]:
        assert path in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert "orders[].facts" in page


def test_what_another_posts_is_a_sentence(county, enter):
    for sent in ({}, {"end": "x"}, {"confirm": "9" * 40}, {"end": "\x00"}):
        answer = enter(county.security).post("/interface/", sent, follow=True)
        assert answer.status_code == 200
        assert "已经撤销，或者不存在" in answer.content.decode()
