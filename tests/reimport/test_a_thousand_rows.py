"""The proof: a ledger of a thousand rows comes back with fifty edits, five conflicts and five mistakes."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from bureau.jobs import doing, shelf, tasks
from bureau.jobs.models import Job
from bureau.matters.models import Entry
from directives import actions
from directives.models import Directive
from tests.reimport.excel import Excel, last

pytestmark = pytest.mark.django_db
ROWS, SOON = 1000, date(2027, 3, 31)


@pytest.fixture
def ledger(county, monkeypatch):
    """A thousand drafts; the worker's bell is silent."""
    monkeypatch.setattr(tasks.run, "delay", lambda pk: None)
    decisions = [county.decision(title=f"完成第{number}号水库除险加固") for number in range(ROWS)]
    return actions.register_all(county.officer, county.source, 1, decisions)


def by_the_worker() -> Job:
    doing.run(Job.objects.latest("id").pk)
    return Job.objects.latest("id")


def test_fifty_are_done_five_are_asked_about_and_five_are_named_by_their_cells(ledger, county, enter):
    browser = enter(county.officer)
    assert browser.get(reverse("matters:changeable", args=["directives"]), {"why": "核对"}).status_code == 302
    sheet = Excel(browser, content=shelf.path_of(by_the_worker().pk).read_bytes())
    edited, both, wrong = ledger[100:150], ledger[200:205], ledger[300:305]
    for number, one in enumerate(edited):
        words = [{"督查事项": f"{one.matter.title}（主体工程）"}, {"责任领导": "分管副县长"}][number % 2]
        sheet.set(one, **words, **({"办理时限": SOON + timedelta(number)} if number % 5 == 0 else {}))
    for one in both:
        sheet.set(one, 牵头单位="县交通运输局")
        decision = county.decision(title=one.matter.title, lead=county.finance)
        actions.edit(county.colleague, Directive.objects.get(pk=one.pk), decision)
    mistakes = [
        {"牵头单位": "县不存在局"},
        {"办理时限": "2027年2月30日"},
        {"督查事项": "字" * 501},
        {"目标值": "很多"},
        {"督查事项": ""},
    ]
    for one, words in zip(wrong, mistakes, strict=False):
        sheet.set(one, **{"目标" if head == "目标值" else head: value for head, value in words.items()})
    assert sheet.send().url == Job.objects.latest("id").get_absolute_url()
    job = by_the_worker()
    assert job.state == "done", job.outcome
    page = browser.get(job.url)
    assert [len(page.context[name]) for name in ("plain", "conflicts", "faulty")] == [50, 5, 5]
    named = {row["pk"]: [(label, words) for label, words in row["faults"]] for row in page.context["faulty"]}
    assert [label for one in wrong for label, _words in named[one.pk]] == [
        "牵头单位",
        "办理时限",
        "督查事项",
        "目标",
        "督查事项",
    ]
    words = page.content.decode()
    assert "系统里已改为" in words
    assert "督查员乙 修改登记内容：牵头单位" in words
    before = Entry.objects.count()
    sheet.confirm(page, **{f"choose-{one.pk}": "file" for one in both[:2]})
    assert by_the_worker().outcome == "已改52件，逐件列在结果里。"
    assert Entry.objects.count() == before + 52
    done = Directive.objects.in_bulk([one.pk for one in ledger])
    assert done[edited[0].pk].matter.title.endswith("（主体工程）")
    assert done[edited[0].pk].due == SOON
    assert done[edited[1].pk].leader == "分管副县长"
    assert [done[one.pk].lead.unit for one in both] == [county.roads] * 2 + [county.finance] * 3
    assert all(done[one.pk].matter.version == one.matter.version for one in wrong)
    sheet.confirm(page)
    assert (last().done, Entry.objects.count()) == (52, before + 52)
    assert "没有改动" not in browser.get(job.url).content.decode()
    assert sheet.book["导回底稿（勿删）"].sheet_state == "hidden"
