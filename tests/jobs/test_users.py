"""What is long goes to the worker, and comes out as it would have at once."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from bureau.jobs import doing, long, shelf
from bureau.jobs.models import Job
from bureau.matters.models import Matter
from directives.models import Directive, Intake, Source
from tests.house.papers import minutes, task_table
from tests.pages.posting import form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(county, enter):
    return enter(county.officer)


def last() -> Job:
    return Job.objects.latest("id")


def done() -> Job:
    """The last job, done by a worker."""
    doing.run(last().pk)
    return last()


# --- importing --------------------------------------------------------------------------------------
def upload(browser, content: bytes, name="任务分解表.xlsx"):
    return browser.post("/directives/import/", {"file": SimpleUploadedFile(name, content)})


def tasks_of(count: int) -> bytes:
    return task_table(*([n, f"完成任务{n}", "县水利局", "", "12月底前"] for n in range(1, count + 1)))


def test_a_large_file_is_read_by_the_worker_once_though_it_is_sent_twice(officer, monkeypatch):
    monkeypatch.setattr(long, "CONTENT_BYTES", 1000)
    paper = tasks_of(3)
    sent = [upload(officer, paper) for _ in range(2)]
    assert [answer.url for answer in sent] == [last().get_absolute_url()] * 2
    assert not Intake.objects.exists()
    assert (done().state, last().outcome) == ("done", "读出3项，请核对后登记。")
    assert officer.get(last().url).context["intake"].file_name == "任务分解表.xlsx"


def test_a_large_file_that_holds_too_much_is_refused_in_words(officer):
    upload(officer, tasks_of(5000))
    assert done().state == "failed"
    assert "一次最多读 2000 条" in last().outcome
    assert (last().url, Intake.objects.count()) == ("/directives/import/", 0)


def test_a_short_file_is_read_at_once(officer):
    assert upload(officer, minutes(), "纪要.docx").url.startswith("/directives/import/")
    assert not Job.objects.exists()


@pytest.fixture
def preview(officer, monkeypatch):
    """The address of an import that is too long to be registered at once."""
    monkeypatch.setattr(long, "REGISTERED_ITEMS", 2)
    return upload(officer, tasks_of(5)).url


def commit(browser, url, **changes):
    return browser.post(url, form_of(browser.get(url)) | changes | {"do": "commit"})


def test_many_items_are_registered_by_the_worker_and_the_source_is_shown(officer, preview):
    assert commit(officer, preview).url == last().get_absolute_url()
    assert not Source.objects.exists()
    assert done().outcome == "已登记5项督查事项，请核对后提请审定。"
    assert last().url == Source.objects.get().get_absolute_url() == officer.get(preview).url
    assert list(Directive.objects.order_by("pk").values_list("ordinal", flat=True)) == [1, 2, 3, 4, 5]


def test_while_it_is_registered_nobody_changes_it_and_it_is_not_sent_twice(officer, preview):
    form = form_of(officer.get(preview))
    commit(officer, preview)
    assert officer.get(preview).url == last().get_absolute_url()
    for do in ("commit", "save", "drop-0", "discard"):
        assert officer.post(preview, form | {"do": do}).url == last().get_absolute_url()
    assert (Job.objects.count(), len(Intake.objects.get().rows)) == (1, 5)


def test_what_is_not_settled_is_said_at_once_and_not_by_the_worker(officer, preview):
    answer = commit(officer, preview, **{"3-lead": "县水里局"})
    assert answer.status_code == 409
    assert "还有1项需要核对" in answer.content.decode()
    assert not Job.objects.exists()


def test_a_refusal_leaves_the_import_as_it_was(officer, preview, county):
    commit(officer, preview, **{"0-title": "改过的"})
    county.water.active = False
    county.water.save()
    assert done().state == "failed"
    assert (last().url, Source.objects.count(), Matter.objects.count()) == (preview, 0, 0)
    assert "改过的" in officer.get(preview).content.decode()


def test_an_import_that_was_given_up_meanwhile_is_said_to_be(officer, preview):
    commit(officer, preview)
    Intake.objects.all().delete()
    assert "已经放弃" in done().outcome


# --- batches ----------------------------------------------------------------------------------------
@pytest.fixture
def batch(county, enter, monkeypatch):
    """Three matters to be declined by the director, too many at once: `(browser, keys)`."""
    monkeypatch.setattr(long, "RECORDS_AT_ONCE", 2)
    return enter(county.director), [county.directive("proposed").pk for _ in range(3)]


def decline(browser, keys, **words):
    url = "/directives/batch/decline/?" + "&".join(f"id={key}" for key in keys)
    return browser.post(url, form_of(browser.get(url)) | {"id": keys, "reason": "请重写", **words})


def test_a_large_batch_is_done_by_the_worker_and_leads_back_to_its_list(batch):
    browser, keys = batch
    assert decline(browser, keys, back="/directives/?state=proposed").url == last().get_absolute_url()
    assert set(Directive.objects.values_list("state", flat=True)) == {"proposed"}
    assert (done().outcome, last().url) == (
        "已对3件事项办理“退回修改”。",
        "/directives/?state=proposed",
    )
    assert set(Directive.objects.values_list("state", flat=True)) == {"draft"}


def test_a_list_with_a_long_address_is_led_back_to_without_its_conditions(batch):
    browser, keys = batch
    decline(browser, keys, back=f"/directives/?q={'%E6%B0%B4' * 40}")
    assert (done().state, last().url) == ("done", "/directives/")


@pytest.mark.parametrize("field", ["back", "seen-{}"])
def test_what_no_database_keeps_is_kept_out_of_a_batch(batch, field):
    browser, keys = batch
    assert decline(browser, keys, **{field.format(keys[0]): "/a\0b"}).url == last().get_absolute_url()


def test_a_batch_names_what_it_could_not_take_and_takes_the_rest(batch, county):
    browser, keys = batch
    decline(browser, keys)
    Directive.objects.filter(pk=keys[1]).update(state="void")
    assert done().state == "done"
    assert last().outcome.startswith("已对2件事项办理“退回修改”。1件没有办理：")
    assert str(Matter.objects.get(pk=keys[1])) in last().outcome


def test_more_refusals_than_a_sentence_tells_stand_in_a_file(batch, county, monkeypatch):
    monkeypatch.setattr("bureau.matters.batches.TOLD", 1)
    monkeypatch.setattr("bureau.matters.jobs.TOLD", 1)
    browser, keys = batch
    decline(browser, keys)
    Directive.objects.filter(pk__in=keys[1:]).update(state="void")
    assert "其余1件见清单" in done().outcome
    file = browser.get(reverse("jobs:file", args=[last().pk])).getvalue().decode("utf-8-sig")
    assert len(file.splitlines()) == 2


def test_a_refused_batch_names_the_matters_and_keeps_the_words(batch, county):
    browser, keys = batch
    decline(browser, keys, reason="写了很久的理由")
    Directive.objects.filter(pk__in=keys).update(state="void")
    assert done().state == "failed"
    assert "本批没有办理任何一件" in last().outcome
    Directive.objects.filter(pk=keys[0]).update(state="proposed")
    again = browser.get(last().url)
    assert "写了很久的理由" in again.content.decode()
    assert [record.pk for record, _seen in again.context["able"]] == keys[:1]


def test_anothers_refused_batch_is_not_opened(batch, county, enter):
    browser, keys = batch
    decline(browser, keys, reason="写了很久的理由")
    Directive.objects.filter(pk=keys[0]).update(state="void")
    done()
    assert "写了很久的理由" not in enter(county.deputy).get(last().url).content.decode()
    for forged in ("9" * 5000, "x", "-1", "٣", ""):
        assert browser.get(f"/directives/batch/decline/?job={forged}").status_code == 200


def test_a_batch_sent_twice_is_done_once(batch):
    browser, keys = batch
    url = "/directives/batch/decline/?" + "&".join(f"id={key}" for key in keys)
    form = form_of(browser.get(url)) | {"id": keys, "reason": "请重写"}
    for _ in range(2):
        browser.post(url, form)
    assert Job.objects.count() == 1


def test_the_rights_of_the_moment_count(batch, county):
    browser, keys = batch
    decline(browser, keys)
    county.director.postings.all().delete()
    assert "看不到" in done().outcome
    assert set(Directive.objects.values_list("state", flat=True)) == {"proposed"}


# --- ledgers ----------------------------------------------------------------------------------------
@pytest.fixture
def ledger(county, monkeypatch):
    """Three matters, one of them sealed; more than can be exported or printed at once."""
    monkeypatch.setattr(long, "EXPORTED_ROWS", 1)
    monkeypatch.setattr(long, "PRINTED_ROWS", 1)
    county.directive("dispatched", to=[county.water], title="水库排查")
    county.directive("dispatched", to=[county.roads], title="水毁公路")
    county.directive("dispatched", to=[county.roads], title="限阅的事", secrecy="sealed")


def exported(job) -> list[str]:
    sheet = load_workbook(BytesIO(shelf.path_of(job.pk).read_bytes())).active
    return [row[1].value for row in sheet.iter_rows(min_row=2)]


def test_a_long_ledger_is_exported_by_the_worker_in_its_order_and_under_its_conditions(ledger, officer):
    answer = officer.get("/directives/?sort=number&q=水&export=xlsx")
    assert answer.url == last().get_absolute_url()
    assert done().outcome == "决策督查台账已导出，共2行。"
    assert exported(last()) == ["水库排查", "水毁公路"]
    file = officer.get(f"{last().get_absolute_url()}file/")
    assert b"".join(file.streaming_content) == shelf.path_of(last().pk).read_bytes()
    assert last().url == "/directives/?sort=number&q=%E6%B0%B4"


def test_the_worker_exports_what_the_person_sees_when_it_is_made(ledger, county, enter):
    enter(county.magistrate).get("/directives/?export=xlsx")
    county.magistrate.portfolios.all().delete()
    assert exported(done()) == []


def test_a_long_ledger_is_printed_by_the_worker(ledger, officer):
    assert officer.get("/reports/ledger/?q=水").url == last().get_absolute_url()
    assert (done().state, last().name[-4:]) == ("done", ".pdf")
    assert shelf.path_of(last().pk).read_bytes().startswith(b"%PDF-")


def test_more_than_the_most_is_refused_and_conditions_that_make_no_sense_are_said(
    ledger, officer, monkeypatch
):
    monkeypatch.setattr("bureau.pages.export.MOST_ROWS", 2)
    answer = officer.get("/directives/?export=xlsx", follow=True)
    assert "一次最多导出2行" in answer.content.decode()
    assert officer.get("/directives/?light=purple&export=xlsx").status_code == 200
    assert not Job.objects.exists()
