"""Who voted how stands nowhere: the database read whole, the log, the order of keys and of rows, codes tried again."""

import json
import random

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from appraisal.ballots import codes as of_codes
from appraisal.ballots.models import Ballot, Code, WrongCode
from appraisal.ballots.public import limiting
from appraisal.ballots.urn import opened
from bureau.attack.hunting import spellings
from bureau.org.models import Session
from bureau.pages import places
from tests.ballots.playing import begun, close, codes, counted, group, vote

pytestmark = pytest.mark.django_db
VOTE = "/ceping/"
BALLOTS = [(1, 2, 3), (2, 1, 4), (3, 3, 1), (4, 1, 2), (1, 4, 4), (2, 2, 1), (1, 1, 3), (3, 4, 2)]


@pytest.fixture
def web() -> Client:
    return Client()


def whole_database() -> bytes:
    """Every row of every table, as the database itself writes it."""
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        names = [name for (name,) in cursor.fetchall()]
        found = []
        for name in names:
            cursor.execute(f'select t::text from "{name}" t')
            found += [row for (row,) in cursor.fetchall()]
    return "\n".join(found).encode()


def columns(model) -> set[str]:
    return {field.column for field in model._meta.concrete_fields}


def cast(web, code, *marks, **more):
    rows = {f"row_{at}": str(mark) for at, mark in enumerate(marks, 1)}
    return web.post(VOTE, {"code": code, "do": "send", **rows}, **more)


# --- what is kept ---------------------------------------------------------------------------------------
def test_a_code_is_its_digest_and_a_ballot_its_marks_sealed_and_neither_has_anything_else():
    assert columns(Code) == {"digest", "group_id"}
    assert columns(Ballot) == {"id", "group_id", "sealed"}


def test_no_code_stands_anywhere_in_the_database_used_or_not(county, period, web):
    poll = begun(county, period)
    found = codes(county, poll, 4)
    for code in found[:2]:
        cast(web, code, 1, 2, 3)
    stored = whole_database()
    for code in found:
        assert not any(
            spelling in stored for word in (code, of_codes.grouped(code)) for spelling in spellings(word)
        )


def test_a_digest_is_made_with_a_key_that_the_database_has_not(settings):
    before = of_codes.digests("123456789012")
    settings.VAULT_KEY = "another key"
    assert of_codes.digests("1234 5678 9012") != before


def test_a_used_code_leaves_nothing_behind(county, period, web):
    poll = begun(county, period)
    used, unused = codes(county, poll, 2)
    cast(web, used, 1, 2, 3)
    assert {one.digest for one in Code.objects.all()} == set(of_codes.digests(unused))
    assert of_codes.digests(used)[0].encode() not in whole_database()


def test_codes_lie_in_another_order_than_the_slips(county, period):
    poll = begun(county, period)
    printed = [of_codes.digests(code)[0] for code in codes(county, poll, 12)]
    with connection.cursor() as cursor:
        cursor.execute("select digest from ballots_code order by ctid")
        assert [digest for (digest,) in cursor.fetchall()] == sorted(printed)


def test_a_vote_changes_no_table_but_the_codes_and_the_ballots(
    county, period, web, django_assert_num_queries
):
    poll = begun(county, period)
    (code,) = codes(county, poll, 1)
    before = rows_by_table()
    assert cast(web, code, 1, 2, 3).status_code == 200
    after = rows_by_table()
    assert {name for name in after if after[name] != before[name]} == {"ballots_code", "ballots_ballot"}


def rows_by_table() -> dict[str, list[str]]:
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        found = {}
        for (name,) in cursor.fetchall():
            cursor.execute(f'select t::text from "{name}" t')
            found[name] = sorted(row for (row,) in cursor.fetchall())
    return found


# --- what was voted, in which order ---------------------------------------------------------------------
def test_who_reads_the_database_reads_no_marks_and_all_ballots_are_of_one_length(county, period):
    poll = begun(county, period)
    vote(county, poll, [*BALLOTS, (0, 0, 0)])
    sealed = [bytes(one.sealed) for one in Ballot.objects.all()]
    assert len({len(one) for one in sealed}) == 1
    assert len(set(sealed)) == len(sealed)
    assert not any(bytes(marks) in one for marks in BALLOTS for one in sealed)


def test_a_ballot_that_is_moved_to_another_group_opens_no_more(county, period):
    poll = begun(county, period)
    vote(county, poll, BALLOTS[:1])
    ballot = Ballot.objects.get()
    ballot.group = group(poll, "县级领导")
    with pytest.raises(Exception, match="改动过"):
        list(opened([ballot]))


def test_keys_of_ballots_say_nothing_of_their_order(county, period):
    poll = begun(county, period)
    keys = []
    for code in codes(county, poll, 12):
        before = set(Ballot.objects.values_list("pk", flat=True))
        cast(Client(), code, 1, 2, 3)
        keys += set(Ballot.objects.values_list("pk", flat=True)) - before
    assert keys != sorted(keys)
    assert keys != sorted(keys, reverse=True)


def lying() -> tuple[list[tuple[int, ...]], set[str]]:
    """The ballots as they lie on the disk, and which transactions wrote them."""
    with connection.cursor() as cursor:
        cursor.execute("select id, xmin::text from ballots_ballot order by ctid")
        rows = cursor.fetchall()
    found = Ballot.objects.in_bulk([key for key, _xmin in rows])
    return list(opened(found[key] for key, _xmin in rows)), {xmin for _key, xmin in rows}


