"""A directive's life, verb by verb."""

import pytest
from django.urls import reverse

from bureau.jobs.barred import Barred
from directives import actions
from directives.models import Directive

STAGES = {
    "draft": "已登记",
    "proposed": "待审定",
    "approved": "待交办",
    "dispatched": "办理中",
    "running": "办理中",
    "reviewing": "待审核",
    "closed": "已销号",
}


@pytest.mark.parametrize(("stage", "words"), STAGES.items())
def test_the_verbs_carry_a_directive_from_paper_to_closing(county, stage, words):
    directive = county.directive(stage, to=[county.water, county.roads])
    directive.refresh_from_db()
    assert directive.matter.stage == words


def test_a_countersigning_units_report_goes_through_its_head(county):
    directive = county.directive("reviewing", to=[county.school])
    assert directive.matter.stage == "待审核"


def test_what_the_ledger_says_beside_is_corrected_on_the_page_and_units_read_how(county, enter):
    running = county.directive("running", category="水利")
    url = reverse("directives:step", args=[running.pk, "correct"])
    browser = enter(county.officer)
    assert browser.get(url).context["form"].initial["category"] == "水利"
    browser.post(url, {"category": "水利", "leader": "常务副县长"})
    assert Directive.objects.get(pk=running.pk).leader == "常务副县长"
    assert (
        "更正责任领导“空”→“常务副县长”"
        in enter(county.water_liaison).get(running.get_absolute_url()).content.decode()
    )
    assert browser.post(url, {"category": "水利", "leader": "常务副县长"}).status_code == 409
    assert enter(county.stranger).get(url).status_code == 404
    with pytest.raises(Barred):
        actions.correct(county.water_liaison, running, leader="县长")
