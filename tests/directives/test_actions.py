"""A directive's life, verb by verb."""

import pytest

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
