"""An objection to what was entered in a leader's name is told to the bureau's leaders, once, and to no unit."""

import pytest

from bureau.matters import confirming, replies
from bureau.notices import watch
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep
from bureau.org.deputies import acting
from tests.county import in_days
from tests.deputies import secretary, stand_in
from tests.pages.test_in_whose_name import second_plea

pytestmark = pytest.mark.django_db


def test_the_bureaus_leaders_and_who_stands_in_for_them_hear_of_an_objection_once(county):
    watch.arm()
    secretary(county, county.vice, county.stranger)
    plea = second_plea(county)
    line = replies.grant_extension(acting(county.stranger, county.vice, "电话指示：同意"), plea, in_days(50))
    stand_in(county.director, county.colleague)
    confirming.dispute(county.vice, line.pk, "没有同意过")
    for _ in range(2):
        sweep()
    told = Notice.objects.filter(entry__step="behalf.dispute").values_list("person__username", flat=True)
    assert sorted(told) == ["colleague", "deputy", "director"]
