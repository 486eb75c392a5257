"""What is typed on a page where stands who somebody is: kept as cipher text alone, and there again for its writer."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from bureau.pages.models import Draft
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db
SECRET, QUIETLY = "来电群众甲住红岩村", {"X-Requested-With": "draft"}


@pytest.fixture
def url(identity) -> str:
    """The page on which particulars are put right."""
    return reverse("vault:correct", args=[identity.key])


def typed(browser, url, **changes) -> dict:
    return form_of(browser.get(url)) | {"name": SECRET, **changes}


def stored() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(one::text, ' ') FROM pages_draft one")
        ((words,),) = cursor.fetchall()
    return words or ""


def is_sealed() -> bool:
    """Something is kept, and nothing of it can be read in the table."""
    words, draft = stored(), Draft.objects.get()
    encoded = SECRET.encode("unicode_escape").decode()
    readable = any(part in words for part in (SECRET, SECRET.encode().hex(), encoded))
    return draft.values == {} and not readable and SECRET.encode() not in bytes(draft.sealed)


@pytest.mark.parametrize("headers", [QUIETLY, {}], ids=["by itself", "by its button"])
def test_it_is_kept_sealed_and_stands_in_the_form_again(county, enter, url, headers):
    browser = enter(county.officer)
    browser.post(url, typed(browser, url) | {"draft": "1"}, headers=headers)
    assert is_sealed()
    assert form_of(browser.get(url))["name"] == SECRET


def test_nobody_else_finds_it(county, enter, url):
    browser = enter(county.officer)
    browser.post(url, typed(browser, url) | {"draft": "1"})
    assert SECRET not in enter(county.colleague).get(url).content.decode()


def test_after_the_login_ended_it_is_kept_sealed_too(county, enter, url):
    browser = enter(county.officer)
    values = typed(browser, url)
    browser.logout()
    assert browser.post(url, values).status_code == 302
    assert is_sealed()
    assert SECRET not in str(dict(browser.session))
    assert form_of(enter(county.officer).get(url))["name"] == SECRET


def test_from_a_page_older_than_the_login_it_is_kept_sealed_too(county, enter, url):
    values = typed(enter(county.officer), url)
    browser = enter(county.officer, enforce_csrf_checks=True)
    assert browser.post(url, values).status_code == 403
    assert is_sealed()


def test_two_sheets_are_two_and_each_is_told_by_its_beginning(county, enter, url):
    browser = enter(county.officer)
    browser.post(url, typed(browser, url) | {"draft": "1"})
    blank = form_of(browser.get(f"{url}?sheet=new"))
    browser.post(url, blank | {"name": "另一件", "draft": "1"})
    assert Draft.objects.filter(values={}, sealed__isnull=False).count() == 2
    assert SECRET in browser.get(url).content.decode()  # of the other sheet


def test_it_is_forgotten_when_the_form_was_sent_or_given_up(county, enter, url):
    browser = enter(county.officer)
    values = typed(browser, url, why="听错了")
    browser.post(url, values | {"draft": "1"})
    browser.post(url, values | {"draft": "drop"})
    assert not Draft.objects.exists()
    browser.post(url, values | {"draft": "1"})
    assert browser.post(url, values).status_code == 302
    assert not Draft.objects.exists()


def test_nothing_readable_can_stand_beside_it(county, enter, url):
    browser = enter(county.officer)
    browser.post(url, typed(browser, url) | {"draft": "1"})
    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.update(values={"name": SECRET})
