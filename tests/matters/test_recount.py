"""重新推算: what a changed calendar and a changed limit do to open deadlines."""

from datetime import date

import pytest
from django.utils import timezone

from bureau.matters import chain
from bureau.matters.deadlines import duties, recount
from bureau.matters.models import Duty, Matter, Reply
from bureau.matters.parts import assignments, replies
from bureau.org.models import Limit, WorkdayException
from directives import actions
from directives.models import Directive

pytestmark = pytest.mark.django_db
HOLIDAY = date(2026, 12, 1)  # a Tuesday


def day_off(day=HOLIDAY, name="县庆"):
    return WorkdayException.objects.create(day=day, working=False, name=name)


def due(matter, step="report", unit=None) -> date:
    found = Duty.objects.filter(matter=matter, step=step, done_at__isnull=True)
    return timezone.localdate((found.get(holder_unit=unit) if unit else found.get()).due_at)


def cover_due(matter) -> date:
    return timezone.localdate(Matter.objects.get(pk=matter.pk).due_at)


@pytest.fixture
def normal(county, friday):
    """15 working days for the result: due on Friday 2026-12-11."""
    return county.directive("running", to=[county.water, county.roads], due=None, urgency="normal").matter


@pytest.fixture
def on_paper(county, friday):
    return county.directive("running", due=date(2026, 12, 11)).matter


def test_nothing_moves_while_nothing_is_changed(normal, on_paper):
    assert list(recount.changes()) == []
    assert recount.run() == recount.Done()


def test_a_new_day_off_moves_what_runs_over_it_and_the_cover_with_it(county, normal):
    day_off()
    assert recount.run() == recount.Done(
        deadlines=2, matters=1
    )  # the result and the co-unit's part; the first answer is due before
    assert (due(normal), due(normal, "part"), cover_due(normal)) == (date(2026, 12, 14),) * 3
    assert due(normal, "first_reply") == date(2026, 11, 27)
    assert timezone.localdate(Duty.objects.get(step="report").original_due_at) == date(2026, 12, 11)


def test_looking_ahead_writes_nothing(normal):
    day_off()
    assert len(list(recount.changes())) == 2
    assert cover_due(normal) == date(2026, 12, 11)


def test_running_it_again_moves_nothing(normal):
    day_off()
    recount.run()
    lines = normal.entries.count()
    assert recount.run() == recount.Done()
    assert normal.entries.count() == lines


def test_what_is_taken_back_moves_back(normal):
    day = day_off()
    recount.run()
    day.delete()
    recount.run()
    assert cover_due(normal) == date(2026, 12, 11)


def test_one_line_names_each_moved_deadline_old_and_new_and_why(normal):
    day_off()
    recount.run()
    line = normal.entries.first()
    assert (line.step, line.audience, line.actor_words) == ("matters.recount", "all", "系统")
    assert line.sentence.startswith("工作日历改动，重新推算时限：")
    assert "办结（县水利局）由2026-12-11改为2026-12-14" in line.sentence
    assert "协办事项办结（县交通运输局）由2026-12-11改为2026-12-14" in line.sentence
    assert {row["step"] for row in line.facts["moved"]} == {"report", "part"}
    assert [verdict.faults for verdict in chain.verdicts(Matter.objects.filter(pk=normal.pk))] == [[]]


def test_the_holder_has_to_be_told_of_the_new_date(normal):
    Duty.objects.update(told_at=timezone.now(), rung=2)
    day_off()
    recount.run()
    assert set(Duty.objects.filter(told_at=None).values_list("step", "rung")) == {("report", 0), ("part", 0)}


def test_what_one_unit_alone_reads_is_told_in_a_line_of_its_own(county, normal):
    part = normal.assignments.get(unit=county.water)
    Limit.objects.filter(step="answer").update(amount=10)
    duties.owe(normal, "answer", at=timezone.now(), unit=county.water, assignment=part)
    day_off()
    recount.run()
    alone, common = normal.entries.filter(step=recount.STEP)
    assert "回复催办文书（县水利局）" in alone.sentence
    assert (alone.audience, alone.assignment) == ("unit", part)
    assert "回复催办文书" not in common.sentence
    assert not normal.entries.filter(pk=alone.pk).readable_by(county.roads_liaison, normal).exists()
    assert normal.entries.filter(pk=common.pk).readable_by(county.roads_liaison, normal).exists()


def test_a_word_that_a_leader_owes_moves_beside_what_the_units_owe(county, normal):
    Limit.objects.filter(step="confirm").update(amount=10)
    duties.owe(normal, "confirm", at=timezone.now(), person=county.vice)
    day_off()
    assert recount.run() == recount.Done(deadlines=3, matters=1)
    alone, common = normal.entries.filter(step=recount.STEP)
    assert f"确认代录（{county.vice}）" in alone.sentence
    assert (alone.audience, alone.assignment) == ("unit", None)
    assert "确认代录" not in common.sentence


def test_rules_edited_again_meanwhile_are_followed_from_then_on(county, normal):
    later, day = county.directive("running", due=None, urgency="normal").matter, day_off()
    assert recount.run(lambda done, total: day.delete() if done == 1 else None).matters == 1
    assert [cover_due(one) for one in (normal, later)] == [date(2026, 12, 14), date(2026, 12, 11)]


