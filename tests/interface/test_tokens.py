"""A token opens what two administrators agreed on, until they say otherwise; of it only a digest is kept."""

import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client as Browser
from django.utils import timezone

from bureau.interface import issuing
from bureau.interface.models import Client
from bureau.jobs.barred import Barred
from bureau.notices.models import Notice
from bureau.org.models import AdminEntry
from tests.interface.clients import Machine, asked

pytestmark = pytest.mark.django_db


def test_who_has_no_token_is_told_to_bring_one(county):
    answer = Browser().get("/api/v1/ledgers")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert "没有凭证" in answer.json()["problems"][0]["sentence"]


def test_a_login_in_a_browser_is_no_token(county, enter):
    assert enter(county.director).get("/api/v1/ledgers").status_code == 401


def test_what_waits_for_confirmation_opens_nothing_and_needs_a_second_administrator(county):
    client = asked(county, county.officer)
    assert client.digest is None
    with pytest.raises(Barred, match="不能自己确认"):
        issuing.confirm(county.system, client.pk)


def test_the_token_is_kept_nowhere(county, machine):
    one = machine(county.officer, url="http://127.0.0.1:1/", events=["matter.closed"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT c::text FROM interface_client c")
        (row,) = cursor.fetchone()
    assert one.token not in row
    assert one.secret not in row
    assert not AdminEntry.objects.filter(sentence__contains=one.token).exists()


def test_the_secret_that_signs_events_is_encrypted_anew_with_another_key(county, machine, settings):
    one = machine(county.officer, url="http://127.0.0.1:1/", events=["matter.closed"])
    settings.VAULT_KEYS_BEFORE, settings.VAULT_KEY = [settings.VAULT_KEY], "another-key"
    call_command("rotate_vault", stdout=StringIO())
    settings.VAULT_KEYS_BEFORE = []
    assert issuing.secret_of(Client.objects.get(pk=one.client.pk)) == one.secret


def revoke(county, client):
    issuing.end(county.security, client.pk)


def run_out(county, client):
    Client.objects.filter(pk=client.pk).update(until=timezone.localdate() - timedelta(days=1))


def close_account(county, client):
    type(client.person).objects.filter(pk=client.person_id).update(is_active=False)


@pytest.mark.parametrize("ended", [revoke, run_out, close_account])
def test_a_token_that_ended_opens_nothing(county, machine, ended):
    one = machine(county.officer)
    assert one.get("ledgers").status_code == 200
    ended(county, one.client)
    assert one.get("ledgers").status_code == 401


@pytest.mark.parametrize(
    "scope, open_to", [("ledgers", "ledgers"), ("papers", "bulletins"), ("figures", "figures/instructions")]
)
def test_a_token_opens_what_is_in_its_scope_alone(county, machine, scope, open_to):
    one = machine(county.officer, scope)
    found = {path: one.get(path).status_code for path in ("ledgers", "bulletins", "figures/instructions")}
    assert {path for path, status in found.items() if status == 200} == {open_to}
    assert set(found.values()) == {200, 403}
    assert one.send("orders", {"sender_id": "1", "orders": [{}]}).status_code == 403


def test_each_act_of_an_administrator_is_a_line(county, machine):
    one = machine(county.officer, name="县档案馆")
    issuing.end(county.system, one.client.pk)
    lines = list(AdminEntry.objects.order_by("pk").values_list("actor__username", "sentence"))
    told = [(by, words.partition("：")[0]) for by, words in lines if "县档案馆" in words]
    assert told == [
        ("system", "提出（待安全管理员确认）"),
        ("security", "确认并发出凭证"),
        ("system", "已撤销"),
    ]


def test_the_person_and_the_directors_hear_of_each_act_and_who_confirms_of_the_first(county, machine):
    one = machine(county.officer, name="县档案馆")
    issuing.end(county.system, one.client.pk)
    heard = Notice.objects.filter(news="account", words__contains="县档案馆").order_by("pk")
    told = [(notice.person.username, notice.words.partition("：")[0]) for notice in heard]
    acts = ["提出（待安全管理员确认）", "确认并发出凭证", "已撤销"]
    for name in ("officer", "director", "deputy"):
        assert [act for who, act in told if who == name] == acts
    assert [act for who, act in told if who == "security"] == acts[:1]
    assert {who for who, _act in told} == {"officer", "director", "deputy", "security"}
    assert not any(one.token in notice.words for notice in heard)


def test_so_many_a_minute_and_each_client_by_itself(county, machine, time_machine):
    time_machine.move_to("2026-11-20T10:00:10+08:00", tick=False)
    one, other = machine(county.officer, per_minute=2), machine(county.officer)
    assert [one.get("ledgers").status_code for _ in range(3)] == [200, 200, 429]
    assert one.get("ledgers")["Retry-After"] == "60"
    assert other.get("ledgers").status_code == 200
    time_machine.move_to("2026-11-20T10:01:00+08:00", tick=False)
    assert one.get("ledgers").status_code == 200


def test_what_is_not_in_its_scope_counts_too(county, machine, time_machine):
    time_machine.move_to("2026-11-20T10:00:10+08:00", tick=False)
    one = machine(county.officer, "papers", per_minute=2)
    assert [one.get("ledgers").status_code for _ in range(3)] == [403, 403, 429]


def test_every_use_leaves_a_line_that_names_the_client_and_no_content(county, machine, caplog):
    one = machine(county.officer)
    with caplog.at_level(logging.INFO, "bureau.access"):
        one.get("ledgers/directives", q="水库")
    (line,) = [record.facts for record in caplog.records if record.name == "bureau.access"]
    assert (line["client"], line["person"], line["status"]) == (one.client.pk, county.officer.pk, 200)
    assert line["path"] == "/api/v1/ledgers/directives"
    assert "水库" not in str(line)


def test_a_token_with_something_added_is_none(county, machine):
    one = machine(county.officer)
    for token in (one.token + "x", one.token[:-1], "", "\x00", "凭证"):
        assert Machine(one.client, token.encode().decode("latin-1")).get("ledgers").status_code == 401
