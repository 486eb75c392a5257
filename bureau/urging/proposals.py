"""待发催办: which papers the ladder asks for now. A query each time; nothing is stored before a person decides.

A paper is proposed for a step that a unit owes and is late with, on the highest rung reached (facts §2.4), until one
of that rung was issued for the same step and due time, or the bureau decided against it. A lead whose report was
returned twice has reached the red card, late or not. What waits for review, stands still or has ended asks for nothing.
"""

from django.db.models import Case, Count, Exists, F, IntegerField, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from bureau.matters.access.visibility import seen_by
from bureau.matters.deadlines import dues
from bureau.matters.models import Duty, Phase, Reply
from bureau.notices.ladder import ORDER, PAPERS
from bureau.notices.models import Kind
from bureau.org.served import serving
from bureau.urging.models import Urging, Waiver

MOST_RETURNS = 2
PLACE = IntegerField()


def owed_by_units(person):
    """Open steps that units owe by a date, on running matters at this person's desk."""
    return (
        Duty.objects.open()
        .filter(seen_by(person, to="matter"), matter__kind__in=person.functions, matter__phase=Phase.RUNNING)
        .filter(matter__finished_at__isnull=True, step__in=dues.urged(), due_at__isnull=False)
        .filter(assignment__isnull=False)
        .select_related("matter__officer__unit", "assignment__unit", "holder_unit")
    )


def proposed(person, ladder):
    """Duties for which a paper is proposed, the sharpest first. Each with `reached` and `settled`, places in the
    ladder (`ORDER`): up to `settled` papers were issued or decided against; with `twice`: returned so often; with
    `unserved`: nobody answers for the unit."""
    twice = twice_returned()
    found = owed_by_units(person).filter(Q(due_at__lte=ladder.now) | twice)  # through the index of due times
    found = found.filter(ladder.condition(PAPERS) | twice).annotate(
        reached=reached(ladder, twice),
        settled=Greatest(highest(issued()), highest(waived())),
        twice=Case(When(twice, then=True), default=False),
        unserved=~Exists(serving().filter(unit=OuterRef("assignment__unit"))),
    )
    return found.filter(reached__gt=F("settled")).order_by("-reached", "due_at", "pk")


def reached(ladder, twice: Q) -> Case:
    """The highest paper of the ladder that a duty has reached."""
    rungs = [When(ladder.condition((kind,)), then=ORDER[kind]) for kind in reversed(PAPERS)]
    return Case(When(twice, then=ORDER[Kind.RED]), *rungs, default=0, output_field=PLACE)


def twice_returned() -> Q:
    """A result owed by a lead whose report came back twice, since one was accepted or a red card was issued. Asked
    first and by itself: as a part of the whole it would have every open duty read."""
    accepted = Reply.objects.filter(
        assignment=OuterRef("assignment"),
        kind=Reply.Kind.FINAL,
        state=Reply.State.ACCEPTED,
        pk__gt=OuterRef("pk"),
    )
    carded = Urging.objects.standing().filter(
        assignment=OuterRef("assignment"), kind=Kind.RED, issued_at__gte=OuterRef("judged_at")
    )
    returned = Reply.objects.filter(
        ~Exists(accepted),
        ~Exists(carded),
        assignment__role="lead",
        assignment__open=True,
        kind=Reply.Kind.FINAL,
        state=Reply.State.RETURNED,
        sent_at__isnull=False,
    )
    often = (
        returned.order_by().values("assignment").annotate(times=Count("pk")).filter(times__gte=MOST_RETURNS)
    )
    return Q(step=dues.REPORT, assignment__in=list(often.values_list("assignment", flat=True)))


def issued():
    """Papers for the same step and due time; a report that came back is owed anew, by the same date. What a merged unit
    was urged to do went over to its successor's part, and counts there: the part is asked of the duty."""
    return Urging.objects.standing().filter(
        duty__assignment=OuterRef("assignment"), duty__step=OuterRef("step"), due_at=OuterRef("due_at")
    )


def waived():
    return Waiver.objects.filter(duty=OuterRef("pk"), due_at=OuterRef("due_at"))


def highest(papers):
    """The place in the ladder of the highest of these papers of a duty; 0 for none."""
    place = Case(*(When(kind=kind, then=ORDER[kind]) for kind in PAPERS), output_field=PLACE)
    top = papers.order_by().values("duty__assignment" if papers.model is Urging else "duty")
    return Coalesce(Subquery(top.annotate(top=Max(place)).values("top")), Value(0))


def clues(person):
    """Red cards that helped nothing: their time to answer is over and the step is still owed. Words for a person who
    may hand the matter to accountability; nothing follows by itself."""
    still_owed = Duty.objects.open().filter(
        assignment=OuterRef("duty__assignment"), step=OuterRef("duty__step")
    )
    found = Urging.objects.visible_to(person).standing().with_all()
    return found.filter(
        Exists(still_owed),
        kind=Kind.RED,
        answer_due_at__lt=timezone.now(),
        matter__kind__in=person.functions,
        matter__phase=Phase.RUNNING,
        matter__finished_at__isnull=True,
    ).order_by("answer_due_at")
