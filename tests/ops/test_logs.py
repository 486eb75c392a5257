"""The log: a number for everything that one request causes, one line each, nothing that anybody wrote."""

import json
import logging
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from celery import signals
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError, connection
from django.test import Client
from django.urls import path

from bureau import urls
from bureau.matters.models import Matter
from bureau.ops.logs import number, slow
from bureau.ops.logs.lines import Json, Plain
from tests.county import PASSWORD
from tests.ops.conftest import SECRET

pytestmark = pytest.mark.django_db
SANE = "0123456789abcdef"


class Heard(logging.Handler):
    """Every record as production would write it."""

    def __init__(self):
        super().__init__()
        self.setFormatter(Json())
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))

    def of(self, logger: str) -> list[dict]:
        return [line for line in map(json.loads, self.lines) if line["logger"] == logger]


@pytest.fixture
def heard():
    handler, root = Heard(), logging.getLogger()
    root.addHandler(handler)
    yield handler
    root.removeHandler(handler)


@login_not_required
def breaks(request):
    try:
        int(request.GET["words"])
    except ValueError as first:
        raise RuntimeError(request.GET["words"]) from first


urlpatterns = [*urls.urlpatterns, path("breaks/", breaks, name="breaks")]
handler500 = urls.handler500


def test_a_request_is_one_line_without_its_query(county, enter, heard):
    enter(county.officer).get("/search/?q=密钥")
    (line,) = heard.of("bureau.access")
    assert {name: line[name] for name in ("method", "path", "status", "person", "level")} == {
        "method": "GET",
        "path": "/search/",
        "status": 200,
        "person": county.officer.pk,
        "level": "INFO",
    }
    assert isinstance(line["ms"], int)


def test_whoever_logs_in_is_named_by_key_only(county, client, heard):
    client.post("/login/", {"username": "officer", "password": PASSWORD})
    (line,) = heard.of("bureau.access")
    assert line["person"] == county.officer.pk
    assert PASSWORD not in "".join(heard.lines)


def test_machines_and_style_sheets_make_no_line(client, heard):
    client.get("/healthz")
    client.get("/static/css/base.css")
    assert heard.of("bureau.access") == []
    client.get("/static/nowhere.css")
    assert [line["status"] for line in heard.of("bureau.access")] == [404]


@pytest.mark.parametrize(
    "proxies, told, taken",
    [
        (1, SANE, True),
        (0, SANE, False),
        (1, "short", False),
        (1, "x" * 65, False),
        (1, "a number\nwith a line", False),
        (1, "编号编号编号编号", False),
        (1, '"}{"level":"ERROR', False),
    ],
)
def test_a_number_is_taken_from_our_proxy_when_it_is_sane(client, settings, proxies, told, taken):
    settings.PROXY_COUNT = proxies
    given = client.get("/login/", headers={"X-Request-ID": told})["X-Request-ID"]
    assert (given == told) == taken
    assert number.SANE.fullmatch(given)
    assert number.current.get() == ""


@pytest.mark.urls(__name__)
def test_an_error_is_found_by_the_number_on_the_page_and_quotes_nobody(heard):
    answer = Client(raise_request_exception=False).get("/breaks/?words=密钥甲乙")
    (line,) = heard.of("django.request")
    assert answer.status_code == 500
    assert f"<code>{line['request_id']}</code>" in answer.content.decode()
    assert answer["X-Request-ID"] == line["request_id"]
    assert [error["type"] for error in line["error"]] == ["builtins.RuntimeError", "builtins.ValueError"]
    assert any("breaks" in frame for frame in line["error"][0]["at"])
    assert "密钥" not in "".join(heard.lines)


def test_of_a_database_error_the_code_and_the_constraint_are_told(county, heard):
    matter = county.directive("approved").matter
    Matter.objects.filter(pk=matter.pk).update(title=SECRET)
    try:
        Matter.objects.create(
            number=matter.number, title=SECRET, officer=county.officer, registered_at=matter.registered_at
        )
    except IntegrityError:
        logging.getLogger("x").exception("it broke")
    (line,) = heard.of("x")
    assert line["error"][1]["code"] == "23505"
    assert "number" in line["error"][1]["constraint"]
    assert matter.number not in heard.lines[-1]


