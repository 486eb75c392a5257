"""确认代录: the leader says of what a secretary entered in their name that it is so, or objects to it.

An objection undoes nothing by itself: it stands on the timeline, and the bureau's leaders are told.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import cover, timeline
from bureau.matters.access import behalf
from bureau.matters.access.visibility import seen_by
from bureau.matters.models import Audience, Behalf, Entry, Tiding
from bureau.org.models import Person

OBJECTION_LENGTH = Behalf.OBJECTION_LENGTH


def to_confirm(person: Person) -> QuerySet[Behalf]:
    """What was entered in this person's name and waits for their word, newest first, as far as they see it."""
    mine = behalf.waiting().filter(principal=person).filter(seen_by(person, to="entry__matter"))
    return mine.select_related("entry__matter", "entered_by__unit").order_by("-pk")


@transaction.atomic
def confirm(person: Person, keys: Iterable[int]) -> int:
    """Confirm these (keys of entries); what was answered before, or is not theirs, is passed over. Returns how many."""
    done = [one for one in under_lock(person, keys) if answer(one, confirmed_at=timezone.now())]
    for one in done:
        words = f"{person.signature} 确认第{one.entry.seq}条动态（{one.entered_by.signature}代录）"
        tell(person, one, "behalf.confirm", words, one.entry.audience)
    return len(done)


@transaction.atomic
def dispute(person: Person, key: int, objection: str) -> Behalf:
    """异议: it was not so. Raises Barred where it was answered before."""
    if not objection.strip() or len(objection) > OBJECTION_LENGTH:
        raise Barred(f"请填写“异议”，说明哪里不符，不超过{OBJECTION_LENGTH}字。")
    found = under_lock(person, [key])
    if not found or not answer(found[0], disputed_at=timezone.now(), objection=objection):
        raise Barred("这一条已经答复过了。请看过最新情况再办。")
    one = found[0]
    words = (
        f"{person.signature} 对第{one.entry.seq}条动态（{one.entered_by.signature}代录）提出异议：{objection}"
    )
    Tiding.objects.create(entry=tell(person, one, "behalf.dispute", words, Audience.DESK))
    return one


def under_lock(person: Person, keys: Iterable[int]) -> list[Behalf]:
    """Those of the keys that wait for this person's own word, their matters locked in the order of their keys."""
    chosen = to_confirm(person).filter(pk__in=keys)
    for matter in sorted(set(chosen.values_list("entry__matter", flat=True))):
        cover.lock(matter)
    return list(chosen.order_by("pk"))


def answer(one: Behalf, **values: object) -> bool:
    """Compare and set: the first answer stands."""
    return behalf.waiting().filter(pk=one.pk).update(**values) == 1


def tell(person: Person, one: Behalf, step: str, words: str, audience: str) -> Entry:
    """The line about it, beside the line it is about; and nothing is owed once all is answered."""
    matter, line = one.entry.matter, one.entry
    behalf.ask_to_confirm(matter, timezone.now())
    return timeline.write(
        matter,
        step,
        words,
        actor=person,
        assignment=line.assignment,
        audience=audience,
        facts={"line": line.seq},
    )
