"""Forms filled in for somebody else: whose doors are shown, on whose word, and what a forged name opens."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from bureau.matters.models import Behalf, Entry, Reply
from bureau.matters.parts import assignments, replies
from bureau.pages.models import Draft
from directives.models import Directive
from reports import actions as bulletins
from reports.models import Bulletin
from tests.county import in_days, person
from tests.deputies import SPOKEN, secretary, stand_in
from tests.house.test_queries import cost

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(county):
    return person("water-clerk", "水利局办事员", county.water, "intake")


def second_plea(county) -> Reply:
    """A second plea for time, which the county leader decides."""
    directive = county.directive("running", to=[county.water])
    for days in (40, 50):
        part = county.part(directive)
        assignments.ask_extension(county.water_liaison, part, "汛期推迟", "已完成六成", in_days(days))
        plea = Reply.objects.latest("pk")
        if days == 40:
            replies.grant_extension(county.director, plea, in_days(days))
    return plea


def test_a_stand_in_takes_a_step_and_the_line_names_both(county, enter, clerk):
    directive = county.directive("dispatched", to=[county.water])
    stand_in(county.water_liaison, clerk)
    browser, url = (
        enter(clerk),
        f"/assignments/{county.part(directive).pk}/sign/?for={county.water_liaison.pk}",
    )
    page = browser.get(directive.get_absolute_url()).content.decode()
    assert "代水利局联络员：签收" in page
    assert url in page
    assert browser.post(url).status_code == 302
    line = Entry.objects.get(step="assignment.sign")
    assert line.actor == county.water_liaison
    assert line.sentence == "县水利局 水利局联络员（县水利局 水利局办事员代理） 签收"
    kept = Behalf.objects.get(entry=line)
    assert (kept.kind, kept.principal, kept.entered_by) == ("stand_in", county.water_liaison, clerk)
    assert "外出代理" in kept.authority


def test_a_secretary_says_on_whose_word_and_the_leader_is_asked(county, enter):
    plea = second_plea(county)
    secretary(county, county.vice, county.stranger)
    browser, url = enter(county.stranger), f"/replies/{plea.pk}/grant_extension/?for={county.vice.pk}"
    asked = browser.get(url).content.decode()
    assert "依据" in asked
    assert "代分管农业副县长：" in asked
    refused = browser.post(url, {"until": str(in_days(50)), "remark": "同意"})
    assert refused.status_code == 200
    assert "依据说明" in refused.content.decode()
    assert "同意" in refused.content.decode()
    plea.refresh_from_db()
    assert plea.state == "sent"
    assert browser.post(url, {"until": str(in_days(50)), **SPOKEN}).status_code == 302
    plea.refresh_from_db()
    assert (plea.state, plea.judged_by) == ("accepted", county.vice)
    kept = Behalf.objects.get()
    assert kept.authority == "口头指示：11月20日上午办公会上交代"
    assert plea.matter.duties.get(step="confirm", done_at=None).holder_person == county.vice


def test_a_secretary_finds_the_leaders_doors_on_the_matters_page(county, enter):
    plea = second_plea(county)
    secretary(county, county.vice, county.stranger)
    page = enter(county.stranger).get(plea.matter.get_absolute_url()).content.decode()
    assert "代分管农业副县长：同意延期" in page
    assert f"/replies/{plea.pk}/grant_extension/?for={county.vice.pk}" in page


@pytest.mark.parametrize("name", ["abc", "0", "-1", "9" * 40, "①", "\0", "1' or 1=1"])
def test_a_name_that_is_no_key_of_a_principal_does_not_exist(county, enter, clerk, name):
    directive = county.directive("dispatched", to=[county.water])
    stand_in(county.water_liaison, clerk)
    url = f"/assignments/{county.part(directive).pk}/sign/"
    assert enter(clerk).post(f"{url}?{urlencode({'for': name})}").status_code == 404


def test_nobody_acts_for_whom_they_do_not_stand_in(county, enter, clerk):
    directive = county.directive("dispatched", to=[county.water])
    part, before = county.part(directive), Entry.objects.count()
    for somebody in (clerk, county.stranger, county.officer, county.roads_liaison, county.system):
        answer = enter(somebody).post(f"/assignments/{part.pk}/sign/?for={county.water_liaison.pk}")
        assert answer.status_code == 404, somebody
    assert Entry.objects.count() == before


def test_a_form_opened_on_the_last_day_is_worth_nothing_after_midnight(county, enter, clerk, time_machine):
    time_machine.move_to("2026-11-20T23:50:00+08:00", tick=False)
    directive = county.directive("dispatched", to=[county.water])
    stand_in(county.water_liaison, clerk, days=1)
    browser, url = (
        enter(clerk),
        f"/assignments/{county.part(directive).pk}/sign/?for={county.water_liaison.pk}",
    )
    assert browser.get(directive.get_absolute_url()).status_code == 200
    time_machine.move_to("2026-11-21T00:00:00+08:00", tick=False)
    assert browser.post(url).status_code == 404
    assert browser.get(directive.get_absolute_url()).status_code == 404
    assert not Entry.objects.filter(step="assignment.sign").exists()


def test_a_sealed_matter_is_not_reached_in_anothers_name(county, enter, clerk):
    directive = county.directive("dispatched", to=[county.water], secrecy="sealed")
    stand_in(county.water_liaison, clerk)
    url = f"/assignments/{county.part(directive).pk}/sign/?for={county.water_liaison.pk}"
    assert enter(clerk).post(url).status_code == 404


def test_a_draft_for_somebody_else_is_another_draft(county, enter, clerk):
    directive = county.directive("running", to=[county.water])
    stand_in(county.water_liaison, clerk)
    url = f"/assignments/{county.part(directive).pk}/reply/?for={county.water_liaison.pk}"
    browser = enter(clerk)
    answer = browser.post(url, {"text": "写到一半", "draft": "1"})
    assert answer.url == url
    assert "写到一半" in browser.get(url).content.decode()
    assert Draft.objects.get().form == url
    browser.post(url, {"text": "写完了"})
    assert not Draft.objects.exists()


def test_who_may_do_it_anyway_is_shown_the_door_once(county, enter):
    directive = county.directive("proposed", to=[county.water])
    stand_in(county.director, county.deputy)
    page = enter(county.deputy).get(directive.get_absolute_url()).content.decode()
    assert "审定立项" in page
    assert "代督查局局长" not in page


def test_an_officer_in_the_directors_stead_approves_what_a_colleague_put_up(county, enter):
    directive = county.directive("proposed", to=[county.water])
    stand_in(county.director, county.colleague)
    url = f"/directives/{directive.pk}/approve/?for={county.director.pk}"
    page = enter(county.colleague).get(directive.get_absolute_url()).content.decode()
    assert "代督查局局长：审定立项" in page
    assert enter(county.colleague).post(url).status_code == 302
    assert Directive.objects.get(pk=directive.pk).state == "approved"


def test_an_officer_in_the_directors_stead_never_approves_their_own(county, enter):
    directive = county.directive("proposed", to=[county.water])
    stand_in(county.director, county.officer)
    url = f"/directives/{directive.pk}/approve/?for={county.director.pk}"
    assert (
        "代督查局局长：审定立项"
        not in enter(county.officer).get(directive.get_absolute_url()).content.decode()
    )
    enter(county.officer).post(url)
    assert Directive.objects.get(pk=directive.pk).state == "proposed"


def test_the_desk_shows_what_waits_in_whose_name(county, enter, clerk):
    county.directive("dispatched", to=[county.water], title="水库排查")
    county.directive("dispatched", to=[county.water], title="限阅的一件事", secrecy="sealed")
    stand_in(county.water_liaison, clerk, days=3)
    until = timezone.localdate() + timedelta(days=2)
    day = f"{until.month}月{until.day}日"
    page = enter(clerk).get("/").content.decode()
    assert f"您正在代理水利局联络员（至 {day}）" in page
    assert "代水利局联络员的待办" in page
    assert "水库排查" in page
    assert "限阅的一件事" not in page
    assert f"sign/?for={county.water_liaison.pk}" in page
    assert f"您的待办由水利局办事员代理（至 {day}）" in enter(county.water_liaison).get("/").content.decode()


def test_the_desk_of_a_secretary_has_no_one_click(county, enter):
    plea = second_plea(county)
    secretary(county, county.vice, county.stranger)
    page = enter(county.stranger).get("/").content.decode()
    assert "代分管农业副县长的待办" in page
    assert plea.matter.number in page
    assert f"/leading/?for={county.vice.pk}" in page  # the leader's own page, where one says on whose word
    assert "sign/?for=" not in page


def test_a_deputys_pages_cost_the_same_however_many_rows(county, enter, clerk):
    stand_in(county.water_liaison, clerk)
    directive = county.directive("running", to=[county.water])
    part = county.part(directive)

    def more(times):
        for _ in range(times):
            county.directive("dispatched", to=[county.water])
            assignments.reply(county.water_liaison, part, "进展", 10)

    browser, urls = enter(clerk), ["/", "/directives/", directive.get_absolute_url()]
    more(2)
    few = {url: cost(browser, url) for url in urls}
    more(6)
    assert {url: cost(browser, url) for url in urls} == few


def test_a_bulletin_is_signed_in_the_leaders_stead_but_not_by_who_drafted_it(county, enter):
    county.directive("running")
    stand_in(county.director, county.colleague)
    drafted = {
        who: bulletins.draft_from_source(who, county.source) for who in (county.officer, county.colleague)
    }
    browser = enter(county.colleague)
    for who, bulletin in drafted.items():
        bulletins.submit(who, bulletin)
        bulletins.check(county.deputy, bulletin)
        url = f"/reports/{bulletin.pk}/sign/?for={county.director.pk}"
        shown = url in browser.get(f"/reports/{bulletin.pk}/").content.decode()
        assert shown == (who is county.officer)
        browser.post(url)
    assert Bulletin.objects.get(state="signed") == drafted[county.officer]
    assert Bulletin.objects.get(state="signed").signed_by == county.director
    assert "代理）" in Bulletin.objects.get(state="signed").entries.latest("pk").sentence
