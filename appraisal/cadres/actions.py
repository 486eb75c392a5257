"""The verbs of a review of cadres, and of what is proposed because of a grade."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from appraisal.actions.deliberating import Held, require_agreed
from appraisal.cadres import flow, states
from appraisal.cadres.dues import APPROVE_GRADES, APPROVE_USES
from appraisal.cadres.following import usual_uses, without_choice
from appraisal.cadres.lineage import MERIT, USE
from appraisal.cadres.marking import Grade, caps_of, missing, reckon, with_stints
from appraisal.cadres.models import Council, Merit, Review, Use
from appraisal.cadres.posts import enter_roll
from appraisal.cadres.prints import notice, text_of
from appraisal.cadres.served import NOTICE, NOTICES, USES
from appraisal.cadres.weighing import weights
from appraisal.models import Period
from appraisal.owing import leader_in_charge
from bureau.jobs.barred import Barred
from bureau.matters import cover, numbers
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to
from bureau.matters.lineage import changing
from bureau.matters.lineage.nodes import Key
from bureau.matters.models import Entry
from bureau.matters.policy import No, Refused, may, takes
from bureau.matters.service.serving import serve
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.names import said_in_passing
from bureau.org.posts import Post

FEW = 3
Kind = Use.Kind


@dataclass(frozen=True)
class Values:
    """What was entered of one cadre; None where nothing was."""

    vote: Decimal | None
    leaders: Decimal | None
    charge: Decimal | None


def require_nameless(**texts: str) -> None:
    """Raises Barred where one of them says the name of a cadre: they stand where more people read."""
    for field, text in texts.items():
        if text and said_in_passing(text):
            raise Barred("这里不写干部的姓名，请写单位和职务。", field=field)


@bound_to(flow.BEGIN)
@transaction.atomic
def begin(who: Person | Actor, period: Period) -> Review:
    """启动干部考核: whoever led the units in the period, by the register. Raises Refused, Barred."""
    actor = Actor.of(who)
    cover.lock(period.matter.pk)
    if Review.objects.filter(period=period).exists():
        raise Barred("这个考核期的干部考核已经启动。")
    review = Review(period=Period.objects.select_related("matter").get(pk=period.pk))
    verdict = may(actor, flow.BEGIN, review)
    if isinstance(verdict, No):
        raise Refused(verdict.reason)
    review.save()
    count = enter_roll(review)
    if not count:
        raise Barred("干部名册里没有这些单位的班子成员，请先登记任职。")
    reckon(review)
    flow.REVIEW_FLOW.take(flow.BEGIN, review, actor, count=count)
    return review


@takes(flow.ENROL)
def enrol(actor: Actor, review: Review) -> Entry:
    count = enter_roll(review)
    reckon(review)
    stayed = review.merits.count() - count
    more = f"，另有{stayed}名已有通知书或者结果运用建议，仍保留" if stayed else ""
    return flow.REVIEW_FLOW.take(flow.ENROL, review, actor, count=count or "0", more=more)


@takes(flow.ENTER)
def enter(actor: Actor, review: Review, values: Mapping[int, Values]) -> Entry:
    """填写数值 of these merits."""
    found = list(review.merits.filter(pk__in=values))
    changed = [one for one in found if Values(one.vote, one.leaders, one.charge) != values[one.pk]]
    for one in changed:
        one.vote, one.leaders, one.charge = vars(values[one.pk]).values()
    Merit.objects.bulk_update(changed, ["vote", "leaders", "charge"])
    reckon(review)
    return flow.REVIEW_FLOW.take(flow.ENTER, review, actor, count=len(changed) or "0")


@takes(flow.DELIBERATE)
def deliberate(actor: Actor, review: Review, held: Held, grades: Mapping[int, tuple[str, str]]) -> Entry:
    """登记集体研究, and the grades that it decided: key of the merit → (grade, why another one than proposed). Raises Barred."""
    require_agreed(held)
    require_nameless(present=held.present, decided=held.decided, minority=held.minority)
    reckon(review)
    put_grades(review, grades)
    now = timezone.now()
    Council.objects.create(review=review, by=actor.principal, at=now, **vars(held))
    duties.owe(review.matter, APPROVE_GRADES, at=now, person=leader_in_charge())
    return flow.REVIEW_FLOW.take(flow.DELIBERATE, review, actor, at=now, **held.told)


def put_grades(review: Review, grades: Mapping[int, tuple[str, str]]) -> None:
    """Raises Barred where values are missing, a grade differs without a reason, or something keeps one from the first."""
    merits, weighed = list(with_stints(review.merits.filter(apart=""))), weights()
    if lacking := [f"{one}（{'、'.join(gone)}）" for one in merits if (gone := missing(one, weighed))]:
        more = f"等{len(lacking)}名" if len(lacking) > FEW else ""
        raise Barred(f"还缺数值，不能定等：{'；'.join(lacking[:FEW])}{more}。")
    for one in merits:
        grade, reason = grades.get(one.pk, (one.grade or one.proposed_grade, one.grade_reason))
        check_grade(one, grade or one.proposed_grade, reason.strip())
        one.grade, one.grade_reason = grade or one.proposed_grade, reason.strip()
    Merit.objects.bulk_update(merits, ["grade", "grade_reason"])


def check_grade(one: Merit, grade: str, reason: str) -> None:
    """Raises Barred."""
    if not grade:
        raise Barred(f"{one}与他人并列在一等比例的线上，请定等并写明理由。", field=f"grade_{one.pk}")
    if grade != one.proposed_grade and not reason:
        raise Barred(f"{one}的等次与建议不同，请写明理由。", field=f"reason_{one.pk}")
    require_nameless(**{f"reason_{one.pk}": reason})
    if grade == Grade.FIRST and one.caps:
        raise Barred(f"{one}不得评为一等：{one.caps[0]}。", field=f"grade_{one.pk}")


@takes(flow.APPROVE)
def approve(actor: Actor, review: Review, paper: str) -> Entry:
    """审定. What came to weigh on somebody since the meeting is asked once more. Raises Barred."""
    merits = list(with_stints(review.merits.filter(grade=Grade.FIRST)))
    for key, caps in caps_of(review.period, merits).items():
        if caps:
            one = next(merit for merit in merits if merit.pk == key)
            raise Barred(f"{one}现在不得评为一等：{caps[0]}。请退回重新研究。")
    now = timezone.now()
    duties.done(review.matter, APPROVE_GRADES, at=now)
    for one in review.merits.order_by("pk"):  # what was proposed for the grade before this one
        words = f"{review}的等次重新研究以后另行审定（{paper}）"
        changing.upset(review.matter, changing.What.CORRECTED, words, now, of=Key(MERIT, one.pk))
    changes = {"approved_by": actor.principal, "approved_on": timezone.localdate(), "paper": paper}
    return flow.REVIEW_FLOW.take(flow.APPROVE, review, actor, at=now, changes=changes, paper=paper)


@takes(flow.DECLINE)
def decline(actor: Actor, review: Review, reason: str) -> Entry:
    require_nameless(reason=reason)
    duties.done(review.matter, APPROVE_GRADES, at=timezone.now())
    return flow.REVIEW_FLOW.take(flow.DECLINE, review, actor, reason=reason)


@takes(flow.TELL)
def tell(actor: Actor, review: Review) -> Entry:
    """通知本人: everybody whose result was not told yet, or is another one now. Raises PressProblem."""
    count = 0
    for one in review.merits.exclude(grade="").select_related("position__unit", "position__cadre"):
        one.review = review
        result = f"{one.score} {one.grade}"
        if one.told == result:
            continue
        number = numbers.take(NOTICES)
        service = serve(actor, review.matter, NOTICE, one.position, notice(one, number), text_of(one), number)
        Merit.objects.filter(pk=one.pk).update(notice=service, told=result)
        count += 1
    return flow.REVIEW_FLOW.take(flow.TELL, review, actor, count=count or "0")


# --- 结果运用 ---------------------------------------------------------------------------------------
def organ_of(kind: str) -> str:
    """Who decides, by default."""
    county = settings.COUNTY_NAME
    return f"中共{county}委员会" if kind == Kind.PRAISE else f"中共{county}委员会组织部"


@bound_to(flow.PROPOSE_USE)
@transaction.atomic
def propose(
    who: Person | Actor, merit: Merit, kinds: Iterable[str], organ: str = "", reason: str = ""
) -> int:
    """拟定 for one cadre. Raises Refused, Barred."""
    actor = Actor.of(who)
    cover.queue(merit.matter)
    require_nameless(organ=organ, reason=reason)
    made = [put_use(actor, merit, kind, organ, reason) for kind in kinds]
    written(actor, made)
    return len(made)


@transaction.atomic
def propose_usual(who: Person | Actor, review: Review) -> int:
    """按等次拟定: for the cadres of each grade that leaves no choice, to whom nothing was proposed yet. Raises Refused, Barred."""
    actor = Actor.of(who)
    cover.queue(review.matter)
    follows = without_choice()
    free = review.merits.filter(grade__in=follows, uses=None)
    merits = list(free.select_related("review__period__matter", "position__unit", "cadre"))
    made = [put_use(actor, one, follows[one.grade]) for one in merits]
    if not made:
        grades = "、".join(Grade(grade).label for grade in Grade if grade in follows)
        raise Barred(f"没有还没拟定建议的{grades or '干部'}；通常建议不止一种的等次，请逐名选择。")
    written(actor, made)
    return len(made)


def put_use(actor: Actor, merit: Merit, kind: str, organ: str = "", reason: str = "") -> Use:
    """Raises Refused, Barred."""
    if not merit.grade:
        raise Barred(f"{merit}没有等次，不提出结果运用建议。")
    made_for = {"merit": merit, "grade": merit.grade, "kind": kind}
    use = Use(**made_for, organ=organ or organ_of(kind), asked_by=actor.principal)
    verdict = may(actor, flow.PROPOSE_USE, use)
    if isinstance(verdict, No):
        raise Refused(verdict.reason)
    if merit.uses.filter(kind=kind).exclude(state=states.DROPPED).exists():
        raise Barred(f"已经建议过{use.get_kind_display()}。", field="kinds")
    usual = kind in usual_uses()[merit.grade]
    if not usual and not reason:
        raise Barred(
            f"{merit.get_grade_display()}通常不建议{use.get_kind_display()}，请写明理由。", field="reason"
        )
    use.reason = reason or f"{merit.review.period.words}考核{merit.get_grade_display()}"
    use.save()
    return use


def written(actor: Actor, made: list[Use]) -> None:
    """The line of these, and what the bureau's leaders owe now."""
    now, matter = timezone.now(), made[0].matter
    if not matter.duties.filter(step=APPROVE_USES, done_at=None).exists():
        duties.owe(matter, APPROVE_USES, at=now, post=Post.DIRECTOR)
    flow.USE_FLOW.take(flow.PROPOSE_USE, made[0], actor, at=now, count=len(made))


