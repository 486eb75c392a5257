"""Whom a 通报 names as lagging may lose points in the appraisal: that is proposed, as it was printed."""

from datetime import timedelta

from django.utils import timezone

from appraisal.proposals import happened_between
from bureau.matters.models import Matter
from reports import actions
from tests.reports.conftest import text_of
from tests.reports.test_unit_answers import named  # noqa: F401 a fixture


def told() -> list:
    today = timezone.localdate()
    return [one for one in happened_between(today, today) if one.key.startswith("quote.")]


def test_who_is_named_as_lagging_is_told_once_with_the_paper_and_the_reason(county, named):  # noqa: F811
    (one,) = told()
    assert (one.kind, one.unit, one.lead) == ("criticised", county.water.pk, True)
    assert one.words.startswith(f"{named.number}点名进展滞后：方案未报送（")
    assert Matter.objects.get(pk=one.matter).number in one.words


def test_what_is_not_issued_criticises_nobody(county, draft):
    first = draft.quotes.first()
    actions.edit(
        county.officer, draft, text_of(draft), {first.pk: actions.Marks(True, "", True, "方案未报送")}
    )
    assert told() == []


def test_on_other_days_it_did_not_happen(county, named):  # noqa: F811
    yesterday = timezone.localdate() - timedelta(days=1)
    assert list(happened_between(yesterday, yesterday)) == []
