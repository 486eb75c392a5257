"""Who learns nothing: of an unannounced visit everybody but the team and the approver; of another target a target."""

import re

import pytest
from django.urls import reverse

import directives.inspections.actions as visiting
import directives.suggestions.actions as suggesting
from directives.models import Directive
from tests.complaints.playing import barred
from tests.county import person
from tests.deputies import fresh, secretary, stand_in
from tests.inspections.merging import merged
from tests.inspections.test_life import target_of

PAGES = (
    "/",
    "/inspections/",
    "/inspections/?unit=县水利局",
    "/inspections/burden/",
    "/search/?q=蒸球",
    "/search/?q=单位:县水利局",
    "/reports/figures/",
    "/directives/",
    "/notices/",
    "/urging/",
)
OWN_TO_EACH = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|value="[\w:-]{30,}"|\d\d:\d\d')


def read(browser, path: str) -> str:
    """As it stands there, without what every page has of its own."""
    return OWN_TO_EACH.sub("", browser.get(path, follow=True).content.decode())


@pytest.mark.parametrize("name", ["director", "vice", "clerk", "water_head"])
def test_no_page_differs_by_an_unannounced_visit(county, enter, name):
    """Nor for who acts in the name of those who know: the director stands in for the head of the team, the clerk is the
    approver's secretary."""
    county.inspection("running", targets=(county.roads,), head=county.colleague, members=())
    stand_in(county.deputy, county.director)
    secretary(county, county.magistrate, county.clerk)
    browser = enter(fresh(county.cast[name]))
    before = {path: read(browser, path) for path in PAGES}
    county.inspection("visited", unannounced=True, title="夜查纸厂", content="蒸球是否开机。")
    assert {path for path in PAGES if read(browser, path) != before[path]} == set()


def doors(target) -> list[str]:
    finding = target.findings.first()
    on_target = [
        reverse(f"inspections:{name}", args=[target.pk]) for name in ("target", "record", "conclusion")
    ]
    return [
        *on_target,
        reverse("inspections:page", args=[target.inspection_id]),
        reverse("inspections:plan", args=[target.inspection_id]),
        reverse("inspections:edit", args=[target.inspection_id]),
        reverse("inspections:step", args=[target.inspection_id, "finish"]),
        reverse("inspections:target_step", args=[target.pk, "draft"]),
        reverse("inspections:propose_use", args=[target.pk]),
        *(
            reverse(f"inspections:{name}", args=[target.pk, finding.pk])
            for name in ("supervise", "verify")
            if finding
        ),
    ]


@pytest.mark.parametrize("name", ["director", "water_head"])
def test_every_door_to_an_unannounced_visit_is_none(county, enter, name):
    target = target_of(county.inspection("visited", unannounced=True))
    browser = enter(county.cast[name])
    for path in doors(target):
        assert browser.get(path).status_code == 404, path
        assert browser.post(path).status_code in (404, 405), path


def test_nothing_is_suggested_of_a_visit_that_goes_on_unannounced(county, enter):
    """It would lie before the director."""
    record = county.inspection("visited", unannounced=True)
    advice = suggesting.Advice("夜间断电", "夜间停产的企业断电。", unit=county.roads)
    assert barred(suggesting.register, county.officer, advice, record.matter) == "暗访结束以后再提督查建议。"
    assert "suggestions/new" not in enter(county.officer).get(record.get_absolute_url()).content.decode()
    visiting.finish(county.officer, record)
    record.refresh_from_db()
    suggesting.register(county.officer, advice, record.matter)


# --- what a target learns of others -----------------------------------------------------------------
@pytest.fixture
def served(county):
    """Of two targets one was served its conclusion."""
    record = county.inspection("drafted", targets=(county.water, county.roads))
    visiting.sign(county.director, target_of(record, county.water))
    record.refresh_from_db()
    return record


def rows(browser) -> str:
    return browser.get("/inspections/").content.decode().partition("<tbody")[2].partition("</table>")[0]


def test_a_target_reads_in_its_list_of_itself_alone(county, enter, served):
    """Also who stands in for its liaison; how much was found at others is not told."""
    clerk = person("water-clerk", "水利局办事员", county.water, "intake")
    stand_in(county.water_liaison, clerk)
    for reader in (county.water_liaison, fresh(clerk)):
        page = rows(enter(reader))
        assert served.matter.number in page
        assert "县水利局" in page
        assert "县交通运输局" not in page
        assert not re.search(r"\d项", page)
    assert "2项" in rows(enter(county.officer))


def test_a_target_finds_nothing_by_asking_for_another(county, enter, served):
    browser = enter(county.water_liaison)
    found = {
        unit: served.matter.number in browser.get("/search/", {"q": f"单位:{unit}"}).content.decode()
        for unit in ("县水利局", "县交通运输局")
    }
    assert found == {"县水利局": True, "县交通运输局": False}
    asked = enter(county.officer).get("/search/", {"q": "单位:县交通运输局"})
    assert served.matter.number in asked.content.decode()


def test_of_what_units_share_everybody_of_it_may_ask_for_any(county, enter):
    """Of a directive its units know each other."""
    county.directive("running", to=[county.water, county.roads], title="水库排查")
    assert Directive.objects.count() == 1
    page = enter(county.water_liaison).get("/search/", {"q": "单位:县交通运输局"}).content.decode()
    assert "水库排查" in page


def test_a_merger_tells_a_target_of_no_other(county, enter, served):
    merged(county, county.roads, county.finance)
    line = "县交通运输局已并入县财政局"
    assert line not in enter(county.water_liaison).get(served.get_absolute_url()).content.decode()
    assert line in enter(county.officer).get(served.get_absolute_url()).content.decode()


def test_a_target_finds_no_door_to_what_was_found(county, enter, served):
    """Not of itself either: it was served in words."""
    browser = enter(county.water_liaison)
    for target in served.targets.all():
        for path in doors(target):
            if "/targets/" in path:
                assert browser.get(path).status_code == 404, path
    assert browser.get(reverse("inspections:plan", args=[served.pk])).status_code == 404
