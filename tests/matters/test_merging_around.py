"""机构合并, around the matters: who may, what is refused, who is told, what was sent before."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.merger import foreseen as mergers
from bureau.matters.merger import matter as handover
from bureau.matters.merger import merge as merging
from bureau.matters.models import Assignment, Attachment, Duty
from bureau.matters.parts import assignments
from bureau.matters.policy import Refused
from bureau.notices import watch
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep
from bureau.org.models import AdminEntry, Person, Unit
from bureau.urging import actions as urging
from tests.county import in_days
from tests.house.papers import picture
from tests.house.scene import keep
from tests.matters.merged import duty, merge, now, parts, whole
from tests.matters.owing import owed
from tests.together import together

pytestmark = pytest.mark.django_db


def test_doing_it_again_does_nothing_more(county):
    running = county.directive("running", to=[county.water, county.roads])
    other = county.directive("running")
    merge(county)
    lines = [one.matter.entries.count() for one in (running, other)]
    merge(county)
    assert [one.matter.entries.count() for one in (running, other)] == lines
    assert Unit.objects.get(pk=county.roads.pk).former == [county.water.pk]
    assert LogEntry.objects.count() == 1


def test_the_log_of_the_administration_says_who_did_it(county):
    county.directive("running")
    merge(county)
    log = LogEntry.objects.get()
    assert (log.user, log.object_repr) == (county.system, "县水利局")
    assert log.change_message.endswith("2个账号、1件未办结事项、2个待办")
    assert AdminEntry.objects.get().sentence == f"县水利局{log.change_message}"


def test_what_would_go_over_is_counted_first(county):
    county.directive("running", to=[county.water, county.roads])
    county.directive("running")
    county.directive("closed")
    found = mergers.foreseen(county.water, county.roads)
    assert (found.people, found.matters, found.duties, found.both) == (2, 2, 4, 1)


@pytest.mark.parametrize("name", ["officer", "director", "security", "audit", "water_head", "magistrate"])
def test_only_the_system_administrator_merges(county, name):
    with pytest.raises(Refused, match="由系统管理员办理"):
        merging.merge(county.cast[name], county.water, county.roads, timezone.localdate())


def out_of_use(county):
    Unit.objects.filter(pk=county.roads.pk).update(active=False)
    return county.water, county.roads, timezone.localdate()


def merged_elsewhere(county):
    merge(county, into=county.finance)
    return county.water, county.roads, timezone.localdate()


def into_a_merged_one(county):
    merge(county, old=county.roads, into=county.finance)
    return county.water, county.roads, timezone.localdate()


REFUSED = {
    "into itself": (lambda c: (c.water, c.water, timezone.localdate()), "不能并入它自己"),
    "into one out of use": (out_of_use, "县交通运输局已停用"),
    "merged already": (merged_elsewhere, "县水利局已于.*并入县财政局，不能再并入"),
    "into a merged one": (into_a_merged_one, "请选县财政局"),
    "the bureau": (lambda c: (c.bureau, c.water, timezone.localdate()), "督查局不能并入"),
    "into the court": (lambda c: (c.water, c.court, timezone.localdate()), "不是督查的对象"),
    "tomorrow": (lambda c: (c.water, c.roads, in_days(1)), "不能晚于今天"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_impossible_merger_is_refused_in_words_and_changes_nothing(county, case):
    county.directive("running")
    asked, words = REFUSED[case]
    old, into, on = asked(county)
    before = list(Assignment.objects.values()), list(Person.objects.values("pk", "unit"))
    with pytest.raises(Barred, match=words):
        merging.merge(county.system, old, into, on)
    assert (list(Assignment.objects.values()), list(Person.objects.values("pk", "unit"))) == before


def test_a_unit_without_matters_may_go_to_one_that_is_not_supervised(county):
    merge(county, into=county.court)
    assert now(county.water_liaison).unit == county.court


@pytest.fixture
def told(county, time_machine):
    """A directive of water and finance, of which everybody has been told; then water is merged into roads."""
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    watch.arm()
    directive = county.directive("running", to=[county.water, county.finance], due=date(2026, 12, 18))
    sweep()
    Notice.objects.update(read_at=timezone.now())
    merge(county)
    sweep()
    return directive


def news(person, directive) -> list[tuple]:
    found = Notice.objects.filter(person=person, matter=directive.pk, read_at=None)
    return sorted((one.news, one.duty.step if one.duty else "") for one in found)


def test_the_successors_people_are_told_of_their_new_duties(county, told):
    assert news(county.roads_liaison, told) == [("entry", ""), ("new", "first_reply"), ("new", "report")]


def test_who_was_told_before_hears_of_the_merger_alone(county, told):
    assert news(county.water_liaison, told) == [("entry", "")]
    assert news(county.finance_liaison, told) == [("entry", "")]


def test_a_paper_to_the_old_unit_is_answered_by_the_successor(county, time_machine):
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    directive = county.directive("running", to=[county.water, county.roads], due=date(2026, 11, 24))
    time_machine.move_to("2026-12-01T10:00:00+08:00", tick=False)
    slip = urging.issue(county.officer, duty(directive, "report"), "slip")
    merge(county)
    urging.answer(now(county.roads_liaison), type(slip).objects.get(pk=slip.pk), "正在赶办")
    assert not Duty.objects.filter(step="answer", done_at=None).exists()


def test_a_sharper_paper_follows_the_one_to_the_old_unit(county, time_machine):
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    directive = county.directive("running", to=[county.water, county.roads], due=date(2026, 11, 24))
    time_machine.move_to("2026-12-01T10:00:00+08:00", tick=False)
    slip = urging.issue(county.officer, duty(directive, "report"), "slip")
    merge(county)
    with pytest.raises(Barred):
        urging.issue(county.officer, duty(directive, "report"), "slip")
    letter = urging.issue(county.officer, duty(directive, "report"), "letter")
    slip.refresh_from_db()
    assert (slip.state, letter.assignment.unit) == ("escalated", county.roads)
    assert duty(directive, "answer").assignment == letter.assignment


def test_what_the_old_unit_attached_is_read_on(county, enter):
    directive = county.directive("running", to=[county.finance, county.water, county.roads])
    part = county.part(directive, county.water)
    assignments.reply(county.water_liaison, part, "有图", 10, [keep(picture(), "现场.png")])
    merge(county)
    file = Attachment.objects.get()
    assert enter(now(county.roads_liaison)).get(file.get_absolute_url()).status_code == 200


def test_a_merger_of_many_matters_costs_so_many_queries_each(county, django_assert_max_num_queries):
    for _ in range(3):
        county.directive("running", to=[county.finance, county.water])
    with django_assert_max_num_queries(30 + 3 * 12):
        merge(county)


@pytest.mark.django_db(transaction=True)
def test_signing_while_the_units_are_merged_is_one_after_the_other(county):
    directives = [county.directive("dispatched", to=[county.water, county.finance]) for _ in range(3)]
    asked = [county.part(directive) for directive in reversed(directives)]
    signing = [lambda part=part: assignments.sign(county.water_liaison, part) for part in asked]
    outcomes = together(lambda: merge(county), *signing)
    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    for directive in directives:
        assert parts(directive)["县交通运输局"] == ("lead", "working")
        assert "县交通运输局:sign" not in owed(directive.matter)
    assert whole()


def test_where_no_unit_was_merged_nothing_follows(county):
    directive = county.directive("running")
    lines = directive.matter.entries.count()
    handover.follow(directive.matter)
    assert directive.matter.entries.count() == lines
