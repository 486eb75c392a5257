"""Two clicks at the same moment, on two real connections."""

import threading
import time
from functools import partial

import psycopg
import pytest
from django.db import connection
from django.test import Client

from bureau.org.models import Unit
from tests.org.people import unit
from tests.pages.posting import form_of
from tests.together import together

WORDS = {"name": "县水利局", "short": "水利局", "unit_class": "economy", "order": "5", "active": "on"}


def wait_until_it_waits(click, onlooker):
    """Until the second click stands at the lock that the first one holds."""
    waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    while click.is_alive() and onlooker.execute(waiting).fetchone() is None:
        time.sleep(0.01)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_second_of_two_clicks_is_told_and_saves_nothing(office):
    answers = []

    def second_click():
        answers.append(office.post("/admin/org/unit/add/", WORDS))
        connection.close()

    address = connection.get_connection_params()
    with psycopg.connect(**address) as first, psycopg.connect(**address, autocommit=True) as onlooker:
        first.execute(
            "INSERT INTO org_unit (name, short, aliases, mark, unit_class, initials, supervisable,"
            " countersigns, \"order\", active, former) VALUES ('县水利局', '水利局', '', '', 'economy', 'slj',"
            " true, false, 5, true, '{}')"
        )
        click = threading.Thread(target=second_click)
        click.start()
        wait_until_it_waits(click, onlooker)
        first.commit()
        click.join()
    assert answers[0].status_code == 302
    assert "刚刚已经保存" in office.get(answers[0].url).content.decode()
    assert [place.short for place in Unit.objects.all()] == ["水利局"]


@pytest.mark.django_db
def test_a_later_click_is_told_beside_the_field(office):
    unit()
    errors = office.post("/admin/org/unit/add/", WORDS).context["adminform"].form.errors
    assert errors["short"] == ["已有单位用这个简称。"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("table", "edits"),
    [
        (
            "/admin/org/workdayexception/?year=2027",
            [{"days": ["2027-02-08"], "arrangement": "off", "name": name} for name in ("春节", "元宵节")],
        ),
        ("/admin/org/limit/", [{"sign-any_0": many, "sign-any_1": "workdays"} for many in ("2", "4")]),
        ("/admin/notices/rung/", [{"red-any": days} for days in ("9", "11")]),
    ],
)
def test_of_two_administrators_who_save_one_table_in_the_same_second_the_second_is_told(county, table, edits):
    clicks = []
    for edit in edits:
        browser = Client()
        browser.force_login(county.system)
        clicks.append(partial(browser.post, table, form_of(browser.get(table)) | edit))
    answers = together(*clicks)
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    told = next(answer for answer in answers if answer.status_code == 200)
    assert "别人已改过" in told.content.decode()
