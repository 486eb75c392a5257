"""分解, 转办: a unit hands its part to its own people; they report inside, and the unit's reply is made of it."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from bureau.files import store
from bureau.jobs.barred import Barred
from bureau.matters import policy, taking_over
from bureau.matters.access.visibility import reads_duty
from bureau.matters.deadlines.lights import Lights
from bureau.matters.inside import giving, reporting
from bureau.matters.inside.steps import TASK
from bureau.matters.merger import merge as merging
from bureau.matters.models import Attachment, InnerFile, InnerTask, Matter, Reply
from bureau.matters.parts import assignments, letting_go
from bureau.matters.policy import Refused
from bureau.notices import watch
from bureau.notices.ladder import Ladder
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep
from bureau.org.models import Person
from bureau.pages.colleagues import Share
from bureau.urging.proposals import proposed
from directives import actions
from tests.complaints.playing import barred
from tests.house.papers import picture
from tests.matters.owing import owed
from tests.pages.posting import form_of
from tests.together import one_wins, together

pytestmark = pytest.mark.django_db
DUE, SOON = date(2026, 12, 18), date(2026, 11, 27)
SECRET = "先查三座病险水库，村里的意见不写进报告"
DONE = "三座病险水库已排查，隐患七处已建账。"


@pytest.fixture
def directive(friday, county):
    """Water leads, roads helps; both have signed on Friday the 20th of November."""
    return county.directive("running", to=[county.water, county.roads], due=DUE)


@pytest.fixture
def member(county):
    return county.member()


def hand(county, record, *people, text=SECRET, due=SOON, who=None, unit=None):
    part = county.part(record, unit)
    giving.break_down(who or county.water_liaison, part, [Share(one, text, due) for one in people])
    return task(people[0])


def task(person) -> InnerTask:
    found = InnerTask.objects.select_related("assignment__matter", "assignment__unit", "duty", "person")
    return found.filter(person=person).latest("pk")


def file(name: str = "排查表.png") -> store.Kept:
    return store.keep(ContentFile(picture(), name=name))


def page(browser, record) -> str:
    return browser.get(record.get_absolute_url()).content.decode()


def rows(browser) -> list[str]:
    groups = browser.get(reverse("desk:desk")).context["groups"]
    return [row.first.words for group in groups for row in group["rows"]]


def url_of(name: str, one, step: str) -> str:
    return reverse(f"matters:{name}", args=[one.pk, step])


# --- handed out -------------------------------------------------------------------------------------
def test_who_is_handed_something_is_told_sees_the_matter_and_finds_it_on_the_desk(
    county, directive, member, enter
):
    watch.arm_quietly()
    assert page(enter(county.water_liaison), directive).count(
        reverse("matters:assignment", args=[county.part(directive).pk, "break_down"])
    )
    before = enter(member)
    assert before.get(directive.get_absolute_url()).status_code == 404
    hand(county, directive, member)
    sweep()
    assert list(Notice.objects.filter(person=member).values_list("news", flat=True)) == ["new"]
    assert rows(enter(member)) == [f"内部任务：{SECRET}"]
    assert SECRET in page(enter(member), directive)
    duty = task(member).duty
    assert enter(member).get(reverse("desk:do", args=[duty.pk])).url == url_of("task", task(member), "report")


def test_several_are_handed_a_share_each_and_the_line_says_how_many(county, directive, member):
    other = county.member("other")
    hand(county, directive, member, other)
    assert InnerTask.objects.count() == 2
    assert directive.matter.entries.first().sentence == (
        f"{county.water_liaison.signature} 在本单位内部分解任务，共2项"
    )
    assert owed(directive.matter) >= {"member:inside", "other:inside"}


def test_all_of_it_is_handed_to_one_person(county, directive, member):
    giving.hand_on(county.water_head, county.part(directive), member, SOON)
    assert (task(member).whole, str(task(member))) == (True, "全部任务")
    assert "转由本单位人员办理" in directive.matter.entries.first().sentence


def test_a_liaison_or_the_head_may_be_handed_something_too(county, directive):
    hand(county, directive, county.water_head)
    reporting.report(county.water_head, task(county.water_head), DONE)
    assert task(county.water_head).state == "reported"


@pytest.mark.parametrize(
    "due, told",
    [(date(2026, 12, 19), "不能晚于本单位的时限2026-12-18"), (date(2026, 11, 19), "不能早于今天")],
)
def test_the_own_date_is_not_later_than_the_units(county, directive, member, due, told):
    assert told in barred(partial(hand, due=due), county, directive, member)


def test_a_co_units_date_is_that_of_its_part_and_who_is_late_is_bound_by_none(county, directive, friday):
    person = county.member("roads-member", county.roads)
    with pytest.raises(Barred, match="不能晚于本单位的时限"):
        hand(county, directive, person, due=date(2026, 12, 19), who=county.roads_liaison, unit=county.roads)
    friday.move_to("2026-12-21T09:00:00+08:00")
    hand(county, directive, person, due=date(2026, 12, 23), who=county.roads_liaison, unit=county.roads)


def test_it_is_handed_only_to_who_works_there_and_can_log_in(county, directive, member):
    Person.objects.filter(pk=member.pk).update(is_active=False)
    for one in (member, county.roads_liaison, county.officer, county.magistrate, county.stranger):
        assert "不是本单位可以登录的人" in barred(hand, county, directive, one)
    assert not InnerTask.objects.exists()


def test_nobody_has_two_open_tasks_of_one_matter(county, directive, member):
    hand(county, directive, member)
    assert "已有没办完的任务" in barred(hand, county, directive, member)


def test_of_a_sealed_matter_only_who_was_granted_it_is_handed_something(county, friday, member):
    from bureau.matters.access import grants

    record = county.directive("dispatched", due=DUE, secrecy="sealed")
    for one in (county.water_liaison,):
        grants.grant(county.officer, record.matter, one, "承办", date(2026, 12, 31))
    assert "限阅" in barred(hand, county, record, member)
    grants.grant(county.officer, record.matter, member, "承办", date(2026, 12, 31))
    hand(county, record, member)
    assert Matter.objects.visible_to(member).filter(pk=record.pk).exists()


@pytest.mark.parametrize("name", ["officer", "director", "roads_liaison", "magistrate", "stranger", "system"])
def test_nobody_else_breaks_a_units_part_down(county, directive, member, name):
    assert "由承办单位办理" in barred(partial(hand, who=county.cast[name]), county, directive, member)


def test_a_member_breaks_nothing_down_and_does_not_answer_for_the_unit(county, directive, member):
    hand(county, directive, member)
    part = county.part(directive)
    for verb in (
        lambda: giving.hand_on(member, part, county.water_head, SOON),
        lambda: assignments.reply(member, part, "越过单位"),
        lambda: assignments.dispute(member, part, "退单"),
        lambda: giving.withdraw(member, task(member)),
    ):
        with pytest.raises(Refused, match="由承办单位办理"):
            verb()


def test_what_a_visit_looks_at_is_broken_down_by_nobody(county, member):
    record = county.inspection("served")
    part = record.matter.assignments.select_related("unit", "matter").get()
    assert barred(giving.hand_on, county.water_liaison, part, member, timezone.localdate())


# --- who reads what ---------------------------------------------------------------------------------
def test_the_bureau_reads_that_it_was_broken_down_and_none_of_the_words(county, directive, member, enter):
    hand(county, directive, member)
    reporting.report(member, task(member), DONE, [file()])
    reporting.send_back(county.water_liaison, task(member), "补充照片")
    for person in (county.officer, county.director, county.magistrate):
        told = page(enter(person), directive)
        assert "在本单位内部分解任务，共1项" in told
        for words in (SECRET, DONE, "补充照片", "排查表", "内部任务："):
            assert words not in told
    lines = "".join(directive.matter.entries.values_list("sentence", flat=True))
    facts = str(list(directive.matter.entries.values_list("facts", flat=True)))
    assert not any(words in lines + facts for words in (SECRET, DONE, "补充照片"))


def test_other_people_of_the_unit_see_nothing_of_it(county, directive, member, enter):
    hand(county, directive, member)
    other = county.member("other")
    assert enter(other).get(directive.get_absolute_url()).status_code == 404
    assert enter(other).get(url_of("task", task(member), "report")).status_code == 404
    hand(county, directive, other, text="另一项任务")
    told = page(enter(other), directive)
    assert "另一项任务" in told
    assert SECRET not in told
    assert SECRET in page(enter(county.water_head), directive)


@pytest.mark.parametrize(
    "name",
    ["officer", "director", "clerk", "roads_liaison", "finance_liaison", "stranger", "magistrate", "system"],
)
def test_whoever_is_not_of_the_unit_finds_no_door(county, directive, member, enter, name):
    hand(county, directive, member)
    reporting.report(member, task(member), DONE, [file()])
    browser, kept = enter(county.cast[name]), InnerFile.objects.get()
    doors = [
        url_of("task", task(member), "return"),
        reverse("matters:inner_file", args=[kept.pk]),
        reverse("matters:inner_look", args=[kept.pk]),
        reverse("matters:inner_leaf", args=[kept.pk, 1]),
    ]
    assert [browser.get(door).status_code for door in doors] == [404] * len(doors)


def test_a_member_reads_as_the_unit_does_and_nothing_above_it(county, directive, member, enter):
    hand(county, directive, member)
    assignments.reply(county.water_liaison, county.part(directive), "牵头已部署")
    assert "牵头已部署" in page(enter(member), directive)
    helper = county.member("roads-member", county.roads)
    hand(county, directive, helper, who=county.roads_liaison, unit=county.roads)
    assert "牵头已部署" not in page(enter(helper), directive)
    for person in (member, helper):
        assert not directive.matter.entries.readable_by(person, directive.matter).filter(
            audience__in=["desk", "above"]
        )
        browser = enter(person)
        assert (
            browser.get("/reports/figures/").status_code
            == enter(county.roads_liaison).get("/reports/figures/").status_code
        )


def test_a_member_finds_no_other_matter_of_the_unit(county, directive, member, enter):
    other = county.directive("running", due=DUE, title="另一件水利局的事")
    hand(county, directive, member)
    assert set(Matter.objects.visible_to(member)) == {directive.matter}
    for path in ("/directives/", "/search/?q=另一件水利局的事", "/"):
        assert other.matter.number not in enter(member).get(path, follow=True).content.decode()


def test_the_due_is_read_inside_the_unit_alone(county, directive, member):
    duty = hand(county, directive, member).duty
    other = county.member("other")
    hand(county, directive, other)
    parts = list(directive.matter.assignments.all())
    readers = {
        name: reads_duty(person, duty, parts)
        for name, person in {**county.cast, "member": member, "other": other}.items()
    }
    assert {name for name, reads in readers.items() if reads} == {"water_liaison", "water_head", "member"}


# --- the clock --------------------------------------------------------------------------------------
def test_an_inner_date_is_reminded_and_reddens_nothing(county, directive, member, friday, enter):
    watch.arm_quietly()
    hand(county, directive, member)
    sweep()
    for day in ("2026-11-24", "2026-11-27", "2026-11-30"):
        friday.move_to(f"{day}T09:00:00+08:00")
        sweep()
    told = Notice.objects.filter(person=member).order_by("pk")
    assert list(told.values_list("news", flat=True)) == ["new", "remind", "due", "late"]
    assert not Notice.objects.exclude(person=member).filter(duty=task(member).duty)
    assert Lights().of(Matter.objects.get(pk=directive.pk)) == "green"
    assert not [one for one in proposed(county.officer, Ladder()) if one.step == "inside"]
    assert "member" not in enter(county.officer).get("/urging/").content.decode()


def test_it_stands_still_and_goes_on_with_the_matter(county, directive, member, friday):
    hand(county, directive, member)
    actions.suspend(county.director, directive, "汛期")
    friday.move_to("2026-11-27T10:00:00+08:00")
    with pytest.raises(Refused, match="不在办理中"):
        reporting.report(member, task(member), DONE)
    actions.resume(county.director, directive)
    assert timezone.localdate(task(member).duty.due_at) > SOON


def test_what_ends_the_matter_or_the_units_part_ends_it(county, directive, member, enter):
    helper = county.member("roads-member", county.roads)
    record = county.directive("dispatched", to=[county.water, county.roads], due=DUE)
    hand(county, record, helper, who=county.roads_liaison, unit=county.roads)
    assignments.dispute(county.roads_liaison, county.part(record, county.roads), "不归我局")
    answer = Reply.objects.select_related("assignment__unit", "assignment__matter").get(kind="dispute")
    letting_go.let_go(county.director, answer)
    assert "任务已经结束" in barred(reporting.report, helper, task(helper), DONE)
    hand(county, directive, member)
    actions.void(county.director, directive, "重复")
    assert rows(enter(member)) == []


# --- reported, and taken into the reply ---------------------------------------------------------------
def test_a_report_ends_the_duty_and_the_unit_hears_of_it(county, directive, member):
    watch.arm_quietly()
    hand(county, directive, member)
    sweep()
    reporting.report(member, task(member), DONE, [file()])
    sweep()
    assert "member:inside" not in owed(directive.matter)
    heard = Notice.objects.filter(entry__step="task.report").values_list("person__username", flat=True)
    assert sorted(heard) == ["water", "water-head"]


def test_with_one_click_the_reports_and_their_files_are_in_the_units_reply(county, directive, member, enter):
    other = county.member("other")
    hand(county, directive, member, other)
    reporting.report(member, task(member), DONE, [file("一号坝.png")])
    reporting.report(other, task(other), "资金已落实。", [file("二号坝.png")])
    browser, part = enter(county.water_liaison), county.part(directive)
    told = page(browser, directive)
    url = f"{url_of('assignment', part, 'reply')}?inside=1"
    assert url in told.replace("&amp;", "&")
    shown = browser.get(url)
    assert shown.context["form"]["text"].value() == f"{DONE}\n资金已落实。"
    form = form_of(shown)
    browser.post(url, form | {"text": f"本局已排查。{DONE}"}, follow=True)
    sent = Reply.objects.get(assignment=part)
    assert sent.text == f"本局已排查。{DONE}"
    assert sorted(Attachment.objects.filter(reply=sent).values_list("name", flat=True)) == ["一号坝.png"]
    assert Attachment.objects.get(reply=sent).sha256 == InnerFile.objects.first().sha256


def test_the_leads_report_is_made_of_it_too_and_a_draft_is_kept_above_it(county, directive, member, enter):
    hand(county, directive, member)
    reporting.report(member, task(member), DONE)
    browser = enter(county.water_liaison)
    url = reverse("directives:step", args=[directive.pk, "report"])
    assert browser.get(f"{url}?inside=1").context["form"]["text"].value() == DONE
    browser.post(url, form_of(browser.get(url)) | {"text": "总的情况", "draft": "keep"})
    assert browser.get(f"{url}?inside=1").context["form"]["text"].value() == f"总的情况\n{DONE}"


def test_others_get_nothing_by_asking_for_it(county, directive, member, enter):
    hand(county, directive, member)
    reporting.report(member, task(member), DONE)
    url = f"{url_of('assignment', county.part(directive), 'reply')}?inside=1"
    for person in (county.officer, county.roads_liaison, county.stranger):
        assert DONE not in enter(person).get(url, follow=True).content.decode()


def test_a_report_is_taken_back_until_the_unit_has_told_of_it(county, directive, member, friday, enter):
    hand(county, directive, member)
    reporting.report(member, task(member), DONE, [file()])
    reporting.take_back(member, task(member))
    assert "member:inside" in owed(directive.matter)
    assert timezone.localdate(task(member).duty.due_at) == SOON
    form = enter(member).get(url_of("task", task(member), "report"))
    assert form.context["form"]["text"].value() == DONE
    assert "排查表.png" in form.content.decode()
    reporting.report(member, task(member), DONE)
    friday.shift(60)
    assignments.reply(county.water_liaison, county.part(directive), DONE)
    assert "此后本单位又有反馈" in barred(reporting.take_back, member, task(member))


def test_a_report_is_sent_back_with_words_that_the_unit_alone_reads(county, directive, member, enter):
    hand(county, directive, member)
    reporting.report(member, task(member), DONE)
    for person in (member, county.roads_liaison, county.officer, county.stranger):
        assert barred(reporting.send_back, person, task(member), "补充照片")
    reporting.send_back(county.water_head, task(member), "补充照片")
    assert "member:inside" in owed(directive.matter)
    assert "补充照片" in page(enter(member), directive)


@pytest.mark.parametrize("name", ["water_liaison", "water_head", "roads_liaison", "officer", "stranger"])
def test_nobody_reports_in_anothers_place(county, directive, member, name):
    hand(county, directive, member)
    assert "由接受任务的人报告" in barred(reporting.report, county.cast[name], task(member), DONE)


OF_UNIT = {"water_liaison", "water_head"}
RIGHT = {
    "report": {"member"},
    "take_back": {"member"},
    "return": OF_UNIT,
    "pass_on": OF_UNIT,
    "withdraw": OF_UNIT,
}


@pytest.mark.parametrize(
    "state, offered",
    [
        ("open", {"report", "pass_on", "withdraw"}),
        ("reported", {"take_back", "return"}),
        ("withdrawn", set()),
    ],
)
def test_each_step_is_taken_from_its_states_by_its_people_and_by_nobody_else(
    county, directive, member, state, offered
):
    hand(county, directive, member)
    if state == "reported":
        reporting.report(member, task(member), DONE)
    if state == "withdrawn":
        giving.withdraw(county.water_head, task(member))
    people = {**county.cast, "member": member, "other": county.member("other")}
    for step in TASK.steps:
        may = {name for name, person in people.items() if policy.may(person, step, task(member))}
        assert may == (RIGHT[step.name] if step.name in offered else set()), step.key


# --- taken back, passed on, handed over --------------------------------------------------------------
def test_what_was_handed_out_is_taken_back_until_it_is_reported(county, directive, member, enter):
    hand(county, directive, member)
    giving.withdraw(county.water_liaison, task(member))
    assert "member:inside" not in owed(directive.matter)
    assert enter(member).get(directive.get_absolute_url()).status_code == 404
    assert SECRET not in page(enter(county.water_liaison), directive)
    hand(county, directive, member)
    reporting.report(member, task(member), DONE)
    assert barred(giving.withdraw, county.water_liaison, task(member))


def test_it_is_passed_on_to_another_by_another_date(county, directive, member, enter):
    hand(county, directive, member)
    other = county.member("other")
    giving.pass_on(county.water_liaison, task(member), other, date(2026, 12, 1))
    assert "other:inside" in owed(directive.matter)
    assert enter(member).get(directive.get_absolute_url()).status_code == 404
    assert rows(enter(other)) == [f"内部任务：{SECRET}"]


def test_who_leaves_hands_over_inside_the_unit_and_the_dates_stay(county, directive, member):
    hand(county, directive, member)
    other = county.member("other")
    for person in (county.roads_liaison, county.director, county.officer, county.stranger, other):
        assert barred(taking_over.hand_over, person, member, {"directives": other}, "借调")
    assert "不是本单位可以登录的人" in barred(
        taking_over.hand_over, county.water_liaison, member, {"directives": county.roads_liaison}, "借调"
    )
    assert taking_over.hand_over(county.water_liaison, member, {"directives": other}, "借调") == 1
    assert (task(other).due, timezone.localdate(task(other).duty.due_at)) == (SOON, SOON)
    assert owed(directive.matter) >= {"other:inside"}
    line = directive.matter.entries.first()
    assert (line.audience, "借调" in line.sentence) == ("unit", False)


def test_who_has_a_task_there_already_has_both_in_one_by_the_earlier_date(county, directive, member):
    other = county.member("other")
    hand(county, directive, member, text="查大坝", due=date(2026, 11, 25))
    hand(county, directive, other, text="查溢洪道")
    taking_over.hand_over(county.water_head, member, {"directives": other}, "退休")
    joined = InnerTask.objects.select_related("duty").get(person=other)
    assert (joined.text, joined.due) == ("查溢洪道；查大坝", date(2026, 11, 25))
    assert timezone.localdate(joined.duty.due_at) == date(2026, 11, 25)
    assert [one for one in owed(directive.matter) if one.endswith("inside")] == ["other:inside"]


def test_of_who_moved_to_another_unit_the_old_one_hands_it_over(county, directive, member, enter):
    hand(county, directive, member)
    Person.objects.filter(pk=member.pk).update(unit=county.roads)
    moved = Person.objects.get(pk=member.pk)
    assert enter(moved).get(directive.get_absolute_url()).status_code == 404
    assert "没有办完的单位内部任务" in taking_over.still_in_hand(moved)
    other = county.member("other")
    browser = enter(county.water_liaison)
    url = f"{reverse('matters:hand_over')}?person={moved.pk}"
    assert url in browser.get(reverse("matters:hand_over")).content.decode()
    form = form_of(browser.get(url)) | {"directives": other.pk}
    assert "reason" not in form
    done = browser.post(url, form, follow=True)
    assert (done.status_code, "已交接1件" in done.content.decode()) == (200, True)
    assert rows(enter(other)) == [f"内部任务：{SECRET}"]
    for person in (county.stranger, county.officer):
        assert enter(person).get(url).status_code == 404
    assert not taking_over.in_hand_of(county.roads_liaison, moved)


# --- merged, and at once ------------------------------------------------------------------------------
@pytest.mark.parametrize("both", [False, True])
def test_a_merged_units_tasks_go_on_in_the_unit_that_carries_on(county, directive, member, enter, both):
    hand(county, directive, member)
    if both:
        helper = county.member("roads-member", county.roads)
        hand(county, directive, helper, text="查桥", who=county.roads_liaison, unit=county.roads)
    merging.merge(county.system, county.water, county.roads, timezone.localdate())
    now = Person.objects.get(pk=member.pk)
    assert rows(enter(now)) == [f"内部任务：{SECRET}"]
    reporting.report(now, task(member), DONE)
    told = page(enter(Person.objects.get(pk=county.roads_liaison.pk)), directive)
    assert DONE in told
    assert ("查桥" in told) is both


@pytest.mark.django_db(transaction=True)
def test_of_two_who_hand_it_out_at_once_one_is_told(county):
    directive, member = county.directive("running"), county.member()
    due = timezone.localdate() + timedelta(days=3)
    told = one_wins(
        lambda: hand(county, directive, member, due=due),
        lambda: hand(county, directive, member, due=due, who=county.water_head),
    )
    assert "已有没办完的任务" in told
    first, second = task(member), task(member)
    outcomes = together(
        lambda: reporting.report(member, first, DONE),
        lambda: giving.withdraw(county.water_liaison, second),
    )
    assert len([one for one in outcomes if isinstance(one, Barred)]) == 1
    assert "member:inside" not in owed(directive.matter)


# --- at the door --------------------------------------------------------------------------------------
def test_by_the_page_it_is_broken_down_row_by_row_and_mistakes_are_named(county, directive, member, enter):
    other, browser = county.member("other"), enter(county.water_liaison)
    url = url_of("assignment", county.part(directive), "break_down")
    form = form_of(browser.get(url))
    first = {"person_0": member.pk, "due_0": SOON, "text_0": SECRET}
    wrong = browser.post(url, form | first | {"person_1": other.pk})
    assert set(wrong.context["form"].errors) == {"text_1", "due_1"}
    assert SECRET in wrong.content.decode()
    twice = browser.post(url, form | first | {"person_1": member.pk, "due_1": SOON, "text_1": "又一项"})
    assert "请把任务写在一起" in twice.content.decode()
    late = browser.post(url, form | first | {"due_0": "2026-12-30"})
    assert late.status_code == 409
    assert "不能晚于本单位的时限2026-12-18" in late.content.decode()
    stranger = browser.post(url, form | first | {"person_0": county.roads_liaison.pk})
    assert "须是本单位可以登录的人" in stranger.content.decode()
    done = browser.post(
        url, form | first | {"person_1": other.pk, "due_1": SOON, "text_1": "查溢洪道"}, follow=True
    )
    assert "共2项" in done.content.decode()
    assert InnerTask.objects.count() == 2


def test_what_was_typed_of_a_breakdown_is_kept(county, directive, member, enter):
    browser = enter(county.water_liaison)
    url = url_of("assignment", county.part(directive), "break_down")
    browser.post(url, form_of(browser.get(url)) | {"person_0": member.pk, "text_0": SECRET, "draft": "keep"})
    form = browser.get(url).context["form"]
    assert (str(form["person_0"].value()), form["text_0"].value()) == (str(member.pk), SECRET)


def test_where_nobody_else_works_the_form_says_what_to_do(county, friday, enter):
    record = county.directive("running", to=[county.finance], due=DUE)
    url = url_of("assignment", county.part(record), "break_down")
    assert "请系统管理员开设“单位经办人”账号" in enter(county.finance_liaison).get(url).content.decode()


def test_a_member_reports_by_the_page_with_a_file(county, directive, member, enter):
    hand(county, directive, member)
    browser, url = enter(member), url_of("task", task(member), "report")
    upload = ContentFile(picture(), name="坝体.png")
    form = form_of(browser.get(url)) | {"text": DONE, "files": upload}
    assert "报告任务办理情况" in browser.post(url, form, follow=True).content.decode()
    assert "坝体.png" in page(enter(county.water_liaison), directive)
    kept = InnerFile.objects.get()
    for person in (member, county.water_head):
        assert enter(person).get(kept.get_absolute_url()).status_code == 200


def test_in_an_instruction_and_a_complaint_alike(county, friday, member, enter):
    for record in (county.instruction("running"), county.complaint("running")):
        hand(county, record, member, due=timezone.localdate())
        reporting.report(member, task(member), DONE)
        assert DONE in page(enter(county.water_liaison), record)
        assert DONE not in page(enter(county.director), record)
        told = page(enter(member), record)
        assert DONE in told
        assert "一周内报我" not in told  # the leader's own words, of which the unit reads a summary
        assert "来电群众甲" not in told
