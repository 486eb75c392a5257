"""列席会议: noted at the meeting, minutes waited for and asked for, what was expected ticked against what was registered."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.policy import Refused
from bureau.notices import watch
from bureau.notices.models import Notice
from bureau.org.calendar import current_calendar
from bureau.org.worktime import add_workdays
from bureau.pages.once import token
from directives.actions import sittings
from directives.actions.setting_up import register_source
from directives.minutes import ask_for_minutes
from directives.models import Expected, Sitting
from tests.county import in_days

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("directives:sittings"), reverse("directives:new_sitting")


def filled(county, **words) -> dict:
    return {
        "kind": "executive",
        "name": "第9次",
        "held_on": f"{in_days(-2)}",
        "attendees": [county.officer.pk, county.director.pk],
        "agenda": "研究水库除险加固。",
        "minutes_by": "",
        "expected": "水库除险加固年底前完成\n\n  校车整治，县教育局牵头  ",
        "once": token(),
        **words,
    }


def page(browser, sitting) -> str:
    return browser.get(sitting.get_absolute_url()).content.decode()


def of(sitting, name: str) -> str:
    return reverse(f"directives:{name}", args=[sitting.pk])


@pytest.fixture
def clock_runs(county):
    watch.arm_quietly()


def minutes_of(county, sitting, **words):
    words = {"kind": sitting.kind, "title": "常务会议纪要", "date": sitting.held_on, **words}
    return register_source(county.officer, number="〔2026〕9号", **words)


def test_a_meeting_is_noted_with_what_is_expected_of_it_and_its_minutes_due(county, enter):
    browser = enter(county.officer)
    told = browser.post(NEW, filled(county), follow=True).content.decode()
    sitting = Sitting.objects.get()
    assert [one.words for one in sitting.expected.all()] == [
        "水库除险加固年底前完成",
        "校车整治，县教育局牵头",
    ]
    assert set(sitting.attendees.all()) == {county.officer, county.director}
    assert sitting.minutes_by == add_workdays(in_days(-2), 5, current_calendar())
    assert told.count("未登记") == 2
    assert str(sitting) in browser.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kind": ""}, "会议"),
        ({"attendees": []}, "请选择列席人员。"),
        ({"agenda": ""}, "请填写议题。"),
        ({"held_on": "2026-02-30"}, "日期不是一个存在的日期"),
        ({"minutes_by": "2001-01-01"}, "“纪要应到日期”不能早于会议日期。"),
        ({"expected": "水" * 501}, "预计议定事项第1项最多500字（现在501字），请精简。"),
        ({"expected": "\n".join(["修水库"] * 101)}, "一次会议最多记100项。"),
    ],
)
def test_what_is_wrong_is_said_by_the_name_of_its_field(county, enter, wrong, sentence):
    assert sentence in enter(county.officer).post(NEW, filled(county, **wrong)).content.decode()
    assert not Sitting.objects.exists()


def test_only_who_sits_at_the_desk_attends_for_the_bureau(county, enter):
    answer = enter(county.officer).post(NEW, filled(county, attendees=[county.water_liaison.pk]))
    assert answer.status_code == 200
    assert not Sitting.objects.exists()


def test_a_registered_decision_is_ticked_and_what_is_left_stands_as_not_registered(county, enter):
    sitting = county.sitting(expected=["修水库", "整治校车", "传达学习"])
    browser, minutes = enter(county.officer), minutes_of(county, sitting)
    made = county.directive("running", title="完成水库除险加固")
    made.source = minutes
    made.save(update_fields=["source"])
    assert browser.get(of(sitting, "minutes")).context["form"].initial["minutes"] == minutes
    browser.post(of(sitting, "minutes"), {"minutes": minutes.pk, "once": token()})
    reservoir, buses, study = sitting.expected.all()
    assert "还有 3 项没有对上" in page(browser, sitting)
    browser.post(of(reservoir, "tick"), {"directive": made.pk, "source": "", "once": token()})
    browser.post(of(buses, "tick"), {"directive": "", "source": minutes.pk, "once": token()})
    assert str(sitting) in browser.get(minutes.get_absolute_url()).content.decode()
    told = page(browser, sitting)
    assert made.matter.number in told
    assert minutes.words in told
    assert "还有 1 项没有对上" in told
    browser.post(of(study, "leave-out".replace("-", "_")), {"reason": "没有任务。", "once": token()})
    assert "没有对上" not in page(browser, sitting)
    assert not browser.get(LIST, {"only": "left"}).context["object_list"]


def test_one_of_both_is_chosen_and_no_directive_of_before_the_meeting(county, enter):
    sitting, browser = county.sitting(), enter(county.officer)
    expected, old = sitting.expected.get(), county.directive("running")
    minutes = minutes_of(county, sitting)
    neither = browser.post(of(expected, "tick"), {"once": token()}).content.decode()
    assert "请选择对上的事项" in neither
    form = browser.get(of(expected, "tick")).context["form"]
    assert list(form["source"].field.queryset) == [minutes]
    county.source.__class__.objects.filter(pk=county.source.pk).update(date=date(2026, 1, 5))
    assert old not in browser.get(of(expected, "tick")).context["form"]["directive"].field.queryset
    assert expected.is_open


def test_what_somebody_else_ticked_meanwhile_is_said_and_a_tick_is_taken_back(county, enter):
    sitting = county.sitting()
    expected, minutes = sitting.expected.get(), minutes_of(county, sitting)
    sittings.tick(county.officer, expected, None, minutes)
    with pytest.raises(Barred, match="刚刚有了变化"):
        sittings.leave_out(county.colleague, expected, "不用。")
    enter(county.colleague).post(of(expected, "take_back_tick"), {"once": token()})
    assert Expected.objects.get().is_open
    with pytest.raises(Barred):
        sittings.take_back_tick(county.officer, expected)


def test_of_a_sealed_directive_who_does_not_see_it_learns_no_number(county, enter):
    sitting = county.sitting()
    sealed = county.directive("running", secrecy="sealed")
    sittings.tick(county.officer, sitting.expected.get(), sealed, None)
    told = page(enter(county.colleague), sitting)
    assert sealed.matter.number not in told
    assert "已登记（限阅）" in told
    assert sealed.matter.number in page(enter(county.officer), sitting)


def test_a_meeting_is_mended_and_what_was_noted_stays(county, enter):
    sitting, browser = county.sitting(), enter(county.colleague)
    browser.post(of(sitting, "edit_sitting"), filled(county, name="第10次", seen=sitting.version))
    browser.post(
        of(sitting, "expect"), {"expected": "再修一座桥", "once": token(), "seen": sitting.version + 1}
    )
    sitting = Sitting.objects.get()
    assert sitting.name == "第10次"
    assert [one.ordinal for one in sitting.expected.all()] == [1, 2]
    stale = browser.post(of(sitting, "edit_sitting"), filled(county, name="第11次", seen=1))
    assert stale.status_code == 409
    assert Sitting.objects.get().name == "第10次"


def test_late_minutes_are_asked_for_once_a_rung_until_they_came(county, enter, clock_runs, time_machine):
    sitting = county.sitting(attendees=[county.officer, county.director], held_on=in_days(-1))
    calendar = current_calendar()

    def asked_after(days: int) -> int:
        day = add_workdays(sitting.minutes_by, days, calendar)
        time_machine.move_to(timezone.make_aware(datetime(day.year, day.month, day.day, 10)))
        ask_for_minutes()
        ask_for_minutes()
        return Notice.objects.filter(url=sitting.get_absolute_url()).count()

    assert [asked_after(days) for days in (0, 1, 2, 3)] == [0, 2, 2, 4]
    notice = Notice.objects.filter(person=county.officer).latest("pk")
    assert "逾期3个工作日" in notice.words
    assert "逾期 3 个工作日" in page(enter(county.officer), sitting)
    sittings.minutes_came(county.officer, sitting, minutes_of(county, sitting))
    assert asked_after(5) == 4


def test_nobody_is_asked_where_no_minutes_will_come(county, enter, clock_runs):
    sitting, browser = county.sitting(held_on=in_days(-12)), enter(county.officer)
    browser.post(of(sitting, "no_minutes"), {"reason": "会议改期。", "once": token(), "seen": 1})
    ask_for_minutes()
    assert not Notice.objects.filter(url=sitting.get_absolute_url()).exists()
    assert "会议改期。" in page(browser, sitting)


def test_where_minutes_are_registered_the_desk_sees_what_is_late_and_what_is_left(county, enter):
    late, browser = county.sitting(), enter(county.colleague)
    sources = reverse("directives:sources")
    told = browser.get(sources).content.decode()
    assert "纪要逾期" in told
    assert late.get_absolute_url() in told
    sittings.minutes_came(county.officer, late, minutes_of(county, late))
    assert "还有 1 项没有对上" in browser.get(sources).content.decode()
    sittings.leave_out(county.officer, late.expected.get(), "没有任务。")
    assert late.get_absolute_url() not in browser.get(sources).content.decode()


def test_the_list_is_asked_for_what_is_late(county, enter):
    late, fresh = county.sitting(), county.sitting(held_on=timezone.localdate())
    browser = enter(county.officer)
    assert list(browser.get(LIST).context["object_list"]) == [fresh, late]
    assert list(browser.get(LIST, {"only": "late"}).context["object_list"]) == [late]
    assert browser.get(LIST, {"only": "nonsense"}).status_code == 200


def test_the_database_keeps_no_contradiction(county):
    sitting = county.sitting()
    minutes = minutes_of(county, sitting)
    with pytest.raises(IntegrityError), transaction.atomic():
        Sitting.objects.update(minutes=minutes, no_minutes="改期")
    with pytest.raises(IntegrityError), transaction.atomic():
        Sitting.objects.update(minutes_by=sitting.held_on - timedelta(days=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Expected.objects.update(source=minutes, left_out="不用")


@pytest.mark.parametrize("name", ["clerk", "water_liaison", "magistrate", "system", "stranger"])
def test_for_everybody_else_it_does_not_exist(county, enter, name):
    sitting, person = county.sitting(), county.cast[name]
    browser, expected = enter(person), sitting.expected.get()
    for address in ("sitting", "edit_sitting", "expect", "minutes", "no_minutes"):
        assert browser.get(of(sitting, address)).status_code == 404
    for address in ("tick", "leave_out", "take_back_tick"):
        assert browser.post(of(expected, address), {"once": token()}).status_code == 404
    assert browser.post(NEW, filled(county)).status_code == browser.get(LIST).status_code == 404
    with pytest.raises(Refused):
        sittings.leave_out(person, expected, "不用。")
