"""The faces for setting, a store of its own, and the decisions of a published bulletin."""

from pathlib import Path

import pytest

from bureau.press import printing as press
from bureau.press.typeset.fonts import build
from directives.models import Directive
from reports import actions, flow
from reports.rendering import render_issue

FONTS = Path(__file__).resolve().parents[2] / "var" / "fonts"
CLOSED = (2, 5, 7, 10, 12, 21)  # of 22 decisions; the others are under way
LAGGING = (1, 4, 13, 17, 18)  # as the published bulletin names them, of four units


@pytest.fixture(scope="session")
def faces():
    build(FONTS / "lean", FONTS)
    return FONTS / "lean"


@pytest.fixture(autouse=True)
def press_with_faces(faces, monkeypatch, settings, tmp_path):
    monkeypatch.setattr(press, "FACES", faces)
    settings.FILES_ROOT = tmp_path / "files"


@pytest.fixture
def published(county) -> list[Directive]:
    """22 decisions of one meeting, entered by the verbs: 6 closed, 16 under way; 1 and 17 with one unit."""
    units = [county.roads, county.finance, county.horse]
    leads = {1: county.water, 17: county.water, 4: units[0], 13: units[1], 18: units[2]}
    directives = []
    for place in range(1, 23):
        to = [leads.get(place, units[place % 3])]
        stage = "closed" if place in CLOSED else "running"
        directives.append(county.directive(stage, to=to, title=f"议定事项之{place}：加快推进重点工作"))
    return directives


@pytest.fixture
def draft(county):
    """A draft by the officer on two running directives and a closed one."""
    county.directive("running", to=[county.water, county.roads], title="完成小型水库隐患排查")
    county.directive("closed", to=[county.roads], title="修复农村公路水毁路段")
    county.directive("running", to=[county.finance], title="拨付村级运转经费")
    return actions.draft_from_source(county.officer, county.source)


@pytest.fixture
def signed(county, draft):
    actions.submit(county.officer, draft)
    actions.check(county.colleague, draft)
    actions.sign(county.director, draft)
    draft.refresh_from_db()
    return draft


@pytest.fixture
def enter(client):
    """The client, logged in as this person."""

    def log_in(person):
        client.force_login(person)
        return client

    return log_in


@pytest.fixture
def issued(signed):
    render_issue(signed.rendering.pk)
    signed.refresh_from_db()
    assert signed.state == flow.ISSUED
    return signed


def text_of(bulletin) -> dict:
    """The text of a bulletin as its form sends it back unchanged."""
    names = ("title", "body", "report_to", "send_to", "issue_to", "copies")
    return {name: getattr(bulletin, name) for name in names}
