"""Whatever is typed into an address: an answer, never a fault."""

from urllib.parse import quote

import pytest

pytestmark = pytest.mark.django_db
NUL, LONG, LATIN = "%00", "9" * 5000, "%ff%fe"
HOSTILE = [
    NUL,
    f"a{NUL}b",
    LATIN,
    "%ED%A0%80",
    "'--",
    "%25",
    "_",
    "\\",
    quote("（"),
    "<script>",
    "𠮷" * 60,
    "a" * 5000,
]
KEYS = ["99999999999999999999", LONG, "0", "-1", "1.5", quote("１"), quote("٣"), NUL, "1%20"]
PAGES = ["/directives/{}/", "/directives/{}/edit/", "/directives/{}/suspend/", "/directives/import/{}/"]
PAGES += ["/directives/sources/{}/", "/directives/sources/{}/file/", "/directives/sources/{}/register/"]
PAGES += ["/assignments/{}/sign/", "/replies/{}/accept/", "/files/{}/", "/reports/{}/", "/reports/{}/pdf/"]
PAGES += ["/reports/notice/{}/", "/reports/{}/edit/", "/reports/{}/sign/", "/directives/batch/{}/"]


@pytest.mark.parametrize("key", KEYS, ids=range(len(KEYS)))
def test_a_number_that_nothing_has_is_absent(scene, enter, key):
    browser = enter(scene.county.director)
    found = {page: browser.get(page.format(key)).status_code for page in PAGES}
    assert {page: status for page, status in found.items() if status != 404} == {}


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "place", ["/search/?q={}", "/directives/?q={}", "/directives/?unit={}", "/reports/?q={}"]
)
def test_any_words_can_be_searched_for(scene, enter, place, words):
    assert enter(scene.county.officer).get(place.format(words)).status_code == 200


NUMBERS = ("nonsense", "-1", "0", LONG, NUL)
DAYS = ("2026-02-30", "0001-01-01", "9999-12-31", "nonsense", NUL)
CONDITIONS = [
    *(f"{name}={value}" for name in ("page", "per_page", "source", "id") for value in NUMBERS),
    *(f"{name}={value}" for name in ("due_min", "due_max") for value in DAYS),
    *(
        f"{name}={value}"
        for name in ("sort", "light", "state", "officer", "show", "columns", "month")
        for value in ("nonsense", NUL)
    ),
]


@pytest.mark.parametrize("one", CONDITIONS, ids=range(len(CONDITIONS)))
def test_a_senseless_condition_of_the_ledger_is_answered(scene, enter, one):
    assert enter(scene.county.officer).get(f"/directives/?{one}").status_code == 200


@pytest.mark.parametrize(
    "place", ["/directives/sources/?page={}", "/search/?q=水&page={}", "/search/?q=水&per_page={}"]
)
@pytest.mark.parametrize("number", NUMBERS, ids=range(len(NUMBERS)))
def test_a_senseless_page_is_answered(scene, enter, place, number):
    assert enter(scene.county.officer).get(place.format(number)).status_code in (200, 404)


@pytest.mark.parametrize(
    "one", ["due_min=2026-02-30", "due_max=%E4%BA%8C%E6%9C%88", "light=nonsense", "state=0"]
)
def test_a_wrong_condition_is_named_and_finds_nothing(scene, enter, one):
    answer = enter(scene.county.officer).get(f"/directives/?{one}")
    assert answer.context["filter"].form.errors
    assert "没有提交，请先改正" in answer.content.decode()
    assert not answer.context["table"].rows


@pytest.mark.parametrize("one", ["source=nonsense", "due_min=2026-02-30", "sort=nonsense", "light=%00"])
def test_export_and_print_answer_a_senseless_condition(scene, enter, one):
    browser = enter(scene.county.officer)
    assert browser.get(f"/directives/?{one}&export=xlsx").status_code == 200
    assert browser.get(f"/reports/ledger/?{one}").status_code in (200, 302)


def test_nobody_asks_for_more_rows_than_a_page_holds(scene, enter):
    answer = enter(scene.county.officer).get("/directives/?per_page=1000000")
    assert answer.context["table"].paginator.per_page <= 100
