"""Every address of the house × every member of the cast, and the stranger who is not logged in."""

from urllib.parse import quote

import pytest
from django.urls import URLResolver, get_resolver

from tests.house.counted import count_all
from tests.house.table import COLUMNS, SET_ON_REQUEST, places, rows
from tests.vault.planted import WHO

pytestmark = pytest.mark.django_db
ROWS = rows()
CAST = [name for names in COLUMNS.values() for name in sorted(names, key=str)]
QUICK = {"officer", "water_liaison", "magistrate"}  # whose pages `make check` opens
FIRST = {min(names, key=str) for names in COLUMNS.values()}
AS_POST = {"login", "settings"}  # Django's forms take a PUT for a POST


def declared(resolver, spaces=()):
    """The names of all addresses below; the administration is one."""
    for one in resolver.url_patterns:
        if not isinstance(one, URLResolver):
            yield ":".join((*spaces, one.name))
        elif one.app_name != "admin":
            yield from declared(one, (*spaces, one.namespace) if one.namespace else spaces)


def test_every_address_stands_in_the_table():
    assert set(declared(get_resolver())) == {name.partition("/")[0] for name in ROWS}


def test_everybody_of_the_cast_stands_in_the_table(scene):
    assert set(scene.county.cast) == set(CAST) - {None}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.quick] * (name in QUICK)) for name in CAST]
)
def test_each_door_answers_as_the_table_says_tells_nobody_who_complained_and_stays_in_no_browser(
    scene, enter, name
):
    browser, doors = enter(scene.county.cast.get(name)), places(scene)
    asked = [address for address in doors if name in FIRST or address not in SET_ON_REQUEST]
    answers = {address: browser.get(doors[address]) for address in asked}
    found = {address: answer.status_code for address, answer in answers.items()}
    assert found == {address: ROWS[address][name] for address in asked}
    assert [address for address, answer in answers.items() if tells(answer)] == []
    assert [address for address, answer in answers.items() if may_be_kept(answer)] == []


def tells(answer) -> bool:
    """Whether it says something of who complained about the running matter."""
    known = (WHO.name, WHO.phone, WHO.address, WHO.enterprise, WHO.licence)
    return not answer.streaming and any(word.encode() in answer.content for word in known)


def may_be_kept(answer) -> bool:
    """Whether a browser may store it, where the next one at that machine would find it."""
    said = set(answer.headers.get("Cache-Control", "").split(", "))
    return not {"no-store", "private"} <= said and answer.request["PATH_INFO"] != "/healthz"


def test_who_is_not_logged_in_is_led_to_the_door_and_back(scene, enter):
    doors = {name: url for name, url in places(scene).items() if name != "logout"}
    answers = {url: enter(None).get(url) for url in doors.values()}
    away = {url: answer.url for url, answer in answers.items() if answer.status_code == 302}
    assert len(away) == sum(row[None] == 302 for row in ROWS.values()) - 1  # the way out needs no way back
    assert away == {url: f"/login/?next={quote(url)}" for url in away}


@pytest.mark.parametrize("name", CAST)
def test_the_administration_exists_for_its_keepers_alone(scene, enter, name):
    found = enter(scene.county.cast.get(name)).get("/admin/").status_code
    assert found == {"system": 200, "security": 200, None: 302}.get(name, 404)


@pytest.mark.parametrize("address", ROWS)
def test_an_empty_form_is_answered_in_words_or_refused(scene, enter, address):
    answer = enter(scene.county.officer).post(places(scene)[address])
    assert answer.status_code == ROWS[address]["post"]


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_no_door_knows_another_method(scene, enter, settings, method):
    """Asked by who finds it: what is of complaints by their desk, the public page where it is open."""
    settings.PUBLIC_COMPLAINTS = True
    finders = ("officer", "clerk", "inquirer")
    browsers, before = {name: enter(scene.county.cast[name]) for name in finders}, count_all()
    found = {
        address: getattr(browsers[finder(address, finders)], method)(url).status_code
        for address, url in places(scene).items()
        if any(ROWS[address][name] != 404 for name in finders)
    }
    known = {address for address, status in found.items() if status != 405}
    assert known == (AS_POST if method == "put" else {"login"})  # which leads away who is inside already
    assert count_all() == before


def finder(address: str, names: tuple[str, ...]) -> str:
    """The first of them for whom it is there."""
    return next((name for name in names if ROWS[address][name] != 404), names[0])


@pytest.mark.parametrize("name", ["officer", "water_liaison"])
def test_looking_changes_nothing(scene, enter, name):
    browser, before = enter(scene.county.cast[name]), count_all()
    for address, url in places(scene).items():
        browser.get(url)
        if address not in SET_ON_REQUEST:
            browser.head(url)
            browser.options(url)
    assert count_all() == before