def test_how_it_was_reckoned_tells_the_day_off_and_the_move(normal):
    day_off()
    recount.run()
    told = "".join(Duty.objects.get(step="report").how["sentences"])
    assert "12月1日 县庆" in told
    assert "工作日历改动，重新推算：2026-12-11改为2026-12-14。" in told


def test_a_date_from_the_paper_never_moves(on_paper):
    day_off(date(2026, 12, 11))
    Limit.objects.update(amount=1)
    recount.run()
    assert cover_due(on_paper) == date(2026, 12, 11)


def test_a_granted_date_never_moves(county, normal):
    part = normal.assignments.get(role="lead")
    assignments.ask_extension(county.water_liaison, part, "汛期", "已完成六成", date(2026, 12, 25))
    replies.grant_extension(county.director, Reply.objects.get(), date(2026, 12, 25))
    day_off()
    assert recount.run() == recount.Done()
    assert (due(normal), due(normal, "part")) == (date(2026, 12, 25),) * 2


def test_a_changed_limit_recounts_from_the_start_what_was_reckoned_by_it(county, normal):
    other = county.directive("running", due=None, urgency="complex").matter
    Limit.objects.filter(step="report", urgency="normal").update(amount=10)
    recount.run()
    assert (cover_due(normal), due(normal, "part")) == (date(2026, 12, 4),) * 2
    assert cover_due(other) == date(2027, 1, 4)  # the calendar of 2027 is not entered yet: the law says 元旦
    assert normal.entries.first().facts["why"] == "办理时限改动"
    assert "时限 10 个工作日" in Duty.objects.get(matter=normal, step="report").how["sentences"][0]


def test_a_rooms_own_limit_counts_before_the_general_one(normal):
    Limit.objects.create(room="directives", urgency="normal", step="report", amount=5, unit="workdays")
    Limit.objects.create(room="instructions", urgency="normal", step="report", amount=1, unit="workdays")
    recount.run()
    assert cover_due(normal) == date(2026, 11, 27)


def test_a_removed_limit_leaves_what_runs_by_it(normal):
    Limit.objects.filter(step="report").delete()
    assert recount.run() == recount.Done()


def test_stops_are_counted_anew_on_the_changed_calendar(county, normal, friday):
    directive = actions.suspend(county.director, directive_of(normal), "核实").matter
    friday.move_to("2026-12-03T10:00:00+08:00")
    actions.resume(county.director, directive_of(directive))
    assert cover_due(normal) == date(2026, 12, 24)  # nine working days later
    day_off()  # in the middle of the stop: one working day less was lost, one more is off
    recount.run()
    assert cover_due(normal) == date(2026, 12, 24)
    day_off(date(2026, 12, 8))
    recount.run()
    assert cover_due(normal) == date(2026, 12, 25)


def test_what_stands_still_is_recounted_too_and_resumes_from_there(county, normal, friday):
    actions.suspend(county.director, directive_of(normal), "核实")
    day_off()
    recount.run()
    assert cover_due(normal) == date(2026, 12, 14)
    actions.resume(county.director, directive_of(normal))
    assert cover_due(normal) == date(2026, 12, 14)


def test_what_is_done_or_under_review_stays(county, friday):
    matter = county.directive("reviewing", due=None, urgency="normal").matter
    day_off()
    recount.run()
    assert cover_due(matter) == date(2026, 12, 11)
    actions.send_back(county.colleague, directive_of(matter), "缺少材料")
    assert cover_due(matter) == date(2026, 12, 11)


def test_units_that_move_alike_are_told_together(county, friday):
    units = [county.water, county.roads, county.finance, county.horse, county.school]
    matter = county.directive("dispatched", to=units, due=None, urgency="normal").matter
    day_off()
    assert recount.run() == recount.Done(deadlines=5, matters=1)
    assert "等4家）由2026-12-11改为2026-12-14" in matter.entries.first().sentence


def test_more_deadlines_cost_no_more_queries_to_look_at(county, friday, django_assert_num_queries):
    day_off()
    for count in (1, 4):
        for _ in range(count):
            county.directive("running", due=None, urgency="normal")
        recount.Standing()  # the calendar is built once per process
        with django_assert_num_queries(3):
            list(recount.changes())


def test_what_was_done_since_it_was_listed_is_left_alone(county, normal):
    day_off()
    standing = recount.Standing()
    assert len(list(recount.changes(standing=standing))) == 2
    actions.void(county.director, directive_of(normal), "取消")
    lines = Matter.objects.get(pk=normal.pk).entry_count
    assert recount.recount(normal.pk, standing) == 0
    assert (cover_due(normal), normal.entries.count()) == (date(2026, 12, 11), lines)


def test_one_matter_that_fails_stops_no_other(county, normal, monkeypatch):
    other = county.directive("running", due=None, urgency="normal").matter
    sound = recount.timeline.write

    def write(matter, *words, **facts):
        if matter.pk == normal.pk:
            raise ValueError("broken")
        return sound(matter, *words, **facts)

    monkeypatch.setattr(recount.timeline, "write", write)
    day_off()
    assert recount.run() == recount.Done(deadlines=1, matters=1, failed=1)
    assert (cover_due(normal), cover_due(other)) == (date(2026, 12, 11), date(2026, 12, 14))


def directive_of(matter):
    return Directive.objects.select_related("matter").get(pk=matter.pk)
