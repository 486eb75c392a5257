"""工作日历: a year on a page, several days at once, nothing moved before it was shown."""

from datetime import date

import pytest

from bureau.org.models import AdminEntry, WorkdayException

pytestmark = pytest.mark.django_db
DAYS = "/admin/org/workdayexception/"
FEAST = ["2027-02-08", "2027-02-09", "2027-02-10"]


@pytest.fixture
def office(client, county):
    client.force_login(county.system)
    return client


def arrange(office, days, arrangement="off", name="春节", year=2027, **changes):
    page = f"{DAYS}?year={year}"
    seen = office.get(page).context["form"]["seen"].value()
    words = {"seen": seen, "days": days, "arrangement": arrangement, "name": name}
    return office.post(page, words | changes, follow=True)


def test_days_that_are_ticked_are_off_at_once_and_it_is_written_down(office):
    assert "已保存 3 天" in arrange(office, FEAST).content.decode()
    entered = WorkdayException.objects.filter(day__year=2027)
    assert [(f"{row.day}", row.working, row.name) for row in entered] == [
        (day, False, "春节") for day in FEAST
    ]
    assert "2027-02-08 放假（春节）" in AdminEntry.objects.first().sentence


def test_a_saturday_is_worked_instead_and_made_usual_again(office):
    arrange(office, ["2027-02-13"], "on")
    assert WorkdayException.objects.get(day=date(2027, 2, 13)).working
    arrange(office, ["2027-02-13"], "usual", "")
    assert not WorkdayException.objects.filter(day=date(2027, 2, 13)).exists()


def test_what_stands_already_is_told_and_not_written_again(office):
    arrange(office, FEAST)
    before = AdminEntry.objects.count()
    assert "没有改动" in arrange(office, FEAST).content.decode()
    assert AdminEntry.objects.count() == before


@pytest.mark.parametrize(
    "days, arrangement, name, told",
    [
        ([], "off", "春节", "请先在日历上勾选日期"),
        (FEAST, "off", "", "请填写节日名称"),
        (["2027-02-08"], "on", "春节", "02-08（周一）本来就上班"),
        (["2026-02-08"], "off", "春节", "不是这一年的日期"),
        (["二月"], "off", "春节", "不是这一年的日期"),
        (FEAST, "rest", "春节", "没有保存"),
        (FEAST, "off", "春" * 21, "没有保存"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_saved(office, days, arrangement, name, told):
    before = WorkdayException.objects.count()
    answer = arrange(office, days, arrangement, name)
    assert told in answer.content.decode()
    assert WorkdayException.objects.count() == before


def test_what_was_ticked_stays_ticked_beside_the_error(office):
    page = arrange(office, FEAST, name="").content.decode()
    assert page.count("checked") == 1 + len(FEAST)


def test_a_year_changed_by_somebody_else_is_not_written_over(office):
    assert "别人已改过" in arrange(office, FEAST, seen="what-i-saw-yesterday").content.decode()
    assert not WorkdayException.objects.filter(day__year=2027).exists()


@pytest.mark.parametrize("year", ["1999", "2100", "二〇二七", "-1", ""])
def test_a_year_that_is_none_shows_this_one(office, year):
    form = office.get(DAYS, {"year": year}).context["form"]
    assert form.year == date.today().year


def test_a_day_off_by_law_shows_as_off_before_the_year_is_entered(office):
    (october,) = (
        one for one in office.get(f"{DAYS}?year=2031").context["form"].months() if one["month"] == 10
    )
    first = next(day for week in october["weeks"] for day in week if day and day["day"].day == 1)
    assert (first["mark"], first["name"]) == ("休", "国庆节")


def test_it_exists_for_the_system_administrator_alone(client, county):
    for person in (county.security, county.audit, county.officer, county.stranger):
        client.force_login(person)
        assert client.get(DAYS).status_code == client.post(DAYS, {"days": FEAST}).status_code == 404
