"""Every edit that decides deadlines first shows which would move, and moves them only when confirmed."""

from datetime import date, time

import pytest
from django.utils import timezone

from bureau.jobs import doing
from bureau.jobs.models import Job
from bureau.matters.deadlines import recount
from bureau.matters.models import Entry, Matter
from bureau.org.models import Limit, Regulation, WorkdayException, WorkPeriod
from tests.matters.conftest import friday
from tests.pages.posting import form_of

__all__ = ["friday"]
pytestmark = pytest.mark.django_db
DAYS, HOURS, LIMITS = "/admin/org/workdayexception/", "/admin/org/workperiod/", "/admin/org/limit/"
HOLIDAY = {"day": "2026-12-01", "working": "off", "name": "县庆"}
ASKED = "确认保存并重新推算"


@pytest.fixture
def office(client, county):
    client.force_login(county.system)
    return client


@pytest.fixture
def matter(county, friday):
    return county.directive(
        "running", to=[county.water, county.roads], due=None, urgency="normal", title="水库除险加固"
    ).matter


def due(matter) -> date:
    return timezone.localdate(Matter.objects.get(pk=matter.pk).due_at)


def words(answer) -> str:
    return answer.content.decode()


def confirm(office, address, asked):
    return office.post(address, form_of(asked))


def test_what_would_move_is_shown_and_nothing_is_saved(office, matter):
    before = WorkdayException.objects.count()
    told = words(office.post(f"{DAYS}add/", HOLIDAY))
    assert ASKED in told
    assert "<b>1</b> 件在办事项的 <b>2</b> 个时限" in told
    assert matter.number in told
    assert "县水利局" in told
    assert "2026-12-11 23:59" in told
    assert "2026-12-14 23:59" in told
    assert (WorkdayException.objects.count(), Job.objects.count()) == (before, 0)
    assert due(matter) == date(2026, 12, 11)


def test_the_administrator_reads_no_title(office, matter):
    assert matter.title not in words(office.post(f"{DAYS}add/", HOLIDAY))


def test_of_a_sealed_matter_not_even_the_unit_is_named(county, office, friday):
    county.directive("running", to=[county.finance], due=None, urgency="normal", secrecy="sealed")
    told = words(office.post(f"{DAYS}add/", HOLIDAY))
    assert ASKED in told
    assert "县财政局" not in told
    assert "限阅" in told


def test_confirmed_it_is_saved_and_the_worker_is_asked_to_move(county, office, matter):
    answer = confirm(office, f"{DAYS}add/", office.post(f"{DAYS}add/", HOLIDAY))
    assert answer.status_code == 302
    assert WorkdayException.objects.filter(day=date(2026, 12, 1)).exists()
    job = Job.objects.get()
    assert (job.kind, job.person) == ("matters.recount", county.system)
    assert doing.run(job.pk)
    job.refresh_from_db()
    assert (job.state, due(matter)) == ("done", date(2026, 12, 14))
    assert job.outcome.startswith("1件事项的2个时限已重新推算")


def test_a_confirmation_is_good_for_that_edit_alone(county, office, matter):
    form = form_of(office.post(f"{DAYS}add/", HOLIDAY))
    other = office.post(f"{DAYS}add/", form | {"day": "2026-12-02"})
    assert ASKED in words(other)
    assert ASKED in words(office.post(f"{DAYS}add/", HOLIDAY | {"_move": "forged"}))
    assert not WorkdayException.objects.filter(day__in=[date(2026, 12, 1), date(2026, 12, 2)]).exists()


def test_a_confirmation_grows_old(office, matter, friday):
    form = form_of(office.post(f"{DAYS}add/", HOLIDAY))
    friday.move_to("2026-11-20T11:00:01+08:00")
    assert ASKED in words(office.post(f"{DAYS}add/", form))


def test_what_moves_nothing_is_saved_at_once_and_says_so(office, matter):
    answer = office.post(f"{DAYS}add/", HOLIDAY | {"day": "2027-05-03"}, follow=True)
    assert "没有正在办理的时限因此变动" in words(answer)
    assert WorkdayException.objects.filter(day=date(2027, 5, 3)).exists()
    assert not Job.objects.exists()


def test_a_wrong_form_is_told_as_ever(office, matter):
    answer = office.post(f"{DAYS}add/", HOLIDAY | {"day": "2026-02-30"})
    assert answer.status_code == 200
    assert "day" in answer.context["adminform"].form.errors


def test_a_day_changed_and_a_day_removed_are_foreseen(office, matter):
    day = WorkdayException.objects.create(day=date(2026, 12, 1), working=False, name="县庆")
    recount.run()
    change, delete = f"{DAYS}{day.pk}/change/", f"{DAYS}{day.pk}/delete/"
    form = {name: value for name, value in form_of(office.get(change)).items() if not name.startswith("_")}
    assert ASKED in words(office.post(change, form | {"day": "2027-05-03"}))
    asked = office.post(delete, {"post": "yes"})
    assert ASKED in words(asked)
    assert confirm(office, delete, asked).status_code == 302
    assert not WorkdayException.objects.filter(pk=day.pk).exists()


