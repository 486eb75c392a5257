"""The register of leaders' instructions: on the screen, in Excel, on paper; what a unit finds there, and what not."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

import instructions.actions as instructing
from bureau.jobs import doing, long, shelf
from bureau.jobs.models import Job
from bureau.matters.models import Secrecy
from instructions.models import Instruction
from tests.county import in_days, person
from tests.deputies import secretary
from tests.house.test_queries import cost
from tests.pages.posting import form_of
from tests.reports.screen import pages

pytestmark = pytest.mark.django_db
LIST, PRINTED = "/instructions/", "/reports/ledger/instructions/"
FIRST, SECOND, FAVOUR = "密语甲乙", "密语丙丁", "密语戊己"  # of the leader; units get none of them


@pytest.fixture
def secret(county):
    """Answered to the leader by water (lead) and roads; then a second word that was not given out yet, in the hand of
    the bureau; and a third instruction that ended with a favourable word."""
    record = county.instruction(
        "reported",
        to=[county.water, county.roads],
        word=county.word(words=f"{FIRST}，请抓紧。"),
        summary="请核实整改。",
    )
    again = county.word(words=f"{SECOND}，再查。", date=timezone.localdate())
    instructing.again(county.magistrate, record, again, instructing.Plan(county.finance))
    closed = county.instruction("reported", to=[county.water])
    instructing.note(county.magistrate, closed, f"{FAVOUR}，很好。", positive=True)
    return record


def rows(browser, **query) -> list[int]:
    return sorted(row.record.pk for row in browser.get(LIST, query).context["table"].rows)


def excel(browser, **query) -> list[dict]:
    sheet = load_workbook(BytesIO(browser.get(LIST, {"export": "xlsx", **query}).content)).active
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def all_words(browser) -> str:
    """All that the register shows of everything: screen, Excel, paper."""
    shown = browser.get(LIST).content.decode()
    return shown + f"{excel(browser)}" + pages(browser.get(PRINTED).content)


# --- what stands in it ------------------------------------------------------------------------------
def test_the_register_has_the_customary_columns(county, enter):
    county.instruction("closed", to=[county.water, county.roads])
    (row,) = excel(enter(county.officer))
    assert list(row)[:13] == [
        "编号",
        "批示领导",
        "层级",
        "批示日期",
        "来文",
        "批示内容",
        "批示要求",
        "承办单位",
        "协办单位",
        "办理时限",
        "办理进展",
        "反馈日期",
        "状态",
    ]
    assert (row["批示领导"], row["层级"], row["承办单位"]) == ("县长", "县级", "县水利局")
    assert row["协办单位"] == "县交通运输局"
    assert row["批示日期"].date() == row["反馈日期"].date() == timezone.localdate()
    assert "第1轮（" in row["批示内容"]
    assert "第2轮（" in row["批示内容"]
    assert (row["办理进展"], row["状态"]) == ("方案已经印发，两处隐患已经消除。", "已办结")


def test_it_is_sorted_by_number_and_not_by_its_letters(county, enter):
    made = [county.instruction("registered").pk for _ in range(11)]
    found = enter(county.officer).get(LIST, {"sort": "number"}).context["table"].rows
    assert [row.record.pk for row in found] == made


def test_it_is_sorted_by_date_and_by_due(county, enter):
    early, late = timezone.localdate() - timedelta(days=9), timezone.localdate()
    first = county.instruction("dispatched", word=county.word(date=late), due=in_days(5)).pk
    second = county.instruction("dispatched", word=county.word(date=early), due=in_days(9)).pk
    browser = enter(county.officer)

    def ordered(sort):
        return [row.record.pk for row in browser.get(LIST, {"sort": sort}).context["table"].rows]

    assert (ordered("date"), ordered("-date")) == ([second, first], [first, second])
    assert (ordered("due"), ordered("-due")) == ([first, second], [second, first])


# --- what a unit finds -------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["water_liaison", "roads_liaison"])
def test_a_unit_reads_what_it_was_given_and_never_the_words(county, enter, secret, name):
    told = all_words(enter(county.cast[name]))
    assert "请核实整改" in told
    assert not any(word in told for word in (FIRST, SECOND, FAVOUR))


@pytest.mark.parametrize("name", ["officer", "director", "magistrate"])
def test_the_bureau_and_the_leader_read_the_words(county, enter, secret, name):
    told = all_words(enter(county.cast[name]))
    assert all(word in told for word in (FIRST, SECOND, FAVOUR))


def test_a_unit_finds_it_by_what_it_was_given_and_not_by_the_words(county, enter, secret):
    water, officer, magistrate = map(enter, (county.water_liaison, county.officer, county.magistrate))
    assert rows(water, q="核实整改") == [secret.pk]
    for word in (FIRST, SECOND, FAVOUR):
        assert rows(water, q=word) == []
        assert len(water.get("/search/", {"q": word}).context["table"].rows) == 0
        assert rows(officer, q=word) == rows(magistrate, q=word) != []


def test_a_unit_does_not_find_whom_a_word_names_that_was_not_given_out(county, enter, secret):
    assert rows(enter(county.water_liaison), q="财政局") == []
    assert rows(enter(county.officer), q="财政局") == [secret.pk]


def test_a_unit_cannot_ask_by_filters_what_it_does_not_read(county, enter, secret):
    water, officer = enter(county.water_liaison), enter(county.officer)
    assert (rows(water, positive="on"), len(rows(officer, positive="on"))) == ([], 1)
    assert (rows(water, meaning="know"), len(rows(officer, meaning="know"))) == ([], 1)
    everything = rows(water)
    for asked in (
        {"figure": "returned"},
        {"lead": "县财政局"},
        {"first": "县委书记"},
        {"first_level": "city"},
    ):
        assert rows(water, **asked) == everything  # not a condition for a unit


def test_a_unit_is_not_told_whom_a_new_round_is_meant_for(county, enter, secret):
    by_unit = {row["编号"]: row["承办单位"] for row in excel(enter(county.water_liaison))}
    by_desk = {row["编号"]: row["承办单位"] for row in excel(enter(county.officer))}
    number = secret.matter.number
    assert (by_unit[number], by_desk[number]) == ("县水利局", "县财政局")


def test_its_page_tells_a_unit_no_more_than_the_register(county, enter, secret):
    by_unit, by_desk = (
        enter(reader).get(secret.get_absolute_url()).content.decode()
        for reader in (county.water_liaison, county.officer)
    )
    assert (FIRST in by_unit, SECOND in by_unit, "县财政局" in by_unit) == (False, False, False)
    assert (FIRST in by_desk, SECOND in by_desk, "县财政局" in by_desk) == (True, True, True)


def test_what_the_bureau_found_itself_is_not_for_a_unit_of_an_earlier_round(county, enter):
    record = county.instruction("reported", to=[county.water])
    instructing.again(county.magistrate, record, county.word(words="督查局再去看。"))
    instructing.propose(county.officer, record, self_handled=True, summary="回头看。")
    instructing.approve(county.director, record)
    instructing.self_report(county.officer, record, "暗访发现水利局的报告不实。")
    assert "暗访发现" in all_words(enter(county.officer))
    assert "暗访发现" not in all_words(enter(county.water_liaison))


def test_a_leader_who_heads_a_unit_reads_as_that_unit_what_it_handles(county, enter, secret):
    """副县长兼水利局局长: in charge by a portfolio, and the one who owes the answer."""
    head = person("both", "副县长兼水利局局长", county.water, "leader", "head")
    browser = enter(head)
    assert FIRST not in all_words(browser)
    assert rows(browser, q=FIRST) == []
    assert rows(browser, q="核实整改") == [secret.pk]


def test_a_secretary_of_the_leader_finds_what_the_leader_finds(county, enter, secret):
    secretary(county, county.magistrate, county.stranger)
    browser = enter(county.stranger)
    assert FIRST in f"{excel(browser)}"
    assert rows(browser, q=FIRST) == rows(browser, q=SECOND) == [secret.pk]


def test_a_sealed_one_is_absent_for_who_may_not_see_it(county, enter):
    sealed = county.instruction("registered", word=county.word(words=FIRST))
    type(sealed.matter).objects.filter(pk=sealed.pk).update(secrecy=Secrecy.SEALED)
    assert rows(enter(county.officer)) == [sealed.pk]
    assert rows(enter(county.colleague)) == []
    assert FIRST not in all_words(enter(county.colleague))


# --- on paper ---------------------------------------------------------------------------------------
def test_the_printed_register_has_the_rows_of_the_filtered_list(county, enter):
    county.instruction("dispatched", word=county.word(words="甲事请抓紧。"))
    county.instruction("registered", word=county.word(words="乙事请抓紧。"))
    text = pages(enter(county.officer).get(PRINTED, {"state": "running"}).content)
    assert ("甲事请" in text, "乙事请" in text, "领导批示件台账" in text) == (True, False, True)
    assert "共1项" in text


def test_a_long_register_is_printed_by_the_worker_and_another_leads_back(county, enter, monkeypatch):
    monkeypatch.setattr(long, "PRINTED_ROWS", 1)
    for _ in range(2):
        county.instruction("registered")
    browser = enter(county.officer)
    browser.get(PRINTED, {"sort": "number"})
    job = Job.objects.get()
    doing.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.url) == ("done", "/instructions/?sort=number")
    assert job.outcome == "领导批示件台账已排版，共2项。"
    assert shelf.path_of(job.pk).read_bytes().startswith(b"%PDF-")
    monkeypatch.setattr("bureau.matters.views.printed_ledger.MOST_ROWS", 1)
    assert browser.get(PRINTED).url.startswith(LIST)


# --- batches ----------------------------------------------------------------------------------------
def batch(browser, step, records, **words):
    url = f"/instructions/batch/{step}/?" + "&".join(f"id={one.pk}" for one in records)
    page = browser.get(url)
    return page, browser.post(url, form_of(page) | {"id": [one.pk for one in records], **words})


def states() -> set[str]:
    return set(Instruction.objects.values_list("state", flat=True))


def test_many_are_filed_at_once(county, enter):
    records = [county.instruction("registered", word=county.word(meaning="know")) for _ in range(2)]
    batch(enter(county.officer), "file", records)
    assert states() == {"filed"}


def test_many_are_approved_at_once_and_the_page_says_who_is_to_handle_them(county, enter):
    records = [county.instruction("proposed", to=[county.water, county.roads]) for _ in range(2)]
    page, _answer = batch(enter(county.director), "approve", records, remark="同意。")
    assert "由县水利局牵头，县交通运输局协办" in page.content.decode()
    assert states() == {"running"}


def test_who_approves_many_sees_the_date_of_each_or_that_it_has_none(county, enter):
    dated, undated = county.instruction("proposed", due=in_days(20)), county.instruction("proposed")
    page, _answer = batch(enter(county.director), "approve", [dated, undated])
    shown = page.content.decode()
    assert f"办理时限 {in_days(20):%Y-%m-%d}（拟定）" in shown
    assert shown.count('<b class="late">未定时限</b>') == 1


def test_who_files_what_is_not_handled_is_asked_for_no_date(county, enter):
    record = county.instruction("registered", word=county.word(meaning="know"))
    page, _answer = batch(enter(county.officer), "file", [record])
    assert "未定时限" not in page.content.decode()


def test_what_cannot_be_approved_is_left_out_with_its_reason(county, enter):
    ready, not_yet = county.instruction("proposed"), county.instruction("registered")
    page, _answer = batch(enter(county.director), "approve", [ready, not_yet])
    assert [record.pk for record, _seen in page.context["able"]] == [ready.pk]
    assert [record.pk for record, _why in page.context["unable"]] == [not_yet.pk]


def test_leaders_who_differ_hold_up_the_whole_batch_until_somebody_says_how(county, enter):
    about = instructing.OnPaper("同一份报告", "桃水报〔2026〕99号")
    records = [
        county.instruction("proposed", about=about),
        county.instruction("proposed", to=[county.roads], about=about),
    ]
    browser = enter(county.director)
    _page, answer = batch(browser, "approve", records)
    assert answer.status_code == 409
    assert "不一致的批示" in answer.content.decode()
    assert states() == {"proposed"}
    batch(browser, "approve", records, remark="以县长批示为准。")
    assert states() == {"running"}


def test_only_what_somebody_may_do_is_offered(county, enter):
    county.instruction("proposed")
    offered = {
        name: [step.name for step in enter(county.cast[name]).get(LIST).context["batches"]]
        for name in ("officer", "director", "water_liaison", "magistrate")
    }
    assert offered == {
        "officer": ["file", "accept", "close", "hand_over", "urge"],
        "director": ["file", "approve", "decline", "accept", "close", "extend", "hand_over", "urge"],
        "water_liaison": [],
        "magistrate": [],
    }


def test_a_large_batch_is_done_by_the_worker(county, enter, monkeypatch):
    monkeypatch.setattr(long, "RECORDS_AT_ONCE", 1)
    records = [county.instruction("proposed") for _ in range(2)]
    _page, answer = batch(enter(county.director), "approve", records, back="/instructions/?state=proposed")
    job = Job.objects.get()
    assert answer.url == job.get_absolute_url()
    doing.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.url) == ("done", "/instructions/?state=proposed")
    assert job.outcome == "已对2件事项办理“审定并交办”。"
    assert states() == {"running"}


# --- what it costs ----------------------------------------------------------------------------------
def some(county, count):
    for _ in range(count):
        county.instruction("closed", to=[county.water, county.roads])
        county.instruction("proposed", to=[county.water, county.roads])


@pytest.mark.parametrize(
    "name", ["officer", "director", "water_liaison", "roads_liaison", "magistrate", "stranger"]
)
def test_a_longer_register_costs_no_more(county, enter, name):
    secretary(county, county.magistrate, county.stranger)
    some(county, 2)
    asked = [LIST, f"{LIST}?q=水", f"{LIST}?sort=-date&positive=on", f"{LIST}?export=xlsx"]
    browser = enter(county.cast[name])
    few = {url: cost(browser, url) for url in asked}
    some(county, 6)
    assert {url: cost(browser, url) for url in asked} == few


def test_a_larger_batch_is_shown_for_the_same(county, enter):
    keys = [county.instruction("proposed", to=[county.water, county.roads]).pk for _ in range(8)]
    browser = enter(county.director)
    few, many = (
        "/instructions/batch/approve/?" + "&".join(f"id={key}" for key in some) for some in (keys[:2], keys)
    )
    assert cost(browser, many) == cost(browser, few)
