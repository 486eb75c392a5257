"""立案: proposed by one, approved by another; and who keeps out of the case."""

from django.utils import timezone

from accountability import flow
from accountability.actions.registering import require_reason_to_repeat
from accountability.aside import step_aside
from accountability.dues import APPROVE_FILING, INVESTIGATE, JUDGE_CHECK, PROPOSE_FILING
from accountability.models import Avoidance, Case, Ground
from accountability.owing import follow_team, owe_team
from accountability.reading import let_read, tell_leaders
from accountability.unnamed import require_unnamed_in
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person, Regulation
from bureau.org.posts import Post


@takes(flow.PROPOSE_FILING)
def propose_filing(actor: Actor, case: Case, basis: str) -> Entry:
    """提请立案. Raises Barred where nobody is concerned yet, or the same fact was dealt with and it is not said why again."""
    if not case.subjects.exists():
        raise Barred("请先登记问责对象：单位，或者人员的职务。")
    require_reason_to_repeat(case, actor)
    now, matter = timezone.now(), case.matter
    duties.done(matter, JUDGE_CHECK, PROPOSE_FILING, at=now)
    duties.owe(matter, APPROVE_FILING, at=now, post=Regulation.current().cases_approved_by)
    return flow.FLOW.take(
        flow.PROPOSE_FILING,
        case,
        actor,
        at=now,
        changes={"basis": basis, "proposed_by": actor.principal},
        basis=basis,
    )


@takes(flow.TAKE_BACK_FILING)
def take_back_filing(actor: Actor, case: Case) -> Entry:
    """撤回 until it is approved."""
    now = timezone.now()
    duties.drop(case.matter, now, APPROVE_FILING)
    duties.owe(case.matter, PROPOSE_FILING, at=now, person=case.matter.officer)
    return flow.FLOW.take(flow.TAKE_BACK_FILING, case, actor)


@takes(flow.APPROVE_FILING)
def approve_filing(actor: Actor, case: Case, remark: str = "") -> Entry:
    """批准立案: the investigation is owed, at first by the director, who names its people; the leaders in charge are told."""
    now, matter = timezone.now(), case.matter
    duties.done(matter, APPROVE_FILING, at=now)
    owed = owe_team(case, INVESTIGATE, [], now)
    entry = flow.FLOW.take(
        flow.APPROVE_FILING,
        case,
        actor,
        at=now,
        changes={"approved_by": actor.principal, "filed_at": now},
        cover_changes={"due_at": owed.due_at},
        remark=remark,
    )
    let_read(matter, [actor.principal], "审批立案")
    tell_leaders(case)
    return entry


@takes(flow.DECLINE_FILING)
def decline_filing(actor: Actor, case: Case, reason: str) -> Entry:
    """不同意立案: the officer proposes anew, or the director ends it otherwise."""
    now = timezone.now()
    duties.done(case.matter, APPROVE_FILING, at=now)
    duties.owe(case.matter, PROPOSE_FILING, at=now, person=case.matter.officer)
    return flow.FLOW.take(flow.DECLINE_FILING, case, actor, at=now, reason=reason)


@takes(flow.AVOID)
def avoid(actor: Actor, case: Case, person: Person, ground: str, words: str = "") -> Entry:
    """登记回避: from now on they do nothing in the case, and read it no more by a grant. The chief's own is decided a level up, by who
    acts here. Raises Barred."""
    if person.pk in actor.hands:
        raise Barred("本人的回避由别的局领导或者上一级决定。", field="person")
    if not actor.holds(Post.DIRECTOR) and not person.holds(Post.DIRECTOR):
        raise Barred("局领导以外的人，回避由局领导决定。", field="person")
    if person.pk == case.matter.officer_id:
        raise Barred(f"{person.signature}是本案的经办人，请先把本案交接给别人办理。", field="person")
    if case.avoidances.filter(person=person).exists():
        raise Barred(f"{person.signature}已经回避。", field="person")
    require_unnamed_in(case, {"words": "说明"}, words=words)
    Avoidance.objects.create(
        case=case, person=person, ground=ground, words=words, decided_by=actor.principal, at=timezone.now()
    )
    step_aside(case, person)
    follow_team(case, timezone.now())
    return flow.FLOW.take(
        flow.AVOID, case, actor, person=person.signature, ground=Ground(ground).label, words=words
    )
