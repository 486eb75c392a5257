"""Computed fields: filled from the quotes wherever the text is read, written into it when it is signed."""

import pytest

from bureau.jobs.barred import Barred
from directives import actions as directives
from reports import actions, computed
from reports.models import Bulletin
from tests.reports.conftest import text_of


def written(county, draft, body) -> Bulletin:
    actions.edit(county.officer, draft, text_of(draft) | {"body": body}, {})
    return Bulletin.objects.get(pk=draft.pk)


def test_a_field_reads_as_the_ledger_counts(county, draft):
    draft = written(county, draft, "共{总数}项，办结{已办结}项，占{已办结占比}；按期办结率{按期办结率}。")
    assert computed.body_of(draft) == "共3项，办结1项，占33%；按期办结率0%。"


def test_a_field_of_one_unit_counts_what_it_leads(county, draft):
    draft = written(county, draft, "{县水利局：总数}项、{县财政局：已办结}项。")
    assert computed.body_of(draft) == "1项、0项。"


def test_a_field_follows_the_ledger_until_it_is_signed(county, draft, client):
    draft = written(county, draft, "办结{已办结}项。")
    matter = draft.quotes.get(order=1).matter
    record = directives_of(matter)
    directives.report(county.water_liaison, record, "已完成。")
    record.refresh_from_db()
    directives.close(county.colleague, record)
    actions.refresh(county.officer, draft)
    assert computed.body_of(Bulletin.objects.get(pk=draft.pk)) == "办结2项。"


def directives_of(matter):
    from directives.models import Directive

    return Directive.objects.get(pk=matter.pk)


def test_signing_writes_the_figures_into_the_text(county, draft):
    draft = written(county, draft, "办结{已办结}项。")
    actions.submit(county.officer, draft)
    actions.check(county.colleague, draft)
    actions.sign(county.director, draft)
    assert Bulletin.objects.get(pk=draft.pk).body == "办结1项。"


@pytest.mark.parametrize("field", ["{办好}", "{县水利局：办好}", "{县林业局：总数}", "{}", "{总 数}"])
def test_what_is_no_field_stays_as_typed(county, draft, field):
    assert computed.body_of(written(county, draft, f"共{field}项。")).startswith("共")


@pytest.mark.parametrize("field", ["{办好}", "{县林业局：总数}"])
def test_a_draft_with_an_unknown_field_goes_no_further(county, draft, field):
    draft = written(county, draft, f"共{field}项。")
    with pytest.raises(Barred, match="不是数据字段"):
        actions.submit(county.officer, draft)


def test_a_text_without_fields_asks_nothing(county, draft, django_assert_num_queries):
    draft.body = "没有字段。"
    with django_assert_num_queries(0):
        assert computed.body_of(draft) == "没有字段。"
