"""What followed for the cadre: the grade, and what was proposed and decided because of it. By unit and post, never by name, and to
nobody who does not read cadres."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from django.db.models import F, QuerySet

from appraisal.cadres import states
from appraisal.cadres.marking import IN_EFFECT
from appraisal.cadres.models import Merit, Use
from appraisal.cadres.models.review import Stint
from appraisal.cadres.reading import merits_seen, uses_seen
from appraisal.lineage import RESULT
from bureau.matters import standing
from bureau.matters.lineage.changing import Place
from bureau.matters.lineage.covers import of_paper
from bureau.matters.lineage.nodes import Key, Node, Part, Tie
from bureau.matters.lineage.tellers import Found, Teller
from bureau.matters.models import Matter
from bureau.org.models import Person

MERIT, USE = "merit", "use"
SCORED, CAPPED, FOLLOWS = "计入干部得分", "影响等次", "等次结果运用"


# --- the grade ---------------------------------------------------------------------------------------
def merits(person: Person, keys: Collection[int]) -> Iterator[Node]:
    return map(merit, merits_seen(person).filter(pk__in=keys).prefetch_related("notice__contests"))


def merit(one: Merit) -> Node:
    decided = one.review.state in states.DECIDED
    grade = one.get_grade_display() or (one.apart and f"不定等次：{one.apart}") or ""
    score = f"{one.score}分" if one.score is not None else "未计分"
    return Node(
        key=Key(MERIT, one.pk),
        part=Part.APPRAISE,
        label="干部考核等次",
        title=f"{score}{f'，{grade}' if decided and grade else ''}",
        url=one.get_absolute_url(),
        on=one.review.approved_on,
        who=f"{one}　{one.review.period.words}",
        state=one.review.get_state_display(),
        told=(*one.caps, *approved(one), *of_paper(one.notice)),
    )


def approved(one: Merit) -> Iterator[str]:
    review = one.review
    if review.approved_by and review.approved_on:
        yield f"{review.approved_on:%Y-%m-%d}由{review.approved_by.signature}审定（{review.paper}）"


def causes_of_merits(_person: Person, keys: Collection[int]) -> Iterator[Tie]:
    yield from map(of_stint, Stint.objects.filter(merit__in=keys).select_related("position"))
    yield from capped(Merit.objects.filter(pk__in=keys).select_related("review__period"))


def graded(_person: Person, found: Found) -> Iterator[Tie]:
    """Of the units' results, and of what weighs on the cadres themselves."""
    stints = Stint.objects.filter(appraised__in=found.get(RESULT, ())).order_by("pk")
    yield from map(of_stint, stints.select_related("position"))
    keys = [Key(kind, pk) for kind, all_keys in found.items() for pk in all_keys]
    bearing = standing.bearers(keys)
    of_cadres = Merit.objects.filter(cadre__in=set(bearing.values())).select_related("review__period")
    yield from (tie for tie in capped(of_cadres) if tie.earlier in bearing)


def of_stint(one: Stint) -> Tie:
    quoted = f"任{one.get_part_display()}{one.months}个月"
    return Tie(Key(RESULT, one.appraised_id), Key(MERIT, one.merit_id), SCORED, quoted)


def capped(found: Iterable[Merit]) -> Iterator[Tie]:
    """By the effect periods that ran in theirs."""
    by_period = defaultdict(list)
    for one in found:
        by_period[one.review.period].append(one)
    for period, of_it in by_period.items():
        weights = standing.weights({one.cadre_id for one in of_it}, period.begins_on, period.ends_on)
        for one in of_it:
            for weight in weights.get(one.cadre_id, ()):
                yield Tie(weight.of, Key(MERIT, one.pk), CAPPED, weight.words)


# --- what followed -----------------------------------------------------------------------------------
def uses(person: Person, keys: Collection[int]) -> Iterator[Node]:
    return map(use, uses_seen(person).filter(pk__in=keys))


def use(one: Use) -> Node:
    return Node(
        key=Key(USE, one.pk),
        part=Part.USE,
        label="结果运用",
        number=one.number,
        title=one.get_kind_display(),
        url=one.get_absolute_url(),
        on=one.decided_on or one.sent_on or one.agreed_on,
        who=f"{one.merit}　决定机关：{one.organ}",
        state=one.get_state_display(),
        stands=one.state not in (states.DROPPED, states.NOT_DONE),
        told=tuple(decided(one)),
    )


def decided(one: Use) -> Iterator[str]:
    if one.agreed_by and one.agreed_on:
        yield f"{one.agreed_on:%Y-%m-%d}由{one.agreed_by.signature}审批"
    if one.decided_on:
        yield f"{one.decided_on:%Y-%m-%d}决定：{one.document or one.words}"


def causes_of_uses(_person: Person, keys: Collection[int]) -> Iterator[Tie]:
    return map(following, Use.objects.filter(pk__in=keys))


def used(_person: Person, found: Found) -> Iterator[Tie]:
    return map(following, Use.objects.filter(merit__in=found.get(MERIT, ())).order_by("pk"))


def following(one: Use) -> Tie:
    return Tie(Key(MERIT, one.merit_id), Key(USE, one.pk), FOLLOWS, f"依据等次：{one.get_grade_display()}")


# --- what changes under them --------------------------------------------------------------------------
def quoting(_matter: Matter, of: Key | None, _what: str) -> Iterator[Place]:
    """Grades that were decided while this weighed on the cadre, or by this result of a unit; what was proposed because of this grade
    (`bureau.matters.lineage.changing`)."""
    if of:
        yield from weighed_on(of)
        yield from scored_by(of)
        yield from followed_from(of)


def graded_ones() -> QuerySet[Merit]:
    found = Merit.objects.filter(review__state__in=states.DECIDED).order_by("pk")
    return found.select_related("review__period__matter__officer")


def weighed_on(of: Key) -> Iterator[Place]:
    if cadres := set(standing.bearers([of]).values()):
        for one in graded_ones().filter(cadre__in=cadres):
            if quoted := next((cap for cap in one.caps if cap.startswith(IN_EFFECT)), ""):
                yield Place(Key(MERIT, one.pk), one.matter, quoted)


def scored_by(of: Key) -> Iterator[Place]:
    if of.kind == RESULT:
        found = Stint.objects.filter(appraised=of.pk, merit__in=graded_ones())
        for stint in found.select_related("position", "merit__review__period__matter__officer"):
            yield Place(Key(MERIT, stint.merit_id), stint.merit.matter, of_stint(stint).quoted)


def followed_from(of: Key) -> Iterator[Place]:
    """As long as it is proposed for another grade than the one that holds now."""
    if of.kind == MERIT:
        found = Use.objects.filter(merit=of.pk).exclude(state__in=(states.DROPPED, states.NOT_DONE))
        for one in found.exclude(grade=F("merit__grade")).select_related(
            "merit__review__period__matter__officer"
        ):
            yield Place(Key(USE, one.pk), one.matter, following(one).quoted)


TELLERS = (
    Teller(MERIT, 70, merits, causes_of_merits, graded),
    Teller(USE, 80, uses, causes_of_uses, used),
)
