"""Two officers at the same moment: one paper, one number, and a sentence for the other."""

import pytest
from django.utils import timezone

from bureau.matters.flow import NotNow
from bureau.matters.models import Duty
from bureau.notices.models import Kind
from bureau.urging import actions
from bureau.urging.models import Urging, Waiver
from tests.county import in_days
from tests.together import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def duty_of(county):
    directive = county.directive("running", due=in_days(-30))
    return Duty.objects.select_related("matter", "assignment__unit").get(matter=directive.pk, step="report")


def again(duty):
    return Duty.objects.select_related("matter", "assignment__unit").get(pk=duty.pk)


def test_two_officers_issue_one_paper(county):
    duty = duty_of(county)
    ends = together(
        *(
            lambda p=person: actions.issue(p, again(duty), Kind.SLIP)
            for person in (county.officer, county.colleague)
        )
    )
    assert sorted(type(end).__name__ for end in ends) == ["NotNow", "Urging"]
    assert Urging.objects.get().number == f"桃督催〔{timezone.localdate().year}〕1号"


def test_one_issues_while_the_other_decides_against_it(county):
    duty = duty_of(county)
    ends = together(
        lambda: actions.issue(county.officer, again(duty), Kind.SLIP),
        lambda: actions.waive(county.colleague, again(duty), Kind.SLIP, "已电话说明"),
    )
    assert sum(isinstance(end, NotNow) for end in ends) == 1
    assert Urging.objects.count() + Waiver.objects.count() == 1


def test_numbers_of_papers_issued_at_once_are_unbroken(county):
    duties = [duty_of(county) for _ in range(4)]
    together(*(lambda d=duty: actions.issue(county.officer, again(d), Kind.SLIP) for duty in duties))
    year = timezone.localdate().year
    assert set(Urging.objects.values_list("number", flat=True)) == {
        f"桃督催〔{year}〕{n}号" for n in range(1, 5)
    }


def test_two_answers_at_once_are_one(county):
    paper = actions.issue(county.officer, duty_of(county), Kind.SLIP)
    ends = together(
        *(
            lambda p=person: actions.answer(p, Urging.objects.with_all().get(pk=paper.pk), "下周完成")
            for person in (county.water_liaison, county.water_head)
        )
    )
    assert (
        sum(isinstance(end, NotNow) for end in ends) == 1 or sum(isinstance(e, Exception) for e in ends) == 1
    )
    assert Urging.objects.get().state == "answered"
