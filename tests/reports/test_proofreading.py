"""A bulletin before the checker: what the house composes itself is never found fault with."""

import pytest

from reports import actions
from reports.actions.opening import Start
from reports.checking import MUST
from reports.models import Series
from reports.proofreading import findings
from tests.reports.conftest import text_of
from tests.reports.specials import answer, fresh


def faults(bulletin) -> list[str]:
    """But what is still to be written, which is to be found."""
    return [f"{one.quote}|{one.sentence}" for one in findings(bulletin) if not one.quote.startswith("【请")]


@pytest.mark.parametrize("series", [one for one in Series if one != Series.SPECIAL])
def test_what_is_composed_from_a_source_is_right(county, published, series):
    assert faults(actions.draft_from_source(county.officer, county.source, Start(series))) == []


@pytest.mark.parametrize("series", [one for one in Series if one != Series.SPECIAL])
def test_what_a_blank_draft_begins_with_is_right(county, series):
    bulletin = actions.draft_blank(county.officer, Start(series))
    assert faults(bulletin) == []
    assert any(one.level == MUST for one in findings(bulletin))


def test_an_answer_and_investigation_reports_are_right(county):
    assert faults(answer(county)) == []
    matters = [county.directive("running", to=[unit]).matter for unit in (county.water, county.roads)]
    assert faults(actions.draft_survey(county.officer, matters)) == []
    assert faults(actions.draft_survey(county.officer, matters[:1])) == []


def test_units_that_lag_are_named_rightly(county, published):
    bulletin = actions.draft_from_source(county.officer, county.source)
    marks = {
        quote.pk: actions.Marks(lagging=True, reason="前期手续未办完")
        for quote in bulletin.quotes.filter(phase="running")[:3]
    }
    actions.edit(county.officer, bulletin, text_of(bulletin), marks)
    assert faults(fresh(bulletin)) == []


def test_what_bears_a_title_within_its_title_is_right(county):
    county.directive("running", to=[county.water])
    county.source.kind, county.source.title = "work_report", "《政府工作报告》任务分解表"
    county.source.save()
    bulletin = actions.draft_from_source(county.officer, county.source)
    assert "《〈政府工作报告〉任务分解表》" in bulletin.body
    assert faults(bulletin) == []


def test_a_correction_is_right(county, issued):
    assert faults(actions.draft_correction(county.officer, issued)) == []


def test_typed_figures_are_held_against_the_ledger_and_fields_are_not(county, draft):
    right = fresh(draft)
    right.body = "纳入督查的事项共{总数}项，已办结{已办结}项，占{已办结占比}。"
    assert faults(right) == []
    right.body = "纳入督查的事项共3项，已办结2项。"
    assert faults(right) == ["已办结2项|台账里的已办结是1，请核对；写成“{已办结}”就随台账更新。"]


def test_a_field_that_is_none_is_named(county, draft):
    draft.body = "共{件数}件，{县飞碟局：已办结}件。"
    assert [one.split("|")[0] for one in faults(draft)][:2] == ["{县飞碟局：已办结}", "{件数}"]
