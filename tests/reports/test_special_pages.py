"""A 专报 on the pages: begun from an instruction or a matter, edited, sent on; what it costs, what it refuses."""

import re
from threading import Thread

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bureau.jobs.barred import Barred
from bureau.leading.instructing import instruct_on
from bureau.matters.models import Entry
from reports import actions
from reports.models import Bulletin, Receipt
from reports.rendering import render_issue
from tests.house.crawl import reachable
from tests.reports.screen import form_of
from tests.reports.specials import answer, fresh, issue, survey

NEW = "/reports/special/new/"


def once_of(response) -> str:
    return re.search(r'name="once"\s+value="([^"]+)"', response.content.decode()).group(1)


def test_an_accepted_instruction_leads_to_its_draft_in_two_clicks(county, enter):
    record = county.instruction("accepted")
    officer = enter(county.officer)
    page = officer.get(record.get_absolute_url()).content.decode()
    url = f"{NEW}?answers={record.pk}"
    assert f'href="{url}"' in page
    once = once_of(officer.get(url))
    for _ in range(2):
        assert officer.post(url, {"once": once}).status_code == 302
    bulletin = Bulletin.objects.get(answers=record.matter)
    assert officer.get(url).url == bulletin.get_absolute_url()  # known already


@pytest.mark.parametrize("who", ["water_liaison", "magistrate", "system"])
def test_nobody_else_is_offered_it(county, enter, who):
    record = county.instruction("accepted")
    browser = enter(county.cast[who])
    assert browser.get(f"{NEW}?answers={record.pk}").status_code == 404
    assert NEW not in browser.get(record.get_absolute_url()).content.decode()


def test_a_sealed_one_is_absent_for_a_colleague(county, enter):
    record = county.instruction("accepted")
    type(record.matter).objects.filter(pk=record.pk).update(secrecy="sealed")
    assert enter(county.colleague).get(f"{NEW}?answers={record.pk}").status_code == 404
    assert enter(county.officer).get(f"{NEW}?answers={record.pk}").status_code == 200
    with pytest.raises(Barred, match="限阅的批示件"):
        actions.draft_answer(county.colleague, record.matter)


def test_what_is_not_accepted_is_refused_in_words(county, enter):
    record = county.instruction("running")
    officer, url = enter(county.officer), f"{NEW}?answers={record.pk}"
    response = officer.post(url, {"once": once_of(officer.get(url))}, follow=True)
    assert "不再等待呈报" in response.content.decode()
    assert not Bulletin.objects.exists()


def test_any_matter_leads_to_an_investigation_report(county, enter):
    matters = [county.directive("running").matter, county.instruction("running").matter]
    officer = enter(county.officer)
    page = officer.get(matters[0].get_absolute_url()).content.decode()
    assert f'{NEW}?matter={matters[0].pk}"' in page
    url = f"{NEW}?matter={matters[0].pk}&matter={matters[1].pk}"
    shown = officer.get(url)
    officer.post(url, {"matter": [one.pk for one in matters], "once": once_of(shown)})
    assert [quote.matter for quote in Bulletin.objects.get().quotes.all()] == matters


@pytest.mark.parametrize("asked", ["answers=x", "answers=99999", "matter=x", "matter=" + "9" * 40, "matter="])
def test_forged_keys_are_absent(county, enter, asked):
    assert enter(county.officer).get(f"{NEW}?{asked}").status_code == 404


def test_without_a_key_it_lists_what_waits_to_be_answered(county, enter):
    record, begun = county.instruction("accepted"), county.instruction("accepted")
    answer(county, begun)
    page = enter(county.officer).get(NEW).content.decode()
    assert record.matter.number in page
    assert begun.matter.number not in page


def test_readers_are_ticked_and_the_address_follows(county, enter):
    bulletin = answer(county)
    officer, url = enter(county.officer), reverse("reports:edit", args=[bulletin.pk])
    form = form_of(officer, bulletin)
    assert form[f"reader_{county.magistrate.pk}"] == "on"
    assert "send_to" not in officer.get(url).context["form"].fields
    officer.post(url, form | {f"reader_{county.vice.pk}": "on", "signer": county.vice.pk})
    bulletin = fresh(bulletin)
    assert set(bulletin.readers.all()) == {county.magistrate, county.vice}
    assert (bulletin.report_to, bulletin.signer) == ("县长、分管农业副县长。", county.vice)


def test_whoever_is_no_leader_cannot_be_chosen(county, enter):
    bulletin = answer(county)
    officer, url = enter(county.officer), reverse("reports:edit", args=[bulletin.pk])
    form = form_of(officer, bulletin) | {f"reader_{county.water_head.pk}": "on"}
    officer.post(url, form)
    assert list(fresh(bulletin).readers.all()) == [county.magistrate]
    response = officer.post(url, form_of(officer, bulletin) | {"signer": county.water_head.pk})
    assert response.context["form"].errors["signer"]


