"""复核 is applied for within 30 日 of the receipt and decided within 30 日 of the application, across 春节 and the year's end."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from bureau.matters.models import Contest, Duty, Service
from bureau.matters.service import contesting, serving
from bureau.matters.service.declared import remedies_of
from bureau.matters.service.windows import window
from bureau.org.worktime import ZONE, local
from directives.inspections.states import CHANGED
from tests.complaints.playing import barred
from tests.inspections.test_life import target_of
from tests.matters.owing import owed

TODAY = timezone.localdate


def days(count: int) -> timedelta:
    return timedelta(days=count)


def ago(service: Service, served: int, received: int | None = None) -> Service:
    """As if it had been served so many days ago, and received so many."""
    changes = {"served_at": timezone.now() - days(served)}
    if received is not None:
        changes["received_at"] = timezone.now() - days(received)
    Service.objects.filter(pk=service.pk).update(**changes)
    return Service.objects.get()


@pytest.mark.parametrize(
    "received, ends",
    [
        ((2026, 1, 16, 9), "2026-02-24"),  # the 30th day is the first of 春节
        ((2026, 1, 20, 9), "2026-02-24"),  # in the middle of it
        ((2025, 12, 31, 9), "2026-01-30"),  # over the year's end
        ((2026, 12, 1, 23), "2026-12-31"),
        ((2026, 12, 2, 9), "2027-01-04"),  # 元旦
        ((2026, 9, 1, 9), "2026-10-08"),  # 国庆节
    ],
)
def test_a_window_that_would_end_on_a_holiday_ends_on_the_next_working_day(county, received, ends):
    county.inspection("served")
    service = Service.objects.get()
    service.received_at = datetime(*received, tzinfo=ZONE)
    limit = window(service, remedies_of(service)[0])
    assert f"{local(limit.due_at):%Y-%m-%d %H:%M}" == f"{ends} 23:59"


def test_a_paper_receipt_counts_from_its_own_day(county):
    county.inspection("served")
    service = ago(Service.objects.get(), served=60)
    told = barred(serving.record_receipt, county.officer, service, "direct", TODAY() - days(61), "收发员")
    assert "不能早于送达日期" in told
    told = barred(serving.record_receipt, county.officer, service, "direct", TODAY() + days(1), "收发员")
    assert "不能晚于今天" in told
    assert "拒收事由" in barred(serving.record_receipt, county.officer, service, "left", TODAY(), "收发员")
    serving.record_receipt(county.officer, service, "direct", TODAY() - days(50), "收发员")
    late = barred(contesting.apply_review, county.water_liaison, Service.objects.get(), "没有生产。")
    assert "现在已过" in late


def test_what_came_on_paper_in_time_is_entered_when_the_time_is_over(county):
    """The decision is owed from the day on which it came."""
    county.inspection("received")
    service = ago(Service.objects.get(), served=60, received=50)
    assert "不能受理" in barred(contesting.enter, county.officer, service, "review", TODAY(), "没有生产。")
    contesting.enter(county.officer, service, "review", TODAY() - days(45), "没有生产。")
    duty = Duty.objects.get(step="decide_review")
    assert TODAY() - days(45) + days(30) <= local(duty.due_at).date() < TODAY()


def test_who_withdraws_applies_again_in_time_and_owes_no_decision_meanwhile(county):
    record = county.inspection("contested")
    contesting.withdraw(county.water_liaison, Contest.objects.get())
    assert "decide_review" not in str(owed(record.matter))
    contesting.apply_review(county.water_head, Service.objects.get(), "没有生产。")
    assert "leader:decide_review" in owed(record.matter)
    contesting.withdraw(county.water_head, Contest.objects.get(state="waiting"))
    service = ago(Service.objects.get(), served=60, received=50)
    assert "现在已过" in barred(contesting.apply_review, county.water_head, service, "没有生产。")


def test_what_came_on_paper_is_withdrawn_by_anybody_of_the_unit_and_by_nobody_else(county):
    county.inspection("received")
    contesting.enter(county.officer, Service.objects.get(), "review", TODAY(), "没有生产。")
    contest = Contest.objects.get()
    for who in (county.officer, county.director, county.roads_liaison):
        assert barred(contesting.withdraw, who, contest)
    contesting.withdraw(county.water_head, contest)
    contesting.apply_review(county.water_liaison, Service.objects.get(), "没有生产。")


def test_what_is_withdrawn_or_decided_is_decided_by_nobody(county):
    record = county.inspection("contested")
    contest = Contest.objects.get()
    contesting.decide(county.magistrate, contest, "changed", "情节轻微。")
    again = Contest.objects.get()
    assert barred(contesting.decide, county.vice, again, "upheld", "再定。")
    assert barred(contesting.withdraw, county.water_liaison, again)
    assert target_of(record).state == CHANGED


def test_a_decision_is_not_contested(county):
    county.inspection("contested")
    contesting.decide(county.magistrate, Contest.objects.get(), "upheld", "照片清楚。")
    answer = Service.objects.get(answers__isnull=False)
    serving.receive(county.water_liaison, answer)
    assert barred(contesting.apply_review, county.water_liaison, Service.objects.get(pk=answer.pk), "不服。")


def test_whoever_applies_is_told_of_what_the_decision_could_not_print(county, enter):
    """Else nobody could decide it."""
    county.inspection("received")
    service = Service.objects.get()
    path = f"{service.get_absolute_url()}review/"
    answer = enter(county.water_liaison).post(path, {"text": "没有生产😀"})
    assert "公文印不出来" in answer.content.decode()
    assert not Contest.objects.exists()
