"""机构合并: what a unit owed goes on under its successor; nothing is lost, nothing is owed twice."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.actions import version
from bureau.matters.merger import merge as merging
from bureau.matters.models import Duty, Reply, Tiding
from bureau.matters.parts import assignments
from bureau.org.models import Portfolio, Unit
from directives import actions
from directives.models import Directive
from instructions import actions as instructing
from tests.county import in_days
from tests.house.test_queries import cost
from tests.matters.merged import merge, now, parts, whole
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db
LINE = "县水利局已并入县交通运输局，本事项由县交通运输局接续承办"


def test_what_the_old_unit_owed_is_owed_by_the_other_by_the_same_dates(county):
    directive = county.directive("dispatched", to=[county.water, county.finance])
    before = set(Duty.objects.filter(assignment__role="lead").values_list("pk", "step", "due_at"))
    merge(county)
    after = Duty.objects.filter(holder_unit=county.roads, assignment__unit=county.roads)
    assert set(after.values_list("pk", "step", "due_at")) == before
    assert parts(directive) == {"县交通运输局": ("lead", "pending"), "县财政局": ("co", "pending")}
    assert not Duty.objects.filter(holder_unit=county.water, done_at=None).exists()


def test_one_line_tells_everybody_on_the_matter_and_the_chain_is_whole(county):
    directive = county.directive("running", to=[county.water, county.finance])
    merge(county)
    line = directive.matter.entries.first()
    assert (line.sentence, line.actor, line.actor_words, line.audience) == (LINE, None, "系统", "all")
    assert line.facts == {"old": "县水利局", "new": "县交通运输局", "on": f"{timezone.localdate()}"}
    assert Tiding.objects.filter(entry=line).exists()
    assert whole()


def test_accounts_and_the_leader_in_charge_go_along(county):
    county.directive("running")
    merge(county)
    assert {now(one).unit for one in (county.water_liaison, county.water_head)} == {county.roads}
    assert list(Portfolio.objects.get(leader=county.vice).units.all()) == [county.roads]


def test_the_old_unit_is_out_of_use_and_its_names_are_the_others(county):
    Unit.objects.filter(pk=county.water.pk).update(aliases="水电局")
    merge(county, on=date(2026, 11, 1))
    old, new = Unit.objects.get(pk=county.water.pk), Unit.objects.get(pk=county.roads.pk)
    assert (old.active, old.merged_into, old.merged_on) == (False, new, date(2026, 11, 1))
    assert (new.aliases, new.former) == ("桃溪县水利局、县水利局、水电局", [old.pk])


def test_where_the_names_are_too_many_the_oldest_go(county):
    Unit.objects.filter(pk=county.roads.pk).update(aliases="、".join(f"曾用名{n:03}" for n in range(71)))
    merge(county)
    aliases = Unit.objects.get(pk=county.roads.pk).aliases
    assert len(aliases) <= 500
    assert aliases.endswith("曾用名070、桃溪县水利局、县水利局")
    assert "曾用名000" not in aliases


def test_the_old_name_typed_in_a_form_means_the_successor(county, enter):
    merge(county)
    url = reverse("directives:register", args=[county.source.pk])
    words = {"title": "修复水毁工程", "lead": "县水利局", "urgency": "normal", "due": "2026-12-31"}
    answer = enter(county.officer).post(url, {**words, "secrecy": "normal"})
    assert answer.status_code == 302, answer.context["form"].errors
    assert parts(Directive.objects.get()) == {"县交通运输局": ("lead", "planned")}


def test_a_matter_in_preparation_goes_along_and_is_dispatched_to_the_successor(county):
    directive = county.directive("approved", to=[county.water, county.roads])
    merge(county)
    assert parts(directive) == {"县交通运输局": ("lead", "planned")}
    actions.dispatch(county.officer, Directive.objects.get(pk=directive.pk))
    assert owed(directive.matter) == {
        "县交通运输局:sign",
        "县交通运输局:first_reply",
        "县交通运输局:report",
    }


def test_what_was_registered_at_that_very_moment_is_dispatched_to_the_successor(county):
    directive = county.directive("approved", to=[county.finance])
    merge(county)
    directive.matter.assignments.update(unit=county.water)  # written before the merger, seen after it
    actions.dispatch(county.officer, Directive.objects.get(pk=directive.pk))
    assert parts(directive) == {"县交通运输局": ("lead", "pending")}


def test_an_instruction_is_given_out_to_who_carries_on_for_those_proposed(county):
    record = county.instruction("proposed", to=[county.water, county.roads, county.finance])
    merge(county)
    instructing.approve(county.director, type(record).objects.get(pk=record.pk))
    assert parts(record) == {"县交通运输局": ("lead", "pending"), "县财政局": ("co", "pending")}


def test_a_merged_unit_chosen_by_hand_is_refused_with_its_successors_name(county):
    merge(county)
    with pytest.raises(Barred, match="县水利局已并入县交通运输局，请改选县交通运输局"):
        assignments.check(Unit.objects.get(pk=county.water.pk))


def test_what_has_ended_keeps_the_old_name_and_the_successor_reads_it(county, enter):
    directive = county.directive("closed")
    lines = directive.matter.entries.count()
    merge(county)
    assert parts(directive) == {"县水利局": ("lead", "done")}
    assert directive.matter.entries.count() == lines
    for person in (county.water_liaison, county.roads_liaison, county.vice):
        page = enter(now(person)).get(directive.get_absolute_url())
        assert page.status_code == 200
        assert "已并入县交通运输局" in page.content.decode()
    assert enter(county.finance_liaison).get(directive.get_absolute_url()).status_code == 404


def test_of_a_co_units_old_matter_the_successor_reads_what_the_co_unit_read(county, enter):
    directive = county.directive("running", to=[county.finance, county.water])
    assignments.reply(county.water_liaison, county.part(directive, county.water), "自己的话")
    assignments.reply(county.finance_liaison, county.part(directive), "牵头的话")
    actions.report(county.finance_liaison, directive, "全部完成")
    actions.close(county.colleague, directive)
    merge(county)
    page = enter(now(county.roads_liaison)).get(directive.get_absolute_url()).content.decode()
    assert "自己的话" in page
    assert "牵头的话" not in page


def test_seeing_what_was_another_units_costs_no_query_more(county, enter):
    mine, theirs = county.directive("closed", to=[county.roads]), county.directive("closed")
    browser = enter(county.roads_liaison)
    before = cost(browser, mine.get_absolute_url())
    merge(county)
    assert cost(browser, theirs.get_absolute_url()) == before
    assert cost(browser, mine.get_absolute_url()) == before


def test_a_reopened_matter_is_taken_up_by_the_successor(county):
    directive = county.directive("closed", to=[county.water, county.roads])
    merge(county)
    actions.reopen(county.director, Directive.objects.get(pk=directive.pk), "反弹", in_days(9))
    assert parts(directive) == {"县交通运输局": ("lead", "working"), "县水利局": ("co", "released")}
    assert owed(directive.matter) == {"县交通运输局:report"}
    actions.report(now(county.water_liaison), Directive.objects.get(pk=directive.pk), "又办好了")
    actions.close(county.colleague, Directive.objects.get(pk=directive.pk))
    assert whole()


def test_a_reply_from_yesterdays_unit_counts(county, enter):
    directive = county.directive("running")
    part = county.part(directive)
    form = {"text": "昨天写好的进展", "seen": version(part)}
    merge(county)
    answer = enter(now(county.water_liaison)).post(
        reverse("matters:assignment", args=[part.pk, "reply"]), form
    )
    assert answer.status_code == 302
    assert Reply.objects.get().text == "昨天写好的进展"
    assert "县交通运输局:first_reply" not in owed(directive.matter)


def test_a_report_from_yesterdays_unit_counts(county, enter):
    directive = county.directive("running", to=[county.water, county.roads])
    url, seen = reverse("directives:step", args=[directive.pk, "report"]), version(directive)
    merge(county)
    answer = enter(now(county.water_liaison)).post(url, {"text": "全部办完，成效明显。", "seen": seen})
    assert answer.status_code == 302
    assert Directive.objects.get(pk=directive.pk).state == "reviewing"


def test_where_the_parts_became_one_the_writer_is_told_and_nothing_typed_is_lost(county, enter):
    directive = county.directive("running", to=[county.water, county.roads])
    part = county.part(directive)
    url, form = reverse("matters:assignment", args=[part.pk, "reply"]), {"text": "昨天写好的进展"}
    merge(county)
    browser = enter(now(county.water_liaison))
    told = browser.post(url, {**form, "seen": version(part)})
    page = told.content.decode()
    assert told.status_code == 409
    assert "您单位在本事项的任务与县交通运输局的合为一项，由县交通运输局牵头" in page
    assert "昨天写好的进展" in page
    assert browser.post(url, {**form, "seen": told.context["hidden"]["seen"]}).status_code == 302
    assert Reply.objects.get().assignment == county.part(directive, county.roads)


def test_who_waited_while_their_unit_was_merged_is_asked_to_send_again(county, enter, monkeypatch):
    part = county.part(county.directive("running"))
    url = reverse("matters:assignment", args=[part.pk, "reply"])
    browser = enter(county.water_liaison)
    lock = merging.cover.lock

    def after_the_merger(pk):
        monkeypatch.setattr("bureau.matters.cover.lock", lock)
        merge(county)
        return lock(pk)

    monkeypatch.setattr("bureau.matters.cover.lock", after_the_merger)
    told = browser.post(url, {"text": "刚写好的进展", "seen": version(part)})
    assert told.status_code == 409
    assert "您的单位刚刚与另一单位合并" in told.content.decode()
    assert "刚写好的进展" in told.content.decode()
    assert browser.post(url, {"text": "刚写好的进展", "seen": version(part)}).status_code == 302