def test_the_asker_unticked_is_said_on_the_form_and_nothing_is_lost(county, enter):
    bulletin = answer(county)
    officer, url = enter(county.officer), reverse("reports:edit", args=[bulletin.pk])
    form = {name: value for name, value in form_of(officer, bulletin).items() if "reader_" not in name}
    response = officer.post(url, form | {"title": "改过的标题"})
    assert response.status_code == 409
    page = response.content.decode()
    assert "“送阅领导”里不能没有县长" in page
    assert "改过的标题" in page


def test_a_typed_draft_of_ticks_comes_back(county, enter):
    bulletin = answer(county)
    officer, url = enter(county.officer), reverse("reports:edit", args=[bulletin.pk])
    officer.post(url, form_of(officer, bulletin) | {f"reader_{county.vice.pk}": "on", "draft": "keep"})
    form = officer.get(url).context["form"]
    assert form.initial[f"reader_{county.vice.pk}"]
    assert form.initial[f"reader_{county.magistrate.pk}"]


def test_pages_cost_the_same_however_many_readers_quotes_and_words(county, enter):
    few = issue(county, survey(county, county.directive("running").matter, readers=[county.magistrate]))
    matters = [county.directive("running").matter for _ in range(6)]
    many = issue(county, survey(county, *matters, readers=[county.magistrate, county.vice]))
    for leader in (county.magistrate, county.vice):
        instruct_on(leader, many, county.word(leader=leader, leader_name=leader.name))
    for who in ("officer", "magistrate"):
        browser = enter(county.cast[who])
        cost = [asked(browser, one.get_absolute_url()) for one in (few, many, few)]
        assert cost[1] <= cost[2] + 1, who  # the list of what was written on it reads its matters


def asked(browser, url) -> int:
    browser.get(url)
    with CaptureQueriesContext(connection) as spent:
        assert browser.get(url).status_code == 200
    return len(spent)


SECRET = "暗坝漏水实情"


@pytest.mark.slow
@pytest.mark.parametrize(
    "who", ["vice", "water_liaison", "water_head", "stranger", "audit", "system", "magistrate"]
)
def test_its_words_are_nowhere_but_where_they_belong(county, enter, who):
    matter = county.directive("running", to=[county.water]).matter
    bulletin = actions.draft_survey(county.officer, [matter])
    text = {"title": f"关于{SECRET}的报告", "body": SECRET, "report_to": "", "copies": 1}
    actions.edit(county.officer, bulletin, text, {}, [county.magistrate])
    bulletin = issue(county, fresh(bulletin))
    starts = ["/", "/reports/", f"/reports/?q={SECRET}", f"/search/?q={SECRET}", "/notices/"]
    starts += [reverse(f"reports:{name}", args=[bulletin.pk]) for name in ("page", "edit", "pdf", "cover")]
    starts += [f"/reports/{bulletin.pk}/{step}/" for step in ("send_back", "sign", "check")]
    starts += [matter.get_absolute_url(), "/directives/", "/instructions/"]
    found = reachable(enter(county.cast[who]), *starts)
    told = [url for url, text in found.items() if SECRET in text and f"q={SECRET}" not in url]
    assert bool(told) == (who == "magistrate"), told


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_who_draft_the_same_answer_at_once_get_one(county):
    record, said = county.instruction("accepted"), []

    def draft(person):
        try:
            actions.draft_answer(person, record.matter)
        except Barred as barred:
            said.append(str(barred))
        finally:
            connection.close()

    together([Thread(target=draft, args=[one]) for one in (county.officer, county.colleague)])
    assert Bulletin.objects.count() == 1
    assert "不能再起草一份" in said[0]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_workers_present_it_once(county):
    bulletin = answer(county)
    actions.submit(county.officer, bulletin)
    actions.check(county.colleague, bulletin)
    actions.sign(county.director, bulletin)
    key = fresh(bulletin).rendering.pk

    def work():
        try:
            render_issue(key)
        finally:
            connection.close()

    together([Thread(target=work) for _ in range(2)])
    assert Entry.objects.filter(step="instructions.present").count() == 1
    assert Receipt.objects.count() == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_windows_record_one_reading(county):
    bulletin, firsts = issue(county, answer(county)), []

    def read():
        try:
            firsts.append(actions.read(county.magistrate, bulletin))
        finally:
            connection.close()

    together([Thread(target=read) for _ in range(3)])
    assert sorted(firsts) == [False, False, True]


def together(threads) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
