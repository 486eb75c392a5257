"""Who hears of what was entered in a leader's name: the leader, to confirm it; of an objection the bureau's leaders,
once, and no unit."""

import pytest

from bureau.matters.access import confirming
from bureau.matters.parts import replies
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


def test_the_leader_alone_is_asked_to_confirm_and_not_who_entered_it(county):
    watch.arm()
    secretary(county, county.vice, county.stranger)
    replies.grant_extension(
        acting(county.stranger, county.vice, "电话指示：同意"), second_plea(county), in_days(50)
    )
    sweep()
    told = Notice.objects.filter(duty__step="confirm").values_list("person__username", flat=True)
    assert list(told) == ["vice"]
