"""Every post on a phone of 390 × 844: nothing runs off the side, and what can be done stands at the foot."""

import pytest
from django.core.files.base import ContentFile

from bureau.files import store
from bureau.matters.parts import assignments
from directives.actions import importing
from reports.actions import draft_from_source, draft_survey
from tests.journeys.papers import minutes

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDTH, HEIGHT = 390, 844
OWN = ["/", "/settings/", "/password/"]
EVERYBODY = [*OWN, "/search/?q=库", "/directives/", "/reports/", "/directives/{running}/"]
UNIT = ["/assignments/{part}/reply/", "/assignments/{part}/ask_extension/", "/directives/{running}/report/"]
DESK = [
    "/directives/{draft}/",
    "/directives/{draft}/edit/",
    "/directives/{reviewing}/return/",
    "/directives/{reviewing}/close/",
    "/directives/import/",
    "/directives/import/{intake}/",
    "/directives/sources/",
    "/directives/sources/new/",
    "/directives/sources/{source}/",
    "/directives/sources/{source}/register/",
    "/directives/batch/propose/?id={draft}&id={running}",
    "/reports/new/",
    "/reports/new/?source={source}",
    "/reports/{bulletin}/",
    "/reports/{bulletin}/edit/",
    "/reports/special/new/",
    "/reports/special/new/?matter={running}&matter={reviewing}",
    "/reports/{special}/",
    "/reports/{special}/edit/",
]
PAGES = {
    "officer": EVERYBODY + DESK,
    "director": [
        *EVERYBODY,
        "/directives/{proposed}/",
        "/directives/{proposed}/approve/",
        "/reports/{bulletin}/",
    ],
    "water_liaison": EVERYBODY + UNIT,
    "water_head": EVERYBODY,
    "magistrate": EVERYBODY,
    "system": OWN,
    "audit": OWN,
}


@pytest.fixture
def numbers(county, enter) -> dict[str, int]:
    """The keys of a county at work."""
    words = {"to": [county.water, county.roads], "title": "完成全县小型水库隐患排查，建立问题清单" * 5}
    states = {
        stage: county.directive(stage, **words) for stage in ("draft", "proposed", "running", "reviewing")
    }
    part = county.part(states["running"])
    paper = store.keep(ContentFile(minutes(), name="县人民政府常务会议纪要〔2026〕6号关于水库除险加固.docx"))
    assignments.reply(county.water_liaison, part, "已排查十二座，" * 40, 30, [paper])
    return {stage: directive.pk for stage, directive in states.items()} | {
        "part": part.pk,
        "source": county.source.pk,
        "intake": importing.take_in(county.officer, paper).pk,
        "bulletin": draft_from_source(county.officer, county.source).pk,
        "special": draft_survey(county.officer, [states["running"].matter, states["reviewing"].matter]).pk,
    }


def too_wide(person, addresses) -> list[tuple[str, int]]:
    """Those pages that run off the side, with their width."""
    wide = []
    for address in addresses:
        assert person.open(address).status == 200, address
        width = person.page.evaluate("document.documentElement.scrollWidth")
        wide += [(address, width)] * (width > WIDTH)
    return wide


@pytest.mark.parametrize("scripts", [True], ids=["with-scripts"])  # which add to pages and widen none
def test_no_page_of_any_post_is_wider_than_the_phone(county, enter, numbers):
    found = {
        post: too_wide(enter(county.cast[post], phone=True), [page.format_map(numbers) for page in pages])
        for post, pages in PAGES.items()
    }
    assert found == {post: [] for post in PAGES}


def test_what_can_be_done_stands_at_the_foot_of_the_window(county, enter, numbers):
    for post, stage in (("officer", "reviewing"), ("director", "proposed"), ("water_head", "running")):
        person = enter(county.cast[post], phone=True)
        person.open(f"/directives/{numbers[stage]}/")
        bar = person.page.locator(".steps").bounding_box()
        assert bar["y"] + bar["height"] == pytest.approx(HEIGHT, abs=1), post
        assert person.page.locator(".steps .button").first.bounding_box()["height"] >= 44, post


def test_a_leader_approves_in_two_taps(county, enter, numbers):
    director = enter(county.director, phone=True)
    director.open(f"/directives/{numbers['proposed']}/")
    director.follow("审定立项")
    director.press("审定立项")
    director.is_told("审定立项，编号")
