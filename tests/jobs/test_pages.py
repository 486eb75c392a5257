"""The pages of long work: one's own, its progress, its outcome, its file."""

import pytest
from django.utils import timezone

from bureau.jobs import shelf
from bureau.jobs.models import Job
from tests.house.test_queries import cost

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(county, enter):
    return enter(county.officer)


@pytest.fixture
def job(county):
    """`job(state=…)`: one of the officer's."""

    def made(**fields):
        if fields.get("state") in ("done", "failed"):
            fields |= {"ended_at": timezone.now()}
        return Job.objects.create(person=county.officer, kind="x", words="导出台账", **fields)

    return made


def test_progress_is_shown_and_looked_at_again_with_and_without_scripts(officer, job):
    page = officer.get(job(state="running", done=340, total=1000).get_absolute_url()).content.decode()
    assert "340 / 1000" in page
    assert 'http-equiv="refresh"' in page
    assert 'hx-trigger="every 2s"' in page


def test_the_outcome_leads_on_and_counts_as_seen_once_it_was_read(officer, job):
    one = job(state="done", outcome="已登记三项。", url="/directives/sources/1/")
    assert "已登记三项。" in officer.get("/").content.decode()
    page = officer.get(one.get_absolute_url()).content.decode()
    assert "已登记三项。" in page
    assert 'href="/directives/sources/1/"' in page
    assert 'http-equiv="refresh"' not in page
    assert "已登记三项。" not in officer.get("/").content.decode()


def test_a_page_that_waits_for_progress_is_told_to_load_the_outcome(officer, job):
    one = job(state="done", outcome="好。")
    answer = officer.get(one.get_absolute_url(), headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"
    assert Job.objects.get(pk=one.pk).seen_at is None  # nothing was shown yet


def test_a_failure_says_why_and_leads_back(officer, job):
    page = officer.get(
        job(state="failed", outcome="文件是空的。", url="/directives/import/").get_absolute_url()
    )
    assert "文件是空的。" in page.content.decode()
    assert "返回修改" in page.content.decode()


@pytest.mark.parametrize("name", ["colleague", "director", "water_liaison", "magistrate", "system"])
def test_anothers_work_is_absent(job, county, enter, name):
    one = job(state="done", outcome="好。", name="台账.xlsx", size=1, sha256="a" * 64)
    browser = enter(county.cast[name])
    for url in (one.get_absolute_url(), f"{one.get_absolute_url()}file/"):
        assert browser.get(url).status_code == 404
    assert "导出台账" not in browser.get("/jobs/").content.decode()
    assert "导出台账" not in browser.get("/").content.decode()


def test_a_file_that_was_cleared_away_is_said_to_be_gone(officer, job):
    one = job(state="done", outcome="好。", name="台账.xlsx", size=1, sha256="a" * 64)
    assert not shelf.path_of(one.pk).exists()
    answer = officer.get(f"{one.get_absolute_url()}file/", follow=True)
    assert "不在存储里" in answer.content.decode()


def test_a_list_of_many_costs_no_more(officer, job):
    assert "现在没有任务" in officer.get("/jobs/").content.decode()
    job(state="running")
    few = cost(officer, "/jobs/")
    for _ in range(29):
        job(state="running")
    assert cost(officer, "/jobs/") == few
    assert officer.get("/jobs/").content.decode().count("导出台账") == 25
    assert officer.get("/").content.decode().count("导出台账") == 5
