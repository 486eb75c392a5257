"""What it cost: adjustments with the evidence as it stood, and the unit's result in the period, as its reader may know it."""

from collections.abc import Collection, Iterator

from django.db.models import Q, QuerySet

from appraisal import states
from appraisal.lines import seen_line
from appraisal.models import Adjustment, Appraised
from appraisal.reading import adjustments_seen, parts_seen
from bureau.matters.lineage.changing import Place
from bureau.matters.lineage.covers import of_paper
from bureau.matters.lineage.nodes import Key, Node, Part, Tie
from bureau.matters.lineage.tellers import Found, Teller
from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.org.worktime import local

ADJUSTMENT, RESULT = "adjustment", "result"
COUNTED = (Adjustment.State.CONFIRMED, Adjustment.State.APPROVED)
SHOWN = (*COUNTED, Adjustment.State.REVOKED)
# What an adjustment goes by, beside the matter itself: how its key begins, and of which kind that is in a chain.
OF = {"urging": "urging", "measure": "subject"}
COST, FEEDS = "加减分依据", "计入得分"


# --- 加减分 ------------------------------------------------------------------------------------------
def adjustments(person: Person, keys: Collection[int]) -> Iterator[Node]:
    return map(adjustment, adjustments_seen(person).filter(pk__in=keys, state__in=SHOWN))


def adjustment(one: Adjustment) -> Node:
    return Node(
        key=Key(ADJUSTMENT, one.pk),
        part=Part.APPRAISE,
        label="加减分",
        title=f"{one.rule}：{one.points:+}分",
        url=one.get_absolute_url(),
        on=one.happened_on,
        who=f"{one.appraised}　{one.appraised.period.words}",
        state=one.get_state_display(),
        stands=one.state != Adjustment.State.REVOKED,
        told=tuple(answered(one)),
    )


def answered(one: Adjustment) -> Iterator[str]:
    if one.approved_by and one.approved_at:
        yield f"{local(one.approved_at):%Y-%m-%d}由{one.approved_by.signature}审批"
    if one.objected_at:
        ended = f"已答复（{local(one.answered_at):%Y-%m-%d}）" if one.answered_at else "待答复"
        yield f"{local(one.objected_at):%Y-%m-%d}单位提出异议：{ended}"
    if one.state == Adjustment.State.REVOKED:
        yield f"撤销理由：{one.reason}"


def causes_of_adjustments(_person: Person, keys: Collection[int]) -> Iterator[Tie]:
    for one in Adjustment.objects.filter(pk__in=keys):
        yield from ties_of(one)


def adjusted(_person: Person, found: Found) -> Iterator[Tie]:
    keys = [f"{begins}.{pk}" for begins, kind in OF.items() for pk in found.get(kind, ())]
    rows = Adjustment.objects.filter(Q(source__in=found.get("matter", ())) | Q(key__in=keys))
    for one in rows.filter(state__in=SHOWN).order_by("pk"):
        yield from ties_of(one)


def ties_of(one: Adjustment) -> Iterator[Tie]:
    """By what it was proposed for, and by its matter."""
    here, quoted = Key(ADJUSTMENT, one.pk), one.quoted or one.words
    begins, _, key = one.key.partition(".")
    if begins in OF and key.isdecimal():
        yield Tie(Key(OF[begins], int(key)), here, COST, quoted)
    if one.source_id:
        yield Tie(Key("matter", one.source_id), here, COST, quoted, at_least=True)


# --- the unit's result -------------------------------------------------------------------------------
def results(person: Person, keys: Collection[int]) -> Iterator[Node]:
    return map(result, parts_seen(person).filter(pk__in=keys).prefetch_related("notice__contests"))


def result(one: Appraised) -> Node:
    """With the score that the unit was told; what it would be is told by its page."""
    seen = seen_line(one, above=False)
    score = f"{seen.line.total}分" if seen.line else "得分公示时告知"
    grade = one.get_grade_display() if one.period.state in states.TOLD else ""
    return Node(
        key=Key(RESULT, one.pk),
        part=Part.APPRAISE,
        label="单位考核结果",
        title=f"{score}{f'，{grade}' if grade else ''}",
        url=one.get_absolute_url(),
        on=one.period.published_on,
        who=f"{one}　{one.period.words}",
        state=one.matter.stage,
        told=tuple(of_paper(one.notice)),
    )


def causes_of_results(_person: Person, keys: Collection[int]) -> Iterator[Tie]:
    return map(feeding, Adjustment.objects.filter(appraised__in=keys, state__in=SHOWN).order_by("pk"))


def resulted(_person: Person, found: Found) -> Iterator[Tie]:
    return map(feeding, Adjustment.objects.filter(pk__in=found.get(ADJUSTMENT, ())).order_by("pk"))


def feeding(one: Adjustment) -> Tie:
    return Tie(Key(ADJUSTMENT, one.pk), Key(RESULT, one.appraised_id), FEEDS, f"{one.points:+}分")


# --- what changes under them --------------------------------------------------------------------------
def quoting(matter: Matter, of: Key | None, _what: str) -> Iterator[Place]:
    """The adjustments that count for this matter, or for this one thing of it (`bureau.matters.lineage.changing`)."""
    for one in counted_for(matter, of).select_related("appraised__period__matter__officer"):
        yield Place(Key(ADJUSTMENT, one.pk), one.matter, one.quoted)


def counted_for(matter: Matter, of: Key | None) -> QuerySet[Adjustment]:
    found = Adjustment.objects.filter(source=matter, state__in=COUNTED).order_by("pk")
    keys = [f"{begins}.{of.pk}" for begins, kind in OF.items() if of and kind == of.kind]
    return found.filter(key__in=keys) if of else found


TELLERS = (
    Teller(ADJUSTMENT, 50, adjustments, causes_of_adjustments, adjusted),
    Teller(RESULT, 60, results, causes_of_results, resulted),
)
