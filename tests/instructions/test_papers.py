"""月度情况 and 年度归档: what they tell, to whom, and how they are made."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

import instructions.actions as instructing
from bureau.jobs import doing, shelf
from bureau.jobs.models import Job
from bureau.matters.models import Matter, Secrecy
from instructions.prints.archive import register_of, write_archive
from tests.reports.screen import pages, statuses

pytestmark = pytest.mark.django_db
MONTHLY, ARCHIVE = "/reports/instructions/monthly/", "/reports/instructions/archive/"
SEALED = "密语甲乙"


@pytest.fixture
def sealed(county):
    record = county.instruction("reported", word=county.word(words=SEALED), about=instructing.OnPaper(SEALED))
    Matter.objects.filter(pk=record.pk).update(secrecy=Secrecy.SEALED)
    return record


def monthly(browser, month=None) -> str:
    month = month or f"{timezone.localdate():%Y-%m}"
    return pages(browser.get(MONTHLY, {"month": month}).content)


def archived(browser, year=None) -> Job:
    browser.post(ARCHIVE, {"year": year or timezone.localdate().year})
    job = Job.objects.latest("id")
    doing.run(job.pk)
    job.refresh_from_db()
    return job


def package(job) -> tuple[str, list[tuple]]:
    """The text of the bound document, and the rows of the Excel beside it."""
    with ZipFile(shelf.path_of(job.pk)) as opened:
        document, sheet = (opened.read(name) for name in sorted(opened.namelist()))
    return pages(document), list(load_workbook(BytesIO(sheet)).active.iter_rows(values_only=True))


@pytest.mark.parametrize("url", [MONTHLY, ARCHIVE])
def test_they_exist_for_the_desk_and_the_leaders_alone(county, client, url):
    found = statuses(county, client, url)
    shown = {"officer", "colleague", "director", "deputy", "magistrate", "vice"}
    assert found == {who: 200 if who in shown else 404 for who in found}


# --- 月度情况 ----------------------------------------------------------------------------------------
def test_the_month_tells_figures_what_is_open_and_what_was_answered(county, enter):
    county.instruction("running", to=[county.roads])
    answered = county.instruction("reported", to=[county.water])
    text = monthly(enter(county.officer))
    assert "收到领导批示件2件（县级2件），其中存阅0件，立项办理2件" in text
    assert "二、未办结（2件）" in text
    assert "三、本期反馈（1件）" in text
    assert text.count(answered.paper.title[:5]) >= 2
    assert "2026年第1期" in text


def test_a_month_without_instructions_says_so(county, enter):
    text = monthly(enter(county.officer))
    assert "没有收到领导批示件" in text
    assert "没有未办结的批示件" in text


def test_what_is_still_open_of_earlier_months_is_listed_and_what_is_overdue_leads(
    county, enter, time_machine
):
    time_machine.move_to("2026-09-02T09:00+08:00", tick=False)
    old = county.instruction("running", to=[county.roads])
    time_machine.move_to("2026-11-02T09:00+08:00", tick=False)
    new = county.instruction("running", to=[county.water])
    text = monthly(enter(county.officer), "2026-11")
    assert "收到领导批示件1件" in text
    assert "二、未办结（2件）" in text
    assert text.index("〔2026〕1号") < text.index("〔2026〕2号")
    assert (old.matter.number, new.matter.number) == ("桃督批〔2026〕1号", "桃督批〔2026〕2号")
    assert "超" in text[text.index("二、未办结") :]


def test_a_long_month_lists_what_fits_and_says_how_many_are_left(county, enter, monkeypatch):
    monkeypatch.setattr("instructions.prints.monthly.MOST_LISTED", 2)
    for _ in range(3):
        county.instruction("running")
    assert "只列前2件，另有1件见台账" in monthly(enter(county.officer))


@pytest.mark.parametrize("month", ["2026-13", "1066-10", "abc", ""])
def test_a_month_that_is_none_is_refused_in_words(county, enter, month):
    answer = enter(county.officer).get(MONTHLY, {"month": month})
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/html")
    assert "form-errors" in answer.content.decode()


@pytest.mark.parametrize(("name", "told"), [("officer", True), ("director", True), ("colleague", False)])
def test_the_month_tells_of_a_sealed_one_only_to_who_may_see_it(county, enter, sealed, name, told):
    assert (SEALED in monthly(enter(county.cast[name]))) == told


# --- a character that no face has -------------------------------------------------------------------
def test_an_emoji_in_a_leaders_word_and_in_a_result_keeps_no_record_from_being_printed(county, enter):
    about = instructing.OnPaper("\U0001f600水库的报告")
    record = county.instruction("running", word=county.word(words="办好它\U0001f44d"), about=about)
    instructing.report(county.water_liaison, record, "全部完成\U0001f389")
    county.instruction("running")
    officer = enter(county.officer)
    ledger = pages(officer.get(reverse("matters:ledger", args=["instructions"])).content)
    assert "共2项" in ledger
    assert "〔U+1F600〕" in ledger.replace(" ", "")
    assert "〔U+1F600〕" in monthly(officer)
    instructing.accept(county.director, record)
    text = package(archived(officer))[0]
    for named in ("〔U+1F600〕", "〔U+1F44D〕", "〔U+1F389〕"):
        assert named in text, named


# --- 年度归档 ----------------------------------------------------------------------------------------
def test_the_archive_holds_the_register_and_each_ones_story(county, enter):
    record = county.instruction("reported", to=[county.water, county.roads])
    again = county.word(words="请财政局再去看看。")
    instructing.again(county.magistrate, record, again, instructing.Plan(county.finance))
    instructing.void(county.officer, county.instruction("registered"), "重复登记")
    year = timezone.localdate().year
    job = archived(enter(county.officer))
    assert (job.state, job.name) == ("done", f"{year}年领导批示件档案.zip")
    text, (head, *lines) = package(job)
    for words in (
        f"{year}年领导批示件登记簿",
        "第1轮批示：县长（县级）",
        "第2轮批示：",
        "请财政局再去看看",
        "办理结果（县水利局",
        "方案已经印发，两处隐患已经消除。",
        "督查专报2026年第1期",
        "状态：已作废",
    ):
        assert words in text, words
    assert (head[0], [line[0] for line in lines]) == ("编号", ["桃督批〔2026〕1号", "桃督批〔2026〕2号"])


@pytest.mark.parametrize(("name", "told"), [("officer", True), ("director", True), ("colleague", False)])
def test_the_archive_holds_a_sealed_one_only_for_who_may_see_it(county, enter, sealed, name, told):
    county.instruction("registered")
    text, lines = package(archived(enter(county.cast[name])))
    assert (SEALED in text, SEALED in f"{lines}") == (told, told)


def test_the_rights_of_the_moment_count(county, enter, sealed):
    county.instruction("registered")
    browser = enter(county.officer)
    browser.post(ARCHIVE, {"year": timezone.localdate().year})
    Matter.objects.filter(pk=sealed.pk).update(officer=county.colleague)
    doing.run(Job.objects.get().pk)
    assert SEALED not in package(Job.objects.get())[0]


def test_a_year_with_nothing_is_refused_in_words(county, enter):
    job = archived(enter(county.officer))
    assert (job.state, job.url) == ("failed", ARCHIVE)
    assert "有0件批示件" in job.outcome


def test_a_year_asked_for_twice_is_bound_once(county, enter):
    browser = enter(county.officer)
    first, second = (browser.post(ARCHIVE, {"year": timezone.localdate().year}) for _ in range(2))
    assert (first.url, Job.objects.count()) == (second.url, 1)


@pytest.mark.parametrize("year", ["1066", "abc", ""])
def test_a_year_that_is_none_is_refused_in_words(county, enter, year):
    answer = enter(county.officer).post(ARCHIVE, {"year": year})
    assert (answer.status_code, Job.objects.exists()) == (200, False)
    assert "form-errors" in answer.content.decode()


@pytest.mark.slow
def test_an_archive_of_more_costs_no_more_queries(county, django_assert_max_num_queries):
    def some(count):
        for _ in range(count):
            county.instruction("closed", to=[county.water, county.roads])

    def queries() -> int:
        with django_assert_max_num_queries(100) as spent:
            table = register_of(county.officer, timezone.localdate().year)
            write_archive(table, timezone.localdate().year, BytesIO(), lambda done, total: None)
        return len(spent)

    some(2)
    queries()  # the person's posts are read once
    few = queries()
    some(4)
    assert queries() == few
