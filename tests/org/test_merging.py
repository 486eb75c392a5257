"""并入另一单位: the page shows first what would go over, and asks; the worker does it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from bureau.jobs import doing
from bureau.jobs.models import Job
from bureau.matters.merger import merge as merging
from bureau.org.models import Person, Unit
from tests.county import in_days
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, county):
    """The administration, open in the browser of the county's own keeper."""
    client.force_login(county.system)
    return client


def page_of(unit, page="merge") -> str:
    return f"/admin/org/unit/{unit.pk}/{page}/"


def asked(county, **changes) -> dict:
    return {"into": county.roads.pk, "on": f"{timezone.localdate()}", **changes}


def words(answer) -> str:
    return answer.content.decode()


def test_a_units_own_page_leads_there(county, office):
    assert page_of(county.water) in words(office.get(page_of(county.water, "change")))


def test_what_would_go_over_is_shown_and_nothing_is_done(county, office):
    county.directive("running", to=[county.water, county.roads])
    told = words(office.post(page_of(county.water), asked(county)))
    assert "<b>2</b> 个账号、<b>1</b> 件未办结事项、<b>2</b> 个待办" in told
    assert "全部移交<b>桃溪县交通运输局</b>" in told
    assert "<b>1</b> 件两家都承办" in told
    assert not Job.objects.exists()
    assert Unit.objects.get(pk=county.water.pk).active


def test_confirmed_the_worker_does_it(county, office):
    county.directive("running")
    form = form_of(office.post(page_of(county.water), asked(county, on="2026-11-02")))
    answer = office.post(page_of(county.water), form, follow=True)
    assert "正在后台办理合并" in words(answer)
    job = Job.objects.get()
    assert doing.run(job.pk)
    job.refresh_from_db()
    assert job.outcome == "县水利局已并入县交通运输局：移交2个账号、1件未办结事项、2个待办。"
    assert Unit.objects.get(pk=county.water.pk).merged_on == date(2026, 11, 2)
    assert Person.objects.get(pk=county.water_liaison.pk).unit == county.roads


def test_what_became_impossible_meanwhile_is_told_by_the_job(county, office):
    form = form_of(office.post(page_of(county.water), asked(county)))
    office.post(page_of(county.water), form)
    Unit.objects.filter(pk=county.roads.pk).update(active=False)
    assert doing.run(Job.objects.get().pk)
    assert Job.objects.get().outcome.startswith("县交通运输局已停用")
    assert Unit.objects.get(pk=county.water.pk).merged_into is None


def merged(county):
    merging.merge(county.system, county.water, county.roads, timezone.localdate())
    return Unit.objects.get(pk=county.water.pk)


def test_a_merged_unit_is_not_merged_again_and_does_not_come_back(county, office):
    unit = merged(county)
    assert "已于" in words(office.get(page_of(unit), follow=True))
    assert "已于" in words(office.post(page_of(unit), asked(county, into=county.finance.pk), follow=True))
    page = office.get(page_of(unit, "change"))
    assert page_of(unit) not in words(page)
    assert "县交通运输局" in words(page)
    office.post(page_of(unit, "change"), form_of(page) | {"active": "on"})
    told = office.post(
        "/admin/org/unit/", {"action": "put_into_use", "_selected_action": [unit.pk]}, follow=True
    )
    assert "县水利局已并入其他单位，不能再启用" in words(told)
    unit.refresh_from_db()
    assert (unit.active, unit.merged_into) == (False, county.roads)


def test_a_form_opened_before_the_merger_does_not_undo_it(county, office):
    form = form_of(office.get(page_of(county.water, "change"))) | {"mark": "桃水"}
    unit = merged(county)
    office.post(page_of(unit, "change"), form)
    unit.refresh_from_db()
    assert (unit.active, unit.merged_into) == (False, county.roads)


@pytest.mark.parametrize(
    "change, complaint",
    [
        ({"into": ""}, "请选择“并入单位”"),
        ({"into": "abc"}, "请从选单里选一个在用的单位"),
        ({"into": "9" * 30}, "请从选单里选一个在用的单位"),
        ({"into": "\0"}, "into"),
        ({"on": ""}, "请填写并入日期"),
        ({"on": "2026-02-30"}, "并入日期不是一个存在的日期"),
        ({"on": "1026-01-01"}, "并入日期的年份"),
    ],
)
def test_an_impossible_merger_is_refused_beside_its_field(county, office, change, complaint):
    answer = office.post(page_of(county.water), asked(county, **change) | {"confirmed": "on"})
    assert complaint in str(answer.context["form"].errors)
    assert not Job.objects.exists()


def itself(county):
    return asked(county, into=county.water.pk)


def out_of_use(county):
    Unit.objects.filter(pk=county.roads.pk).update(active=False)
    return asked(county)


def court(county):
    county.directive("running")
    return asked(county, into=county.court.pk)


def tomorrow(county):
    return asked(county, on=f"{in_days(1)}")


@pytest.mark.parametrize(
    "case, complaint",
    [(itself, "请从选单"), (out_of_use, "请从选单"), (court, "不是督查的对象"), (tomorrow, "不能晚于今天")],
)
def test_what_may_not_be_is_refused_in_words(county, office, case, complaint):
    assert complaint in words(office.post(page_of(county.water), case(county)))
    assert not Job.objects.exists()


def test_the_bureau_stays(county, office):
    assert "督查局不能并入" in words(office.post(page_of(county.bureau), asked(county)))


@pytest.mark.parametrize("name", ["officer", "director", "security", "audit", "water_head", "magistrate"])
def test_for_everybody_else_the_page_does_not_exist(county, client, name):
    client.force_login(county.cast[name])
    assert client.get(page_of(county.water)).status_code == 404
    assert client.post(page_of(county.water), asked(county)).status_code == 404


def test_a_unit_that_is_not_there_is_not_found(office):
    assert office.get("/admin/org/unit/999999/merge/").status_code == 404
    assert office.get(f"/admin/org/unit/{'9' * 30}/merge/").status_code == 404


@pytest.mark.parametrize(
    "values",
    [
        lambda c: {"merged_into": c.water, "merged_on": date(2026, 11, 2), "active": False},
        lambda c: {"merged_into": c.roads, "merged_on": date(2026, 11, 2), "active": True},
        lambda c: {"merged_into": c.roads, "merged_on": None, "active": False},
        lambda c: {"merged_into": None, "merged_on": date(2026, 11, 2), "active": False},
    ],
)
def test_the_database_refuses_half_a_merger(county, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(pk=county.water.pk).update(**values(county))
