"""上游有变: what was quoted elsewhere does not stand any more as it was quoted, and a person decides what that means there."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from appraisal.actions import adjusting
from appraisal.models import Adjustment
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.lineage import changing
from bureau.matters.lineage.nodes import Key
from bureau.matters.linking import link
from bureau.matters.models import Duty, Entry, Link, UpstreamChange
from directives import actions
from reports import actions as bulletins
from reports.models import Bulletin
from tests.accountability import playing as holding
from tests.appraisal.playing import begin, draft, part_of, play, publish, taken_up
from tests.county import in_days
from tests.house.scene import issue
from tests.merits import playing as grading
from tests.reports.conftest import faces

__all__ = ["faces"]

pytestmark = pytest.mark.django_db


def linked(county, stage="closed"):
    """A directive, and a suggestion that arose from it."""
    directive = county.directive(stage)
    return directive, county.suggestion("sent", about=directive.matter)


def owed(suggestion) -> Duty | None:
    return Duty.objects.filter(matter=suggestion.pk, step="settle_change", done_at=None).first()


def reopen(county, directive) -> None:
    actions.reopen(county.director, directive, "现场复核发现两座没有排查。", in_days(10))


# --- what changes -------------------------------------------------------------------------------------
def test_a_matter_taken_up_again_waits_where_it_was_quoted(county):
    directive, suggestion = linked(county)
    reopen(county, directive)
    change = UpstreamChange.objects.get(kind="matter", key=suggestion.pk)
    assert change.what == "reopened"
    assert "已办结后重新办理" in change.words
    assert "已销号" in change.quoted or "办结" in change.quoted
    assert owed(suggestion).holder_person == suggestion.matter.officer


def test_a_void_matter_waits_where_it_was_quoted(county):
    directive, suggestion = linked(county, "running")
    actions.void(county.director, directive, "重复立项。")
    assert UpstreamChange.objects.get(key=suggestion.pk, kind="matter").what == "voided"


def test_a_date_that_is_moved_after_it_has_passed_waits_and_one_that_is_to_come_does_not(county):
    late = county.directive("running", due=in_days(-10))
    suggestion = county.suggestion("sent", about=late.matter)
    late.matter.refresh_from_db()
    duties.extend(late.matter, in_days(10))
    quoted = UpstreamChange.objects.get(key=suggestion.pk, kind="matter")
    assert quoted.what == "due_moved"
    timely = county.directive("running", due=in_days(10))
    other = county.suggestion("sent", about=timely.matter)
    timely.matter.refresh_from_db()
    duties.extend(timely.matter, in_days(20))
    assert not UpstreamChange.objects.filter(key=other.pk, kind="matter").exists()


def test_the_same_change_once_more_waits_once(county):
    directive, _suggestion = linked(county)
    now = timezone.now()
    for _again in range(2):
        changing.upset(directive.matter, changing.What.REOPENED, "又重新办理", now)
    assert UpstreamChange.objects.filter(verdict="").count() == 1
    assert Duty.objects.filter(step="settle_change", done_at=None).count() == 1


def test_nothing_waits_where_nobody_quoted_it(county):
    directive = county.directive("closed")
    reopen(county, directive)
    assert not UpstreamChange.objects.exists()


# --- who decides -------------------------------------------------------------------------------------
def test_the_officer_decides_with_a_reason_that_stands_on_the_timeline(county):
    directive, suggestion = linked(county)
    reopen(county, directive)
    change = UpstreamChange.objects.get()
    changing.settle(county.officer, change.pk, "stands", "建议不以它是否办结为前提。")
    assert owed(suggestion) is None
    line = Entry.objects.filter(matter=suggestion.pk).latest("pk")
    assert "不受影响，维持。建议不以它是否办结为前提。" in line.sentence
    assert directive.matter.title not in line.sentence


def test_who_is_second_is_told_so(county):
    directive, _suggestion = linked(county)
    reopen(county, directive)
    change = UpstreamChange.objects.get()
    changing.settle(county.officer, change.pk, "mended", "已另行说明。")
    with pytest.raises(LookupError):
        changing.settle(county.colleague, change.pk, "stands", "维持。")
    assert UpstreamChange.objects.get().verdict == "mended"


def test_a_page_shows_what_waits_and_the_form_decides_it(county, enter):
    directive, suggestion = linked(county)
    reopen(county, directive)
    change, browser = UpstreamChange.objects.get(), enter(county.officer)
    page = browser.get(suggestion.get_absolute_url()).content.decode()
    url = reverse("matters:settle_change", args=[change.pk])
    assert "上游有变" in page
    assert url in page
    assert browser.post(url, {"verdict": "stands"}).status_code == 200
    answer = browser.post(url, {"verdict": "stands", "reason": "不受影响。"})
    assert answer.url == suggestion.get_absolute_url()
    assert UpstreamChange.objects.get().decided_by == county.officer


def test_units_and_strangers_find_no_such_task(county, enter):
    directive, suggestion = linked(county)
    reopen(county, directive)
    url = reverse("matters:settle_change", args=[UpstreamChange.objects.get().pk])
    for person in (county.water_liaison, county.stranger, county.clerk, county.system):
        assert enter(person).get(url).status_code == 404
    page = enter(county.water_liaison).get(suggestion.get_absolute_url()).content.decode()
    assert "上游有变" not in page


def test_an_officer_who_may_not_know_of_it_is_not_asked_and_a_leader_of_the_bureau_is(county):
    sealed = county.directive("running", secrecy="sealed", due=in_days(-10), to=[county.finance])
    other = county.complaint("running")
    link(other.matter, sealed.matter, "arises")
    changing.upset(sealed.matter, changing.What.VOIDED, "作废", timezone.now())
    assert Duty.objects.get(matter=other.pk, step="settle_change").holder_post == "director"
    assert not changing.waiting(county.clerk).exists()
    assert changing.waiting(county.director).filter(about=other.matter).exists()


def test_what_the_officer_may_not_know_of_is_a_leaders_once_the_rest_is_settled(county):
    about = county.suggestion("sent", about=county.directive("closed").matter)
    known, sealed = Link.objects.get(source=about.pk).target, county.complaint("running").matter
    link(about.matter, sealed, "arises")
    for matter in (known, sealed):
        changing.upset(matter, changing.What.VOIDED, "作废", timezone.now())
    assert owed(about).holder_person == county.officer
    change = changing.waiting(county.officer).get(about=about.matter)
    changing.settle(county.officer, change.pk, "stands", "不受影响。")
    assert owed(about).holder_post == "director"
    last = changing.waiting(county.director).get(about=about.matter)
    changing.settle(county.director, last.pk, "stands", "不受影响。")
    assert owed(about) is None


def test_what_waits_outlasts_the_end_of_its_matter(county):
    directive, suggestion = linked(county)
    reopen(county, directive)
    duties.drop(suggestion.matter, timezone.now() + timedelta(minutes=1))
    assert owed(suggestion) is not None


def test_an_issue_that_quotes_it_waits_at_the_desk_and_is_not_rewritten(county):
    directive = county.directive("closed")
    issued = issue(county, bulletins.draft_from_source(county.officer, county.source))
    before = Bulletin.objects.get(pk=issued.pk).body
    reopen(county, directive)
    change = UpstreamChange.objects.get(kind="bulletin", key=issued.pk)
    assert change.about is None
    assert change in changing.waiting(county.officer)
    assert not changing.waiting(county.clerk).filter(pk=change.pk).exists()
    changing.settle(county.officer, change.pk, "stands", "通报写明了统计时点。")
    assert Bulletin.objects.get(pk=issued.pk).body == before


def test_a_revoked_adjustment_answers_what_waited_at_it(county):
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    late = county.directive("running", due=in_days(-20))
    part = part_of(period, county.water)
    one = taken_up(county, part, f"overdue.{county.part(late).pk}")
    late.matter.refresh_from_db()
    duties.extend(late.matter, in_days(10))
    change = UpstreamChange.objects.get(kind="adjustment", key=one.pk)
    assert change.about == period.matter
    adjusting.approve(county.director, Adjustment.objects.get(pk=one.pk))
    adjusting.revoke(county.director, Adjustment.objects.get(pk=one.pk), "时限已更正。")
    change.refresh_from_db()
    assert change.verdict == "mended"
    assert not Duty.objects.filter(step="settle_change", done_at=None).exists()


def test_a_measure_that_an_appeal_takes_away_waits_at_the_grade_it_weighed_on(county):
    team = grading.team(county)
    people = {"deputy": team["deputy"], "head": team["head"]}
    it = holding.play(county, "executed", people=people)
    review = grading.play(county, grading.published(county), "approved")
    merit = grading.merit_of(review, "deputy")
    assert merit.caps
    subject = it.subject("deputy")
    now = timezone.now()
    changing.upset(subject.matter, changing.What.RECALLED, "经申诉撤销", now, of=Key("subject", subject.pk))
    change = UpstreamChange.objects.get(kind="merit")
    assert (change.key, change.about, change.quoted) == (merit.pk, merit.matter, merit.caps[0])
    assert Duty.objects.get(step="settle_change").holder_post == "director"


@pytest.mark.parametrize("verdict", ["", "x"])
def test_a_decision_without_a_verdict_changes_nothing(county, enter, verdict):
    directive, _suggestion = linked(county)
    reopen(county, directive)
    url = reverse("matters:settle_change", args=[UpstreamChange.objects.get().pk])
    assert enter(county.officer).post(url, {"verdict": verdict, "reason": "不受影响。"}).status_code == 200
    assert UpstreamChange.objects.get().verdict == ""


def test_barred_is_said_where_two_decide_at_once(county, monkeypatch):
    directive, _suggestion = linked(county)
    reopen(county, directive)
    change = UpstreamChange.objects.get()
    seen = changing.waiting(county.officer).filter(pk=change.pk)
    kept = list(seen)
    changing.settle(county.colleague, change.pk, "stands", "维持。")
    monkeypatch.setattr(
        changing, "waiting", lambda person: UpstreamChange.objects.filter(pk__in=[one.pk for one in kept])
    )
    with pytest.raises(Barred):
        changing.settle(county.officer, change.pk, "mended", "已处理。")