def settle(use: Use) -> None:
    """Once none waits for a leader of the bureau."""
    if not Use.objects.filter(merit__review=use.merit.review_id, state=states.ASKED).exists():
        duties.done(use.matter, APPROVE_USES, at=timezone.now())


@takes(flow.AGREE)
def agree(actor: Actor, use: Use) -> Entry:
    changes = {"agreed_by": actor.principal, "agreed_on": timezone.localdate()}
    entry = flow.USE_FLOW.take(flow.AGREE, use, actor, changes=changes)
    settle(use)
    return entry


@takes(flow.DROP)
def drop(actor: Actor, use: Use, reason: str) -> Entry:
    require_nameless(reason=reason)
    entry = flow.USE_FLOW.take(flow.DROP, use, actor, changes={"words": reason})
    changing.settle_at(Key(USE, use.pk), actor.principal, f"不再提出：{reason}", entry.at)
    settle(use)
    return entry


@takes(flow.SEND_USE)
def send(actor: Actor, use: Use) -> Entry:
    """送决定机关: numbered from now on."""
    number = numbers.take(USES)
    changes = {"number": number, "sent_on": timezone.localdate()}
    return flow.USE_FLOW.take(flow.SEND_USE, use, actor, changes=changes, number=number)


@takes(flow.CLOSE_USE)
def close(actor: Actor, use: Use, came: str, decided_on: date, document: str = "", words: str = "") -> Entry:
    """登记决定: what came of it. Raises Barred."""
    if came == states.DONE and not document.strip():
        raise Barred("采纳的请填写“决定文号”。", field="document")
    if decided_on > timezone.localdate():
        raise Barred("“决定日期”不能晚于今天。", field="decided_on")
    if use.sent_on and decided_on < use.sent_on:
        raise Barred(f"“决定日期”不能早于送出日期（{use.sent_on:%Y-%m-%d}）。", field="decided_on")
    require_nameless(document=document, words=words)
    changes = {"state": came, "document": document.strip(), "decided_on": decided_on, "words": words}
    return flow.USE_FLOW.take(flow.CLOSE_USE, use, actor, changes=changes, number=use.number)
