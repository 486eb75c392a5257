"""A job is done once, wholly or not at all; its end is a sentence."""

import logging
import os

import pytest
from django.db import OperationalError

from bureau.files.refused import Refused
from bureau.jobs import doing, shelf, tasks
from bureau.jobs.barred import Barred
from bureau.jobs.models import Job
from bureau.jobs.work import Outcome, start, under_way
from bureau.org.models import Unit

pytestmark = pytest.mark.django_db
KIND = "test.kind"


@pytest.fixture
def job(county, handler):
    """A job whose handler the test gives: `job(function, **facts)`."""

    def made(function, **facts):
        handler(KIND, function)
        return start(county.officer, KIND, "试办一件事", url="/back/", **facts)

    return made


def ended(job) -> Job:
    doing.run(job.pk)
    return Job.objects.get(pk=job.pk)


def test_a_job_gets_its_facts_and_its_person_and_ends_with_a_sentence(county, job):
    seen = []
    done = ended(job(lambda work: seen.append((work.person, work.facts)) or Outcome("办好了。", "/on/"), a=1))
    assert seen == [(county.officer, {"a": 1})]
    assert (done.state, done.outcome, done.url) == ("done", "办好了。", "/on/")


def test_starting_rings_once_the_transaction_is_there(
    county, handler, silent, django_capture_on_commit_callbacks
):
    handler(KIND, None)
    with django_capture_on_commit_callbacks(execute=True):
        job = start(county.officer, KIND, "试办")
        assert silent == []
    assert silent == [job.pk]


def test_a_kind_without_a_handler_cannot_be_started(county):
    with pytest.raises(LookupError):
        start(county.officer, "nobody.knows", "试办")


def test_an_ended_job_is_not_done_again(job):
    calls = []
    one = job(lambda work: calls.append(1) or Outcome("好。"))
    assert doing.run(one.pk)
    assert not doing.run(one.pk)
    assert calls == [1]


@pytest.mark.parametrize("refusal", [Barred("这一步由督查局办理。"), Refused("文件是空的。")])
def test_a_refusal_is_told_in_its_own_words_and_nothing_is_half_done(job, refusal):
    def handler(work):
        Unit.objects.filter(short="县水利局").update(order=7)
        raise refusal

    failed = ended(job(handler))
    assert (failed.state, failed.outcome, failed.url) == ("failed", str(refusal), "/back/")
    assert not Unit.objects.filter(order=7).exists()


def test_what_nobody_expected_is_logged_and_told_in_general_words(job, caplog):
    def handler(work):
        Unit.objects.filter(short="县水利局").update(order=7)
        raise KeyError("内情")

    one = job(handler)
    with caplog.at_level(logging.ERROR):
        failed = ended(one)
    assert failed.state == "failed"
    assert "内情" not in failed.outcome
    assert f"job {one.pk}" in caplog.text
    assert not Unit.objects.filter(order=7).exists()


def test_a_lost_database_leaves_the_job_for_another_try_and_the_fourth_gives_up(job):
    def handler(work):
        raise OperationalError("server closed the connection unexpectedly")

    one = job(handler)
    for tried in (1, 2, 3):
        assert (ended(one).state, ended_tries(one)) == ("running", tried)
    given_up = ended(one)
    assert (given_up.state, given_up.outcome) == ("failed", doing.WORN_OUT)


def ended_tries(job) -> int:
    return Job.objects.get(pk=job.pk).tries


def test_nothing_is_done_for_an_account_that_was_closed_meanwhile(county, job):
    one = job(lambda work: pytest.fail("was done"))
    county.officer.is_active = False
    county.officer.save()
    assert ended(one).outcome == doing.GONE


def test_a_file_is_kept_with_its_digest_for_a_week(job):
    def handler(work):
        with work.file("台账.xlsx") as out:
            out.write(b"12345")
        return Outcome("已导出。")

    done = ended(job(handler))
    assert (done.name, done.size, len(done.sha256)) == ("台账.xlsx", 5, 64)
    assert shelf.path_of(done.pk).read_bytes() == b"12345"
    assert tasks.forget_files() == 0
    long_ago = done.ended_at - 2 * tasks.KEPT
    Job.objects.update(ended_at=long_ago)
    os.utime(shelf.path_of(done.pk), (long_ago.timestamp(),) * 2)
    assert tasks.forget_files() == 1
    assert not shelf.path_of(done.pk).exists()
    told = Job.objects.get(pk=done.pk)
    assert (told.sha256, told.outcome) == ("", f"已导出。{tasks.GONE}")


def test_a_file_that_was_not_finished_leaves_nothing(job):
    def handler(work):
        with work.file("台账.xlsx") as out:
            out.write(b"1")
            raise Barred("算了。")

    assert ended(job(handler)).sha256 == ""
    assert list(shelf.folder().iterdir()) == []


def test_what_is_under_way_is_found_by_its_facts(county, job):
    one = job(lambda work: Outcome("好。"), intake=7)
    assert under_way(county.officer, KIND, intake=7) == one
    assert under_way(county.officer, KIND, intake=8) is None
    assert under_way(county.colleague, KIND, intake=7) is None
    ended(one)
    assert under_way(county.officer, KIND, intake=7) is None


def test_the_sweep_rings_for_what_waits(job, silent):
    one = job(lambda work: Outcome("好。"))
    assert tasks.sweep() == 1
    assert silent == [one.pk]
    ended(one)
    assert tasks.sweep() == 0
