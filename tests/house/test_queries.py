"""A page costs the same number of queries however many rows it shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import instructions.actions as instructing
from bureau.matters.parts import assignments
from directives.actions import importing
from directives.models import Source
from tests.house.papers import minutes
from tests.house.scene import keep

pytestmark = pytest.mark.django_db
FEW, MANY = 2, 12


def cost(browser, url) -> int:
    browser.get(url)  # the calendar and the unit names are read once per process
    with CaptureQueriesContext(
        connection,
    ) as spent:
        assert browser.get(url).status_code == 200
    return len(spent)


def papers_and_matters(county, count):
    """So many papers, each with a matter in which each kind of reader is involved; some await approval."""
    for n in range(count):
        source = Source.objects.create(
            kind="campaign",
            title=f"专项{n}",
            date=county.source.date,
            registered_by=county.officer,
            registered_at=county.source.registered_at,
        )
        county.source = source
        county.directive("dispatched", to=[county.water, county.roads], title="水库排查")
        county.directive("proposed", to=[county.water, county.roads], title="水库加固")


def instructed(county, count):
    """So many of the magistrate's, being handled, waiting for approval, answered in a second round."""
    for _ in range(count):
        county.instruction("dispatched", to=[county.water, county.roads])
        county.instruction("proposed", to=[county.water, county.roads])
        again(county, county.instruction("reported", to=[county.water, county.roads]))


def again(county, record):
    """A new word, given out and answered."""
    instructing.again(county.magistrate, record, county.word(words="再查一遍。"))
    instructing.propose(county.officer, record, lead=county.water, co=[county.roads], summary="再查。")
    instructing.approve(county.director, record)
    assignments.sign(county.water_liaison, county.part(record))
    instructing.report(county.water_liaison, record, "又查了一遍。")
    instructing.accept(county.colleague, record)
    instructing.present(record, "督查专报2026年第2期", timezone.now())


LISTS = {
    "officer": ["/", "/directives/", "/directives/sources/", "/search/?q=水", "/directives/?export=xlsx"],
    "director": ["/", "/directives/", "/reports/", "/leading/office/", "/leading/half-year/"],
    "water_liaison": ["/", "/directives/", "/search/?q=水"],
    "magistrate": [
        "/leading/",
        "/leading/cockpit/",
        "/desk/",
        "/directives/",
        "/search/?q=水",
        "/directives/?export=xlsx",
    ],
    "vice": ["/leading/", "/desk/", "/directives/"],
}
REGISTER = ["/instructions/", "/instructions/?export=xlsx", "/instructions/?q=方案", "/search/?q=方案"]
REGISTERS = {
    "officer": ["/", *REGISTER, "/instructions/figures/", "/instructions/?leader=县长&meaning=order"],
    "director": ["/", *REGISTER],
    "water_liaison": ["/", *REGISTER],
    "magistrate": ["/leading/", "/leading/mine/", "/desk/", *REGISTER],
}


@pytest.mark.parametrize("name", LISTS)
def test_a_longer_list_costs_no_more(county, enter, name):
    county.source  # noqa: B018 made before the first count
    papers_and_matters(county, FEW)
    browser = enter(county.cast[name])
    few = {url: cost(browser, url) for url in LISTS[name]}
    papers_and_matters(county, MANY)
    assert {url: cost(browser, url) for url in LISTS[name]} == few


@pytest.mark.parametrize("name", REGISTERS)
def test_a_longer_register_costs_no_more(county, enter, name):
    instructed(county, FEW)
    browser = enter(county.cast[name])
    few = {url: cost(browser, url) for url in REGISTERS[name]}
    instructed(county, MANY // 2)
    assert {url: cost(browser, url) for url in REGISTERS[name]} == few


@pytest.mark.parametrize("name", ["officer", "water_liaison", "roads_liaison", "magistrate"])
def test_more_rounds_cost_no_more(county, enter, name):
    record = county.instruction("reported", to=[county.water, county.roads])
    again(county, record)
    browser, url = enter(county.cast[name]), record.get_absolute_url()
    few = cost(browser, url)
    for _ in range(3):
        again(county, record)
    assert cost(browser, url) == few


def test_more_leaders_on_one_paper_cost_no_more(county, enter):
    about = instructing.OnPaper("关于城区内涝整治的报告", "桃住建报〔2026〕8号")
    first = county.instruction("proposed", about=about)
    browser = enter(county.director)

    def written(times):
        for _ in range(times):
            county.instruction("proposed", to=[county.finance, county.roads], about=about)

    written(FEW)
    pages = [first.get_absolute_url() + step for step in ("", "approve/")]
    few = {url: cost(browser, url) for url in pages}
    written(MANY // 2)
    assert {url: cost(browser, url) for url in pages} == few


@pytest.mark.parametrize("name", ["officer", "water_liaison", "roads_liaison", "magistrate"])
def test_a_longer_story_costs_no_more(county, enter, name):
    directive = county.directive("running", to=[county.water, county.roads])
    browser, url = enter(county.cast[name]), directive.get_absolute_url()

    def answer(times):
        for part in directive.matter.assignments.select_related("unit", "matter"):
            for _ in range(times):
                assignments.reply(county.liaison(part.unit), part, "又有进展", 20)

    answer(FEW)
    few = cost(browser, url)
    answer(MANY)
    assert cost(browser, url) == few


def test_more_units_cost_no_more(county, enter):
    two = county.directive("running", to=[county.water, county.roads])
    five = county.directive(
        "running", to=[county.water, county.roads, county.finance, county.school, county.horse]
    )
    browser = enter(county.officer)
    assert cost(browser, five.get_absolute_url()) == cost(browser, two.get_absolute_url())


def test_a_longer_import_costs_no_more(county, enter, settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    short = importing.take_in(county.officer, keep(minutes(), "纪要.docx"))
    long = importing.take_in(county.officer, keep(minutes(), "纪要.docx"))
    long.rows *= 20
    long.save()
    browser = enter(county.officer)
    assert cost(browser, f"/directives/import/{long.pk}/") == cost(browser, f"/directives/import/{short.pk}/")


def test_a_larger_batch_is_shown_for_the_same(county, enter):
    browser = enter(county.director)
    for room, make in (("directives", county.directive), ("instructions", county.instruction)):
        keys = [make("proposed").pk for _ in range(8)]
        few, many = (
            f"/{room}/batch/approve/?" + "&".join(f"id={key}" for key in some) for some in (keys[:2], keys)
        )
        assert cost(browser, many) == cost(browser, few)
