"""What a deputy sees: what the principal sees, on the days, never what is sealed, never along a chain."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bureau.matters.access import grants
from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import Path, own, readable_files, reads
from bureau.matters.models import Attachment, Entry, Matter, Reply
from bureau.matters.parts import assignments
from bureau.org import arranging
from bureau.org.deputies import acting
from bureau.org.models import Person
from tests.county import in_days, person
from tests.deputies import fresh, secretary, stand_in

pytestmark = pytest.mark.django_db


def seen(somebody) -> set[str]:
    return set(Matter.objects.visible_to(fresh(somebody)).values_list("title", flat=True))


@pytest.fixture
def colleague(county):
    """Somebody of 水利局 without a post that reads matters."""
    return person("water-clerk", "水利局办事员", county.water, "intake")


@pytest.fixture
def matters(county):
    county.directive("dispatched", to=[county.water], title="水库排查")
    county.directive("dispatched", to=[county.water], title="限阅的一件事", secrecy="sealed")
    county.directive("dispatched", to=[county.school], title="改造食堂")


def test_a_stand_in_sees_what_their_principal_sees_but_nothing_sealed(county, matters, colleague):
    assert seen(colleague) == set()
    stand_in(county.water_liaison, colleague)
    assert seen(colleague) == {"水库排查"}


def test_a_secretary_sees_the_leaders_matters_but_nothing_sealed(county, matters):
    assert seen(county.magistrate) == {"水库排查", "限阅的一件事", "改造食堂"}
    secretary(county, county.magistrate, county.stranger)
    assert seen(county.stranger) == {"水库排查", "改造食堂"}


def test_a_stand_in_for_an_officer_does_not_get_the_officers_sealed_matters(county, matters):
    stand_in(county.officer, county.colleague)
    assert seen(county.colleague) == {"水库排查", "改造食堂"}


def test_a_grant_of_their_own_opens_the_sealed_matter(county, matters, colleague):
    stand_in(county.water_liaison, colleague)
    sealed = Matter.objects.get(secrecy="sealed")
    grants.grant(county.officer, sealed, colleague, "代理期间办理", in_days(3))
    assert "限阅的一件事" in seen(colleague)
    assert (
        not Matter.objects.visible_to(acting(colleague, county.water_liaison)).filter(pk=sealed.pk).exists()
    )
    grants.grant(county.officer, sealed, county.water_liaison, "承办", in_days(3))
    assert Matter.objects.visible_to(acting(colleague, county.water_liaison)).filter(pk=sealed.pk).exists()


def test_what_was_granted_to_the_principal_alone_follows_only_unsealed(county, matters, colleague):
    stand_in(county.water_liaison, colleague)
    for title in ("限阅的一件事", "改造食堂"):
        grants.grant(
            county.officer, Matter.objects.get(title=title), county.water_liaison, "了解", in_days(3)
        )
    assert seen(county.water_liaison) == {"水库排查", "限阅的一件事", "改造食堂"}
    assert seen(colleague) == {"水库排查", "改造食堂"}


def test_a_stand_in_sees_from_the_first_day_to_the_end_of_the_last(county, matters, colleague, time_machine):
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    row = stand_in(county.water_liaison, colleague, days=2)
    for moment, sees in [
        ("2026-11-19T23:59:59+08:00", False),
        ("2026-11-20T00:00:00+08:00", True),
        ("2026-11-21T23:59:59+08:00", True),
        ("2026-11-22T00:00:00+08:00", False),
    ]:
        time_machine.move_to(moment, tick=False)
        assert bool(seen(colleague)) == sees, (row, moment)


def test_who_stands_in_for_a_stand_in_sees_nothing_of_the_first(county, matters, colleague):
    third = person("water-third", "水利局办事员乙", county.water, "intake")
    stand_in(county.water_liaison, colleague)
    stand_in(colleague, third)
    assert seen(colleague) == {"水库排查"}
    assert seen(third) == set()


@pytest.mark.parametrize("of", ["principal", "deputy"])
def test_who_is_out_of_use_neither_lends_nor_borrows(county, matters, colleague, of):
    row = stand_in(county.water_liaison, colleague)
    Person.objects.filter(pk=getattr(row, of).pk).update(is_active=False)
    assert seen(colleague) == set()


@pytest.mark.parametrize("of", ["principal", "deputy"])
def test_who_becomes_an_administrator_neither_lends_nor_borrows(county, matters, colleague, of):
    row = stand_in(county.water_liaison, colleague)
    getattr(row, of).postings.update(post="audit")
    assert seen(colleague) == set()


def test_an_arrangement_that_was_ended_opens_nothing(county, matters, colleague):
    arranging.end(county.water_liaison, stand_in(county.water_liaison, colleague))
    assert seen(colleague) == set()


def test_who_is_not_logged_in_still_sees_nothing(county, matters):
    assert not Matter.objects.visible_to(AnonymousUser()).exists()


def test_a_deputy_of_a_co_unit_reads_its_lines_and_replies_and_no_others(county, colleague):
    directive = county.directive("running", to=[county.roads, county.water, county.finance])
    for unit, who in [(county.water, county.water_liaison), (county.finance, county.finance_liaison)]:
        assignments.reply(who, county.part(directive, unit), f"{unit.short}的进展")
    stand_in(county.water_liaison, colleague)
    reader, parts = fresh(colleague), list(directive.matter.assignments.all())
    lines = " ".join(
        Entry.objects.filter(matter=directive.pk)
        .readable_by(reader, directive.matter)
        .values_list("sentence", flat=True)
    )
    assert "县水利局的进展" in lines
    assert "县财政局的进展" not in lines
    assert "提请审定" not in lines
    assert [reply.text for reply in Reply.objects.all() if reads(reader, reply, parts)] == ["县水利局的进展"]


def test_a_draft_of_the_principals_unit_is_read_by_the_deputy(county):
    directive = county.directive("running", to=[county.school])
    assignments.reply(county.school_liaison, county.part(directive), "草稿")
    reply = Reply.objects.get()
    deputy = person("school-clerk", "教育局办事员", county.school, "intake")
    parts = list(directive.matter.assignments.all())
    stand_in(county.school_head, deputy)
    assert reads(fresh(deputy), reply, parts)
    assert not reads(fresh(county.officer), reply, parts)


def test_files_follow_as_the_replies_do(county, colleague):
    before = str(Attachment.objects.filter(readable_files(fresh(colleague))).query)
    stand_in(county.water_liaison, colleague)
    after = str(Attachment.objects.filter(readable_files(fresh(colleague))).query)
    assert before.count("unit_id") == 0
    assert after.count("unit_id") == 1


def test_who_is_nobodys_deputy_pays_one_query_a_request(county, matters):
    reader = fresh(county.officer)
    reader.rights = Rights.of(reader)  # as a request keeps them
    list(Matter.objects.visible_to(reader))
    with CaptureQueriesContext(connection) as spent:
        list(Matter.objects.visible_to(reader))
    assert not any("org_deputy" in query["sql"] for query in spent.captured_queries)
    other = fresh(county.officer)
    other.rights = Rights.of(other)
    with CaptureQueriesContext(connection) as first:
        list(Matter.objects.visible_to(other))
    assert sum("org_deputy" in query["sql"] for query in first.captured_queries) == 1


def test_more_days_in_the_past_cost_nothing(county, matters, colleague):
    row = stand_in(county.water_liaison, colleague)
    row.starts, row.ends = row.starts - timedelta(days=9), row.starts - timedelta(days=8)
    row.save()
    assert Rights.of(fresh(colleague)).lent == ()


def test_a_sealed_paper_does_not_follow_to_who_acts_for_the_unit(county, colleague):
    """Models of other storeys ask by `own`: it must hold for somebody acting through a deputy too."""
    county.directive("dispatched", to=[county.water], secrecy="sealed")
    sealed = Matter.objects.get(secrecy="sealed")
    grants.grant(county.officer, sealed, county.water_liaison, "承办", in_days(3))
    stand_in(county.water_liaison, colleague)
    principal = acting(colleague, county.water_liaison)
    assert not Matter.objects.filter(own(principal, Path(""))).exists()
    assert Matter.objects.filter(own(fresh(county.water_liaison), Path(""))).exists()
