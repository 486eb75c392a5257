"""栏目: everybody chooses which columns a list shows them; a saved view keeps its own."""

import pytest
from django.urls import reverse

from bureau.pages.models import ColumnChoice, SavedView

pytestmark = pytest.mark.django_db
LEDGER = reverse("directives:list")
CHOOSE = reverse("pages:columns", args=["directives:list"])
CUSTOMARY = ["light", "number", "title", "lead", "co", "due", "measured", "stage"]


def shown(browser, url=LEDGER) -> list[str]:
    names = [column.name for column in browser.get(url).context["table"].columns]
    return [name for name in names if name != "tick"]


def test_chosen_columns_are_shown_again_next_time(county, enter):
    browser = enter(county.officer)
    assert shown(browser) == CUSTOMARY
    answer = browser.post(CHOOSE, {"column": ["officer", "due", "lead"], "back": f"{LEDGER}?light=red"})
    assert answer.url == f"{LEDGER}?light=red"
    assert shown(enter(county.officer)) == ["title", "lead", "due", "officer"]


def test_the_choice_is_ones_own_and_of_one_list(county, enter):
    browser = enter(county.officer)
    browser.post(CHOOSE, {"column": ["due"]})
    assert shown(enter(county.colleague)) == CUSTOMARY
    assert "number" in shown(browser, reverse("instructions:list"))


def test_the_customary_columns_come_back(county, enter):
    browser = enter(county.officer)
    browser.post(CHOOSE, {"column": ["due"]})
    browser.post(CHOOSE, {"column": ["due"], "customary": "1"})
    assert shown(browser) == CUSTOMARY
    assert not ColumnChoice.objects.exists()


def test_without_any_the_title_stays(county, enter):
    browser = enter(county.officer)
    browser.post(CHOOSE)
    assert shown(browser) == ["title"]


def test_what_is_no_column_is_not_kept(county, enter):
    browser = enter(county.officer)
    browser.post(CHOOSE, {"column": ["due", "due", "password", "\0"]})
    assert ColumnChoice.objects.get().names == "due"
    assert shown(browser, f"{LEDGER}?columns=nonsense,lead") == ["title", "lead"]


@pytest.mark.parametrize("name", ["admin:index", "desk:home", "directives:nowhere"])
def test_what_is_no_list_has_no_columns(county, enter, name):
    assert enter(county.officer).post(reverse("pages:columns", args=[name])).status_code == 404


def test_a_saved_view_keeps_its_columns_whoever_looks(county, enter):
    browser = enter(county.officer)
    browser.post(CHOOSE, {"column": ["due"]})
    kept = browser.get(LEDGER, {"light": "red"}).context["kept"]
    sent = {"name": "逾期的", "query": kept, "desk": "directives"}
    browser.post(reverse("pages:save_view", args=["directives:list"]), sent)
    browser.post(CHOOSE, {"customary": "1"})
    url = SavedView.objects.get().get_absolute_url()
    assert shown(enter(county.colleague), url) == ["title", "due"]
    assert 'aria-current="page">逾期的' in browser.get(url).content.decode()


def test_a_query_in_a_view_keeps_the_columns_of_the_view(county, enter):
    page = enter(county.officer).get(LEDGER, {"light": "red", "columns": "due"}).content.decode()
    assert '<input type="hidden" name="columns" value="due">' in page


def test_who_may_not_ask_by_officer_is_offered_no_such_column(county, enter):
    browser = enter(county.water_liaison)
    browser.post(CHOOSE, {"column": ["officer", "due"]})
    assert shown(browser) == ["title", "due"]


@pytest.mark.parametrize("room", ["reports", "urging", "instructions", "directives"])
def test_every_list_shows_what_it_can_be_asked(county, enter, room):
    answer = enter(county.officer).get(reverse(f"{room}:list"))
    page = answer.content.decode()
    fields = answer.context["filter"].form.visible_fields()
    assert [field.label for field in fields if f">{field.label}</" not in page] == []


@pytest.mark.parametrize("room", ["reports", "urging", "instructions"])
def test_every_list_offers_its_columns(county, enter, room):
    browser, url = enter(county.officer), reverse(f"{room}:list")
    assert "显示哪些栏目" in browser.get(url).content.decode()
    browser.post(reverse("pages:columns", args=[f"{room}:list"]))
    fixed = {"title", "number"} if room == "urging" else {"title"}
    assert set(shown(browser, url)) == fixed