def test_several_days_made_usual_again_are_foreseen(office, matter):
    for day in (date(2026, 12, 1), date(2026, 12, 2)):
        WorkdayException.objects.create(day=day, working=False, name="县庆")
    recount.run()
    ticked = {"days": ["2026-12-01", "2026-12-02"], "arrangement": "usual", "name": ""}
    asked = office.post(f"{DAYS}?year=2026", form_of(office.get(f"{DAYS}?year=2026")) | ticked)
    assert ASKED in words(asked)
    assert WorkdayException.objects.filter(day__in=ticked["days"]).count() == 2
    sent = {name: [v for n, v in asked.context["posted"] if n == name] for name, _ in asked.context["posted"]}
    confirmation = dict([asked.context["confirmation"]])
    assert office.post(f"{DAYS}?year=2026", sent | confirmation).status_code == 302
    assert not WorkdayException.objects.filter(day__in=ticked["days"]).exists()


def test_an_announced_year_is_foreseen(county, office, friday):
    WorkdayException.objects.filter(day__year=2026).delete()
    friday.move_to("2026-09-29T10:00:00+08:00")
    directive = county.directive("running", due=None, urgency="normal")
    assert due(directive.matter) == date(2026, 10, 22)  # two days off by law before the year is entered
    asked = office.post(f"{DAYS}enter/", {"year": "2026"})
    assert ASKED in words(asked)
    assert office.get(asked.context["back"]).status_code == 200
    assert confirm(office, f"{DAYS}enter/", asked).status_code == 302
    recount.run()
    assert due(directive.matter) == date(2026, 10, 26)  # seven days of feast off, one Saturday worked


def test_working_hours_are_foreseen_by_what_is_due_in_hours(county, office, friday):
    county.directive("dispatched", due=None, urgency="urgent")  # to be signed within 8 working hours
    address = f"{HOURS}{WorkPeriod.objects.first().pk}/change/"
    form = {name: value for name, value in form_of(office.get(address)).items() if not name.startswith("_")}
    told = words(office.post(address, form | {"starts": "08:00"}))
    assert ASKED in told
    assert "签收" in told
    assert WorkPeriod.objects.first().starts == time(8, 30)


def test_limits_are_foreseen(office, matter):
    page = office.get(LIMITS)
    form = form_of(page) | {"report-normal_0": "10"}
    asked = office.post(LIMITS, form)
    assert ASKED in words(asked)
    assert Limit.objects.get(room="", step="report", urgency="normal").amount == 15
    assert confirm(office, LIMITS, asked).status_code == 302
    recount.run()
    assert due(matter) == date(2026, 12, 4)
    assert Entry.objects.filter(step="matters.recount").count() == 1


def test_only_fifty_are_listed_and_the_others_counted(office, matter, monkeypatch):
    monkeypatch.setattr("bureau.notices.admin.foreseen.LISTED", 1)
    told = words(office.post(f"{DAYS}add/", HOLIDAY))
    assert "另有 1 个没有列出" in told


def test_more_deadlines_cost_no_more_queries(county, office, matter, django_assert_max_num_queries):
    def cost():
        with django_assert_max_num_queries(60) as spent:
            assert ASKED in words(office.post(f"{DAYS}add/", HOLIDAY))
        return len(spent)

    cost()
    few = cost()
    for _ in range(3):
        county.directive("running", due=None, urgency="normal")
    assert cost() == few


def test_the_rules_of_the_bureau_start_from_the_defaults_and_are_kept(office, matter):
    address = office.get("/admin/org/regulation/").url
    page = office.get(address)
    assert not Regulation.objects.exists()
    form = {name: value for name, value in form_of(page).items() if not name.startswith("_")}
    answer = office.post(address, form | {"extensions_most": "1", "first_extension_days": "15"}, follow=True)
    assert "没有正在办理的时限因此变动" in words(answer)
    rules = Regulation.current()
    assert (rules.extensions_most, rules.first_extension_days, rules.ask_before_workdays) == (1, 15, 0)
    assert Regulation.objects.count() == 1


@pytest.mark.parametrize(
    "name, value", [("extensions_most", "10"), ("first_extension_days", "0"), ("ask_before_workdays", "九")]
)
def test_an_impossible_rule_is_refused(office, name, value):
    form = {"extensions_most": "2", "first_extension_days": "30", "ask_before_workdays": "0"}
    answer = office.post("/admin/org/regulation/1/change/", form | {name: value})
    assert name in answer.context["adminform"].form.errors
    assert not Regulation.objects.exists()


@pytest.mark.parametrize("pk", ["2", "x", "99999999999999999999"])
def test_there_is_one_regulation_only(office, pk):
    assert office.get(f"/admin/org/regulation/{pk}/change/", follow=True).status_code in (200, 404)
    assert not Regulation.objects.exists()