def test_a_line_stays_one_line():
    record = logging.makeLogRecord({"name": "x", "msg": 'a\nb\r\n{"level": "ERROR"}', "levelname": "INFO"})
    assert len(Json().format(record).splitlines()) == len(Plain().format(record).splitlines()) == 1


def test_what_a_task_was_given_and_gave_back_is_not_told():
    context = {"name": "a.task", "id": "7", "exc": f"ValueError('{SECRET}')", "return_value": SECRET}
    for message in ("Task %(name)s[%(id)s] raised: %(exc)s", "Task %(name)s[%(id)s]: %(return_value)s"):
        record = logging.LogRecord("celery.app.trace", logging.INFO, "", 1, message, (context,), None)
        assert SECRET not in Json().format(record)


def test_what_others_hang_on_a_record_is_not_told(rf, heard):
    raised = ValueError(SECRET)
    hung = {"request": rf.get(f"/?q={SECRET}"), "data": {"exc": raised}, "facts": {"ms": 7}}
    logging.getLogger("x").error("it broke", extra=hung, exc_info=raised, stack_info=True)
    (line,) = heard.of("x")
    assert set(line) == {"time", "level", "logger", "message", "request_id", "ms", "error"}
    assert SECRET not in "".join(heard.lines)


def test_an_exception_that_another_formatter_has_written_out_is_not_told():
    try:
        int(SECRET)
    except ValueError as raised:
        record = logging.makeLogRecord({"msg": "it broke", "exc_info": (ValueError, raised, None)})
    assert SECRET in logging.Formatter().format(record)
    assert SECRET in record.exc_text
    for exc_info in (record.exc_info, None, (None, None, None)):
        record.exc_info = exc_info
        assert SECRET not in Json().format(record)


def test_a_line_has_its_time_in_the_zone_of_the_county_and_whatever_its_facts_are():
    facts = {"day": date(2026, 11, 26), "words": "桃溪"}
    record = logging.makeLogRecord({"name": "x", "msg": "done", "created": 0.25, "facts": facts})
    line = Json().format(record)
    assert datetime.fromisoformat(json.loads(line)["time"]) == datetime.fromtimestamp(0.25, UTC)
    assert "T08:00:00.250+08:00" in line
    assert '"2026-11-26", "words": "桃溪"' in line


def test_the_number_goes_with_the_bell():
    token, headers = number.current.set(SANE), {}
    signals.before_task_publish.send("a.task", headers=headers)
    number.current.reset(token)
    task = SimpleNamespace(request=headers)
    signals.task_prerun.send("a.task", task=task, task_id="7")
    assert number.current.get() == SANE
    signals.task_postrun.send("a.task")
    assert number.current.get() == ""
    signals.task_prerun.send("a.task", task=SimpleNamespace(request={}), task_id="7")
    assert number.current.get() == "7"
    signals.task_postrun.send("a.task")


def test_a_slow_statement_is_told_without_its_values(heard, monkeypatch):
    monkeypatch.setattr(slow, "SLOW", -1)
    Matter.objects.filter(title=SECRET).exists()
    told = heard.of("bureau.slow")
    assert any("matters_matter" in line["sql"] for line in told)
    assert SECRET not in "".join(heard.lines)


def test_statements_are_watched_once_however_often_one_connects():
    slow.attach(connection)
    slow.attach(connection)
    assert connection.execute_wrappers.count(slow.watch) == 1


def test_a_sealed_matter_leaves_no_word_in_the_log(county, sealed, enter, heard):
    officer = enter(county.officer, raise_request_exception=False)
    officer.get(f"/directives/?q={SECRET}")
    officer.get(sealed.get_absolute_url())
    officer.post(f"/directives/{sealed.pk}/suspend/", {"reason": SECRET, "remark": SECRET})
    officer.post(f"/{SECRET}\n", {"title": SECRET}, headers={"Referer": f"http://x/?q={SECRET}"})
    enter(county.stranger).get(sealed.get_absolute_url())
    assert len(heard.of("bureau.access")) == 5
    lines = [
        line for line in heard.lines if f"/{SECRET}" not in line
    ]  # an address is told as it was asked for
    assert len(lines) == len(heard.lines) - 1
    assert SECRET not in "".join(lines)
