"""What stands in the database after the storm: every acknowledged step once, none by halves, every chain unbroken."""

from collections import Counter

from django.db.models import Count, F, Q

from bureau.chaos.promises import Promise
from bureau.matters.chain import verdicts
from bureau.matters.deadlines import dues
from bureau.matters.models import Assignment, Entry, Matter, Reply
from bureau.matters.parts import steps

ACTED_ON = Matter.objects.filter(entries__isnull=False).distinct()  # those of scene 1 have no timeline


def lost(texts: list[str], signed: list[int]) -> int:
    """Acknowledged replies and signatures that are not there."""
    kept = set(Reply.objects.filter(text__in=texts).values_list("text", flat=True))
    standing = Assignment.objects.filter(pk__in=signed, signed_at__isnull=False).count()
    return len(set(texts) - kept) + len(signed) - standing


def twice() -> int:
    """Replies that were counted twice: each text was sent with one form only."""
    counted = Counter(Reply.objects.values_list("text", flat=True))
    return sum(times - 1 for times in counted.values())


def nothing_halved() -> Promise:
    """A reply without its line or a line without its reply; a part signed for, but not its line or its duty."""
    replied = line_count(steps.REPLY)
    signed = line_count(steps.SIGN)
    parts = Assignment.objects.filter(matter__in=ACTED_ON).annotate(
        replied=Count("replies", distinct=True),
        owing=Count("duties", filter=Q(duties__step=dues.SIGN, duties__done_at__isnull=True), distinct=True),
    )
    halves = 0
    for part in parts:
        has_signed = part.signed_at is not None
        halves += part.replied != replied[part.pk]
        halves += has_signed != signed[part.pk] or has_signed == part.owing
    return Promise("没有办了一半的", f"核对{len(parts)}份交办，不一致{halves}处", not halves)


def line_count(step) -> Counter:
    """Part → how many lines of this step."""
    lines = Entry.objects.filter(step=step.key).values_list("assignment").annotate(times=Count("pk"))
    return Counter(dict(lines))


def chained() -> Promise:
    """Every timeline verifies, and is as long as its cover says."""
    found = list(verdicts(ACTED_ON))
    faults = [fault for verdict in found for fault in verdict.faults]
    lines = sum(verdict.lines for verdict in found)
    longer = ACTED_ON.annotate(lines=Count("entries")).exclude(lines=F("entry_count")).count()
    figures = f"{len(found)}条动态链、{lines:,}条动态，断开{len(faults)}处"
    return Promise("动态链", figures, not (faults or longer))
