"""Acting for somebody: what is kept, whom four eyes look at, and the leader's own word on it."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from bureau.jobs.barred import Barred
from bureau.matters.access import confirming
from bureau.matters.deadlines import dues
from bureau.matters.models import Behalf, Duty, Entry, Reply, Tiding
from bureau.matters.parts import assignments, replies, steps
from bureau.matters.policy import Refused, may
from bureau.org.deputies import acting
from directives import actions, flow
from tests.county import in_days, person
from tests.deputies import fresh, secretary, stand_in

pytestmark = pytest.mark.django_db


def lend(county, kind: str, principal, deputy):
    """The principal through the deputy, with an authority where one is asked."""
    if kind == "secretary":
        secretary(county, principal, deputy)
    else:
        stand_in(principal, deputy)
    return acting(deputy, principal, "电话指示：同意" if kind == "secretary" else "")


@pytest.fixture
def clerk(county):
    return person("water-clerk", "水利局办事员", county.water, "intake")


@pytest.fixture
def for_leader(county):
    """分管农业副县长 through a secretary of 县政府办."""
    return lend(county, "secretary", county.vice, county.stranger)


def second_plea(county, directive=None) -> Reply:
    directive = directive or county.directive("running", to=[county.water])
    for days in (40, 50):
        part = county.part(directive)
        assignments.ask_extension(county.water_liaison, part, "汛期推迟", "已完成六成", in_days(days))
        plea = Reply.objects.latest("pk")
        if days == 40:
            replies.grant_extension(county.director, plea, in_days(days))
    return plea


@pytest.mark.slow
def test_every_rule_asked_of_a_stand_in_answers_as_of_the_principal(county):
    """All steps of an assignment, a reply and a directive: through a hand that did nothing else, each principal
    may what they may by themself, and no more."""
    directive = county.directive("running", to=[county.water, county.roads])
    part = county.part(directive)
    assignments.reply(county.water_liaison, part, "进展", 10)
    plea = second_plea(county, county.directive("running", to=[county.water]))
    records = [
        (directive, [step for step in vars(flow).values() if getattr(step, "frm", None)]),
        (part, [steps.SIGN, steps.REPLY, steps.FINISH, steps.ASK_EXTENSION, steps.URGE]),
        (Reply.objects.filter(kind="progress").first(), [steps.ACCEPT, steps.SEND_BACK, steps.HAND_BACK]),
        (plea, [steps.GRANT_EXTENSION, steps.REFUSE_EXTENSION]),
    ]
    idle = {
        county.water_liaison: person("idle-water", "水利局乙", county.water, "intake"),
        county.water_head: person("idle-head", "水利局丙", county.water, "intake"),
        county.director: person("idle-bureau", "督查员丙", county.bureau, "officer"),
        county.officer: person("idle-officer", "督查员丁", county.bureau, "officer"),
        county.vice: person("idle-leader", "副县长乙", None, "leader"),
    }
    asked = 0
    for principal, deputy in idle.items():
        stand_in(principal, deputy)
        actor = acting(deputy, principal)
        for record, known in records:
            for step in known:
                if record.state in step.frm:
                    asked += 1
                    assert bool(may(actor, step, record)) == bool(may(fresh(principal), step, record)), (
                        principal,
                        step,
                    )
    assert asked > 50


def test_the_hand_itself_may_no_more_than_before(county, clerk):
    directive = county.directive("dispatched", to=[county.water])
    stand_in(county.water_liaison, clerk)
    with pytest.raises(Refused):
        assignments.sign(fresh(clerk), county.part(directive))


def test_who_answered_for_the_unit_does_not_judge_it_in_a_leaders_name(county):
    """The secretary is at the same time the liaison of a lead unit."""
    secretary(county, county.vice, county.water_liaison)
    plea = second_plea(county)
    with pytest.raises(Refused, match="以外"):
        replies.grant_extension(acting(county.water_liaison, county.vice), plea, in_days(50))
    replies.grant_extension(county.vice, plea, in_days(50))


def test_who_entered_it_in_anothers_name_does_not_judge_it_in_their_own(county):
    """A report entered for the liaison by somebody who later sits at the desk."""
    mover = person("mover", "水利局办事员", county.water, "intake")
    directive = county.directive("running", to=[county.water])
    actions.report(lend(county, "stand_in", county.water_liaison, mover), directive, "已全部完成")
    assert Reply.objects.get().author == county.water_liaison
    mover.postings.update(post="officer")
    with pytest.raises(Refused, match="报送人以外"):
        actions.close(fresh(mover), directive)
    actions.close(county.colleague, directive)


def test_who_drafted_does_not_countersign_in_the_heads_name(county):
    directive = county.directive("running", to=[county.school])
    assignments.reply(county.school_liaison, county.part(directive), "草稿")
    draft = Reply.objects.get()
    head = lend(county, "stand_in", county.school_head, county.school_liaison)
    with pytest.raises(Refused, match="起草人以外"):
        replies.countersign(head, draft)
    replies.countersign(county.school_head, draft)


def test_who_drafted_the_report_does_not_countersign_it_in_the_heads_name(county):
    directive = county.directive("running", to=[county.school])
    actions.draft_report(county.school_liaison, directive, "已全部完成")
    head = lend(county, "stand_in", county.school_head, county.school_liaison)
    with pytest.raises(Refused, match="起草人以外"):
        actions.countersign_report(head, directive)
    actions.countersign_report(county.school_head, directive)


def test_another_hand_of_the_same_principal_is_not_barred(county, clerk):
    """Four eyes look at people, not at the name that two of them lent from one."""
    directive = county.directive("reviewing", to=[county.water])
    other = person("clerk-of-bureau", "督查员丙", county.bureau, "officer")
    actor = lend(county, "stand_in", county.colleague, other)
    actions.close(actor, directive)
    assert Behalf.objects.get().entered_by == other


def test_what_is_entered_for_a_leader_is_kept_and_asked_to_be_confirmed(county, for_leader):
    plea = second_plea(county)
    entry = replies.grant_extension(for_leader, plea, in_days(50), "同意")
    assert entry.actor_words == "分管农业副县长（县人民法院 人民法院联络员代录）"
    assert entry.actor_words in entry.sentence
    kept = Behalf.objects.get()
    assert (kept.entry, kept.principal, kept.entered_by) == (entry, county.vice, county.stranger)
    assert (kept.kind, kept.authority) == ("secretary", "电话指示：同意")
    duty = Duty.objects.get(step=dues.CONFIRM)
    assert (duty.holder_person, duty.assignment, duty.done_at) == (county.vice, None, None)
    assert duty.due_at is not None


def test_a_stand_in_is_not_confirmed(county, clerk):
    directive = county.directive("dispatched", to=[county.water])
    assignments.sign(lend(county, "stand_in", county.water_liaison, clerk), county.part(directive))
    assert Behalf.objects.get().kind == "stand_in"
    assert not Duty.objects.filter(step=dues.CONFIRM).exists()
    assert not confirming.to_confirm(county.water_liaison).exists()


def test_the_leader_confirms_all_at_once_and_owes_nothing_more(county, for_leader):
    for _ in range(2):
        replies.grant_extension(for_leader, second_plea(county), in_days(50))
    keys = [one.pk for one in confirming.to_confirm(county.vice)]
    assert confirming.confirm(county.vice, keys) == 2
    assert not Duty.objects.filter(step=dues.CONFIRM, done_at=None).exists()
    assert Behalf.objects.filter(confirmed_at=None).count() == 0
    assert Entry.objects.filter(step="behalf.confirm").count() == 2
    assert confirming.confirm(county.vice, keys) == 0
    assert Entry.objects.filter(step="behalf.confirm").count() == 2


def test_the_duty_stays_until_the_last_line_of_the_matter_is_answered(county, for_leader):
    directive = county.directive("running", to=[county.water])
    replies.grant_extension(for_leader, second_plea(county, directive), in_days(50))
    part = county.part(directive)
    entry = steps.ASSIGNMENT.take(steps.REPLY, part, for_leader, assignment=part, text="批：抓紧")
    first, second = (one.pk for one in confirming.to_confirm(county.vice).order_by("pk"))
    assert (second, Duty.objects.filter(step=dues.CONFIRM).count()) == (entry.pk, 1)
    confirming.confirm(county.vice, [first])
    assert Duty.objects.get(step=dues.CONFIRM).done_at is None
    confirming.confirm(county.vice, [second])
    assert Duty.objects.get(step=dues.CONFIRM).done_at is not None


def test_two_leaders_are_asked_one_after_the_other(county, for_leader):
    directive = county.directive("running", to=[county.water])
    replies.grant_extension(for_leader, second_plea(county, directive), in_days(50))
    other = lend(county, "secretary", county.magistrate, county.stranger)
    part = county.part(directive)
    steps.ASSIGNMENT.take(steps.REPLY, part, other, assignment=part, text="批：抓紧")
    for leader in (county.vice, county.magistrate):
        assert Duty.objects.get(step=dues.CONFIRM, done_at=None).holder_person == leader
        confirming.confirm(leader, [one.pk for one in confirming.to_confirm(leader)])
    assert not Duty.objects.filter(step=dues.CONFIRM, done_at=None).exists()


def test_an_objection_undoes_nothing_and_is_told(county, for_leader):
    plea = second_plea(county)
    entry = replies.grant_extension(for_leader, plea, in_days(50))
    confirming.dispute(county.vice, entry.pk, "没有同意过延期")
    plea.refresh_from_db()
    assert plea.state == "accepted"
    line = Entry.objects.get(step="behalf.dispute")
    assert (
        line.sentence
        == f"分管农业副县长 对第{entry.seq}条动态（县人民法院 人民法院联络员代录）提出异议：没有同意过延期"
    )
    assert line.audience == "desk"
    assert Tiding.objects.filter(entry=line, told_at=None).exists()
    assert Behalf.objects.get().objection == "没有同意过延期"
    assert not Duty.objects.filter(step=dues.CONFIRM, done_at=None).exists()


@pytest.mark.parametrize("words", ["", "  ", "长" * 1001])
def test_an_objection_needs_words(county, for_leader, words):
    entry = replies.grant_extension(for_leader, second_plea(county), in_days(50))
    with pytest.raises(Barred, match="异议"):
        confirming.dispute(county.vice, entry.pk, words)


def test_what_was_answered_is_not_answered_again(county, for_leader):
    entry = replies.grant_extension(for_leader, second_plea(county), in_days(50))
    confirming.confirm(county.vice, [entry.pk])
    with pytest.raises(Barred, match="答复过"):
        confirming.dispute(county.vice, entry.pk, "不对")


def test_nobody_confirms_for_the_leader(county, for_leader):
    entry = replies.grant_extension(for_leader, second_plea(county), in_days(50))
    for somebody in (county.stranger, county.magistrate, county.director, county.system):
        assert confirming.confirm(fresh(somebody), [entry.pk]) == 0, somebody
    assert Behalf.objects.get().confirmed_at is None


def test_closing_and_suspending_leave_the_leaders_word_open(county, for_leader):
    directive = county.directive("running", to=[county.water])
    replies.grant_extension(for_leader, second_plea(county, directive), in_days(50))
    directive.refresh_from_db()
    actions.suspend(county.director, directive, "等上级文件")
    assert Duty.objects.get(step=dues.CONFIRM).stopped_at is None
    actions.void(county.director, directive, "并入另一件")
    assert Duty.objects.get(step=dues.CONFIRM).done_at is None


def test_the_chain_of_a_timeline_with_hands_verifies(county, for_leader):
    entry = replies.grant_extension(for_leader, second_plea(county), in_days(50))
    confirming.dispute(county.vice, entry.pk, "没有同意过")
    call_command("verify_timeline")


def test_the_names_of_two_with_the_longest_names_fit(county):
    for one, n in ((county.water_liaison, "甲"), (county.water_head, "乙")):
        type(one).objects.filter(pk=one.pk).update(name=n * 40)
    actor = lend(county, "stand_in", fresh(county.water_liaison), fresh(county.water_head))
    directive = county.directive("dispatched", to=[county.water])
    assert "甲" * 40 in assignments.sign(actor, county.part(directive)).actor_words


@pytest.mark.parametrize(
    "broken",
    ["authority = ''", "principal_id = entered_by_id", "confirmed_at = now(), disputed_at = now()"],
)
def test_the_database_refuses_a_line_in_nobodys_name(county, for_leader, broken):
    replies.grant_extension(for_leader, second_plea(county), in_days(50))
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE matters_behalf SET {broken}")