def test_once_it_is_closed_ballots_lie_in_another_order_with_other_keys_written_at_once(
    county, period, monkeypatch
):
    poll = begun(county, period)
    vote(county, poll, BALLOTS)
    order, _writers = lying()
    keys = set(Ballot.objects.values_list("pk", flat=True))
    monkeypatch.setattr("secrets.SystemRandom", lambda: random.Random(7))
    close(county, poll)
    after, writers = lying()
    assert order == BALLOTS
    assert after != order
    assert sorted(after) == sorted(order)
    assert len(writers) == 1
    assert keys.isdisjoint(Ballot.objects.values_list("pk", flat=True))


def test_once_it_is_closed_no_code_is_left(county, period):
    poll = begun(county, period)
    codes(county, poll, 5)
    close(county, poll)
    assert not Code.objects.exists()


# --- the way there --------------------------------------------------------------------------------------
def test_no_line_of_the_log_has_the_code_the_marks_or_who_it_is(county, period, caplog, enter):
    poll = begun(county, period)
    (code,) = codes(county, poll, 1)
    caplog.set_level("DEBUG")
    browser = enter(county.water_head)
    browser.get("/")
    before = {one.pk: (one.session_data, one.expire_date) for one in Session.objects.all()}
    caplog.clear()
    for do in ("", "review", "send"):
        browser.post(VOTE, {"code": code, "do": do, "row_1": "1", "row_2": "4"})
    said = caplog.text + json.dumps([getattr(line, "facts", {}) for line in caplog.records])
    assert code not in said
    assert of_codes.digests(code)[0] not in said
    lines = [line.facts for line in caplog.records if line.name == "bureau.access"]
    assert [line["path"] for line in lines] == [VOTE] * 3
    assert {line["person"] for line in lines} == {None}
    assert {one.pk: (one.session_data, one.expire_date) for one in Session.objects.all()} == before


def test_the_proxy_writes_no_line_of_who_votes(settings):
    conf = (settings.BASE_DIR / "bureau/setup/production/nginx.conf").read_text()
    block = conf.partition("location /ceping/ {")[2].partition("}")[0]
    assert "access_log off;" in block


def test_a_code_in_an_address_is_not_looked_at(county, period, web):
    (code,) = codes(county, begun(county, period), 1)
    answer = web.get(f"{VOTE}?code={code}")
    assert code not in answer.content.decode()
    assert "被测评" not in answer.content.decode()
    assert web.get(f"{VOTE}{code}/").status_code == 404


def test_the_pages_are_nobodys_and_stay_nowhere(county, period, web):
    (code,) = codes(county, begun(county, period), 1)
    answers = [web.get(VOTE), *(web.post(VOTE, {"code": code, "do": do}) for do in ("", "review", "send"))]
    for answer in answers:
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "private, no-store"
        assert "noindex" in answer["X-Robots-Tag"]
        assert "sessionid" not in answer.cookies
        assert "<script" not in answer.content.decode()


# --- codes tried ----------------------------------------------------------------------------------------
def test_a_used_code_answers_exactly_like_one_that_never_was(county, period, web):
    poll = begun(county, period)
    (used,) = vote(county, poll, BALLOTS[:1])
    ours, others = web.post(VOTE, {"code": used}), web.post(VOTE, {"code": "000000000001"})
    assert ours.status_code == others.status_code == 404
    assert unmarked(ours) == unmarked(others)
    assert spent(web, used) == spent(web, "000000000001")


def unmarked(answer) -> str:
    """Without the token of the form, which is another one each time."""
    token = answer.context["csrf_token"]
    return answer.content.decode().replace(str(token), "")


def spent(web, code) -> list[str]:
    """The shapes of the statements that it takes: nothing more is asked for the one than for the other."""
    with CaptureQueriesContext(connection) as found:
        web.post(VOTE, {"code": code})
    return [
        query["sql"].split(" WHERE ")[0]
        for query in found.captured_queries
        if "SAVEPOINT" not in query["sql"]
    ]


def test_codes_are_not_tried_for_long_from_one_place(county, period, web, monkeypatch):
    monkeypatch.setattr(limiting, "FROM_ONE_PLACE", 3)
    (code,) = codes(county, begun(county, period), 1)
    for _try in range(3):
        assert web.post(VOTE, {"code": "000000000001"}).status_code == 404
    assert web.post(VOTE, {"code": code}).status_code == 429
    assert web.post(VOTE, {"code": code}, REMOTE_ADDR="10.0.0.9").status_code == 200


def test_a_room_full_of_voters_with_one_address_is_not_held_up(county, period, web, monkeypatch):
    monkeypatch.setattr(limiting, "FROM_ONE_PLACE", 3)
    poll = begun(county, period)
    for code in codes(county, poll, 8):
        assert cast(web, code, 1, 2, 3).status_code == 200
    assert not WrongCode.objects.exists()


def test_of_who_tried_only_a_digest_of_the_day_is_kept(county, web):
    web.post(VOTE, {"code": "000000000001"}, REMOTE_ADDR="10.9.8.7")
    kept = set(WrongCode.objects.values_list("digest", flat=True))
    assert len(kept) == 2
    assert limiting.EVERYBODY in kept
    assert not any("10.9.8.7" in one for one in kept)
    assert places.this_hour() == WrongCode.objects.first().hour


# --- keys are changed -----------------------------------------------------------------------------------
def test_ballots_are_sealed_anew_with_another_key_and_say_the_same(county, period, settings):
    poll = counted(county, period, BALLOTS)
    before = poll.result
    settings.VAULT_KEYS_BEFORE, settings.VAULT_KEY = [settings.VAULT_KEY], "the key of tomorrow"
    call_command("rotate_vault")
    settings.VAULT_KEYS_BEFORE = []
    assert sorted(opened(Ballot.objects.all())) == sorted(BALLOTS)
    assert before == poll.result
