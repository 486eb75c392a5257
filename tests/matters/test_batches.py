"""Many at once: all that a list shows, on every page; and what may be done to them besides the steps of their rooms."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from bureau.jobs import doing
from bureau.jobs.models import Job
from bureau.matters.models import Matter, Tiding
from bureau.matters.parts import more_time
from bureau.matters.views import batch as page
from bureau.pages import tables
from bureau.urging.models import Urging
from complaints.models import Complaint
from tests.complaints.playing import lines
from tests.county import CALLER, in_days
from tests.house.test_queries import cost
from tests.pages.posting import form_of
from tests.reports.conftest import faces
from tests.urging.conftest import press_with_faces
from tests.urging.lateness import RED, SLIP, Late

__all__ = ["faces", "press_with_faces"]

pytestmark = pytest.mark.django_db
WHY = "防汛抗洪期间顺延"


def url(name: str, room: str = "directives") -> str:
    return reverse(f"{room}:batch", args=[name])


def chosen(browser, name: str, room: str = "directives", **asked) -> tuple[list[int], dict[int, str]]:
    """The keys of what may be done, and why the others may not."""
    context = browser.get(url(name, room), asked).context
    return [one.pk for one, _seen in context["able"]], {one.pk: why for one, why in context["unable"]}


def send(browser, name: str, records, room: str = "directives", **words) -> str:
    """The page after it was sent; its form is opened first, as people do."""
    keys = [record.pk for record in records]
    opened = browser.get(url(name, room), {"id": keys})
    posted = {f"seen-{one.pk}": seen for one, seen in opened.context["able"]}
    form = opened.context["hidden"] | posted | {"id": keys} | words
    return browser.post(url(name, room), form, follow=True).content.decode()


# --- all pages of a list ------------------------------------------------------------------------------
def test_all_that_is_asked_for_is_chosen_on_every_page(county, enter, monkeypatch):
    monkeypatch.setitem(tables.PAGED, "per_page", 2)
    wanted = [county.directive("proposed").pk for _ in range(5)]
    county.directive("running")
    browser = enter(county.director)
    listed = browser.get("/directives/?state=proposed").content.decode()
    assert "选中全部 5 件（含其他页）" in listed
    able, _unable = chosen(browser, "approve", all="state=proposed&per_page=2", id=wanted[:1])
    assert sorted(able) == wanted


def test_a_bulletin_begins_from_all_of_a_list(county, enter):
    wanted = [county.directive("running").pk for _ in range(3)]
    county.directive("closed")
    asked = {"room": "directives", "all": "state=running", "id": wanted[:1]}
    found = enter(county.officer).get(reverse("reports:new"), asked).context["records"]
    assert sorted(one.pk for one in found) == wanted
    assert enter(county.water_liaison).get(reverse("reports:new"), asked).status_code == 404


def test_one_page_offers_no_others(county, enter):
    county.directive("proposed")
    assert "含其他页" not in enter(county.director).get("/directives/").content.decode()


def test_what_was_chosen_stays_chosen_when_more_comes_to_the_list(county, enter):
    first = county.directive("proposed")
    browser = enter(county.director)
    opened = browser.get(url("approve"), {"all": "state=proposed"})
    later = county.directive("proposed")
    browser.post(url("approve"), opened.context["hidden"] | {"id": [first.pk]})
    assert [Matter.objects.get(pk=one.pk).number is None for one in (first, later)] == [False, True]


def test_what_others_see_alone_is_not_chosen_by_all(county, enter):
    county.directive("proposed", secrecy="sealed")
    mine = county.directive("proposed")
    able, unable = chosen(enter(county.colleague), "hand_over", all="")
    assert able == []
    assert list(unable) == [mine.pk]


@pytest.mark.parametrize("asked", ["due_min=nonsense", "state=nonsense", "officer=9" + "9" * 30])
def test_conditions_that_make_no_sense_choose_nothing(county, enter, asked):
    county.directive("proposed")
    assert chosen(enter(county.director), "approve", all=asked) == ([], {})


def test_more_than_a_batch_holds_is_said_and_cut(county, enter, monkeypatch):
    monkeypatch.setattr(page, "MOST", 2)
    keys = [county.directive("proposed").pk for _ in range(3)]
    answer = enter(county.director).get(url("approve"), {"all": "", "id": keys})
    assert len(answer.context["able"]) == 2
    assert "选中的多于" in answer.content.decode()


@pytest.mark.parametrize("name", ["approve", "extend", "hand_over", "urge", "print"])
def test_strangers_find_no_batch(county, enter, name):
    key = county.directive("running").pk
    for person in (county.water_liaison, county.magistrate, county.system, county.clerk, county.stranger):
        assert enter(person).get(url(name), {"id": key}).status_code == 404
        assert enter(person).post(url(name), {"id": key}).status_code == 404


# --- 交接 ---------------------------------------------------------------------------------------------
def test_chosen_matters_go_to_a_successor_and_the_others_say_why_not(county, enter):
    mine, over = county.directive("running"), county.directive("closed")
    told = send(
        enter(county.officer), "hand_over", [mine, over], successor=county.colleague.pk, reason="分工调整"
    )
    assert "已对1件事项办理“交接”" in told
    assert f"没有办理：“{over.matter}”：已经办结，不用交接。" in told
    assert Matter.objects.get(pk=mine.pk).officer == county.colleague
    assert lines(mine, "matter.hand_over")[0].endswith("交接给督查局 督查员乙：分工调整")


def test_of_a_colleagues_matters_only_who_heads_the_bureau_disposes(county, enter):
    record = county.directive("running")
    able, unable = chosen(enter(county.colleague), "hand_over", id=record.pk)
    assert (able, unable) == ([], {record.pk: "由经办督查员本人或者局领导交接。"})
    assert chosen(enter(county.director), "hand_over", id=record.pk) == ([record.pk], {})
    send(enter(county.colleague), "hand_over", [record], successor=county.colleague.pk, reason="自取")
    assert Matter.objects.get(pk=record.pk).officer == county.officer


def test_a_successor_must_sit_at_that_desk(county, enter):
    record = county.directive("running")
    told = send(enter(county.officer), "hand_over", [record], successor=county.clerk.pk, reason="分工调整")
    assert "不在这项业务的岗位上" in told
    assert Matter.objects.get(pk=record.pk).officer == county.officer


# --- 延期 ---------------------------------------------------------------------------------------------
def test_many_get_more_time_for_one_reason_and_their_units_hear_of_it(county, enter):
    records = [county.directive("running", due=in_days(10)) for _ in range(2)]
    done = county.directive("closed")
    told = send(enter(county.director), "extend", [*records, done], until=f"{in_days(20)}", reason=WHY)
    assert "已对2件事项办理“延期”" in told
    assert "不在办理中，不用延期。" in told
    for record in records:
        matter = Matter.objects.get(pk=record.pk)
        assert timezone.localdate(matter.due_at) == in_days(20)
        [line] = lines(record, more_time.STEP)
        assert line == f"督查局局长 批量延期，新的时限为{in_days(20)}（原时限{in_days(10)}）：{WHY}"
        assert Tiding.objects.filter(entry__matter=matter, entry__step=more_time.STEP).exists()
        duty = matter.duties.get(step="report")
        assert WHY in duty.moves[-1]["why"]
        assert timezone.localdate(duty.original_due_at) == in_days(10)


def test_time_is_given_so_once_and_then_asked_for(county, enter):
    record, browser = county.directive("running", due=in_days(10)), enter(county.director)
    send(browser, "extend", [record], until=f"{in_days(15)}", reason=WHY)
    assert chosen(browser, "extend", id=record.pk)[1] == {
        record.pk: "已经延期过，再次延期由承办单位申请、按权限审批。"
    }
    told = send(browser, "extend", [record], until=f"{in_days(20)}", reason=WHY)
    assert "已经延期过" in told
    assert timezone.localdate(Matter.objects.get(pk=record.pk).due_at) == in_days(15)


@pytest.mark.parametrize("days, why", [(5, "须晚于"), (200, "由分管县领导审批")])
def test_a_date_that_the_bureau_may_not_give_is_refused(county, enter, days, why):
    record = county.directive("running", due=in_days(10))
    assert why in send(enter(county.director), "extend", [record], until=f"{in_days(days)}", reason=WHY)
    assert timezone.localdate(Matter.objects.get(pk=record.pk).due_at) == in_days(10)


def test_an_officer_gives_no_time(county, enter):
    record = county.directive("running", due=in_days(10))
    browser = enter(county.officer)
    assert "extend" not in [step.name for step in browser.get("/directives/").context["batches"]]
    send(browser, "extend", [record], until=f"{in_days(20)}", reason=WHY)
    assert not lines(record, more_time.STEP)


# --- 催办 ---------------------------------------------------------------------------------------------
def test_chosen_ones_are_urged_as_the_ladder_asks(county, friday, enter):
    late, calm = Late(county, friday), county.directive("running", due=in_days(60))
    friday.move_to(SLIP, tick=False)
    told = send(enter(county.officer), "urge", [late.directive, calm], remark="请附佐证")
    assert "已对1件事项办理“催办”" in told
    assert "没有应发的催办文书" in told
    assert list(Urging.objects.values_list("kind", "remark", "number")) == [
        ("slip", "请附佐证", "桃督催〔2026〕1号")
    ]
    assert "没有应发的催办文书" in send(enter(county.officer), "urge", [late.directive])
    assert Urging.objects.count() == 1


def test_a_red_card_calls_for_a_talk_and_is_issued_singly(county, friday, enter):
    late = Late(county, friday)
    friday.move_to(RED, tick=False)
    assert "红牌并约谈" in chosen(enter(county.director), "urge", id=late.directive.pk)[1][late.directive.pk]


# --- 打印 ---------------------------------------------------------------------------------------------
def test_the_notices_of_many_are_one_file(county, enter, press_with_faces):
    sent, draft = [county.directive("running") for _ in range(2)], county.directive("draft")
    browser = enter(county.officer)
    send(browser, "print", [*sent, draft])
    job = Job.objects.get()
    doing.run(job.pk)
    job.refresh_from_db()
    assert job.outcome.startswith("已排版2份督查通知单。1件没有办理：")
    file = browser.get(reverse("jobs:file", args=[job.pk]))
    text = "".join(leaf.extract_text() for leaf in PdfReader(BytesIO(file.getvalue())).pages)
    assert all(record.notice_number in text for record in sent)
    assert enter(county.colleague).get(reverse("jobs:file", args=[job.pk])).status_code == 404


def test_what_became_sealed_meanwhile_is_not_printed(county, enter, press_with_faces):
    one, other = county.directive("running"), county.directive("running")
    send(enter(county.colleague), "print", [one, other])
    Matter.objects.filter(pk=other.pk).update(secrecy="sealed")
    job = Job.objects.get()
    doing.run(job.pk)
    job.refresh_from_db()
    assert "已排版1份督查通知单" in job.outcome
    assert "您已经看不到了" in job.outcome


# --- for every room -----------------------------------------------------------------------------------
def test_sent_twice_it_is_done_once(county, enter):
    record, browser = county.directive("running", due=in_days(10)), enter(county.director)
    opened = browser.get(url("extend"), {"id": record.pk})
    form = form_of(opened) | {"id": record.pk, "until": f"{in_days(15)}", "reason": WHY}
    for _ in range(2):
        browser.post(url("extend"), form)
    assert len(lines(record, more_time.STEP)) == 1


@pytest.mark.parametrize("name", ["extend", "hand_over", "urge", "print"])
def test_more_rows_are_shown_for_the_same(county, enter, name):
    keys = [county.directive("running", due=in_days(10)).pk for _ in range(6)]
    browser = enter(county.director)
    few, many = (
        cost(browser, f"{url(name)}?" + "&".join(f"id={key}" for key in some)) for some in (keys[:2], keys)
    )
    assert few == many


def test_a_reason_does_not_tell_who_complained(county, enter):
    record = county.complaint("running")
    told = send(
        enter(county.director),
        "extend",
        [record],
        "complaints",
        until=f"{in_days(90)}",
        reason=f"{CALLER.name}催得急",
    )
    assert "延期" in told
    assert not lines(Complaint.objects.get(pk=record.pk), more_time.STEP)
