"""An upload is read, compared and kept; what is confirmed of it is done row by row."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from bureau.files.refused import Refused
from bureau.files.store import Kept, open_kept
from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.deadlines.rulebook import same_rules
from bureau.matters.models import Reimport
from bureau.matters.reimport.columns import Columns
from bureau.matters.reimport.comparing import Told, again, compare, waiting, wish_of
from bureau.matters.reimport.reading import Returned, read
from bureau.matters.reimport.taking import Faulty, Moved, follow_refusal, take
from bureau.matters.rooms import room_of
from bureau.org.models import Person

FILE, SYSTEM = "file", "system"  # whose words stand, where both were changed
DONE, KEPT, ALREADY = "done", "kept", "already"


def tell_nobody(_done: int, _total: int) -> None:
    """Of a short one no progress is shown."""


def opened(kept: Kept, kind: str) -> Returned:
    """Raises Refused with what to do about the file."""
    with open_kept(kept.sha256) as stream:
        try:
            return read(stream, kind)
        except Refused:
            raise
        except Exception as fault:  # the library raises many kinds on a damaged package
            raise Refused(f"文件「{kept.name}」已损坏，打不开，请重新另存后再上传。") from fault


def take_in(person: Person, kind: str, kept: Kept, returned: Returned, step: Told = tell_nobody) -> Reimport:
    """Inside the caller's transaction. Raises Barred with what to do about the file."""
    columns = Columns(room_of(kind), person)
    made = Reimport(
        person=person,
        kind=kind,
        file_name=kept.name[:200],
        sha256=kept.sha256,
        maker=returned.base.maker[:200],
        made_at=returned.base.at,
    )
    with same_rules():
        content = compare(columns, returned, step)
    made.content = content
    if not any(waiting(content["rows"])):
        made.ended_at = timezone.now()
    made.save()
    return made


@transaction.atomic
def carry_out(one: Reimport, choices: Mapping[str, str], step: Told = tell_nobody) -> int:
    """What waits, each row by itself; `choices`: of rows that both sides changed, whose words stand. What was changed here once
    more since it was shown waits again. Returns how many were changed."""
    held = Reimport.objects.select_for_update().get(pk=one.pk)
    columns, content = Columns(room_of(held.kind), held.person), held.content
    todo = list(waiting(content["rows"]))
    # All of them first and in the order of their keys: two imports never wait for each other in a circle.
    list(cover.locked().filter(pk__in=[row["pk"] for row in todo]).order_by("pk").values_list("pk"))
    with same_rules():
        for done, row in enumerate(todo):
            step(done, len(todo))
            row.update(taken(columns, row, choices.get(str(row["pk"]), SYSTEM), held.made_at))
    done = sum(row["outcome"] == DONE for row in todo)
    held.content, held.done = content, held.done + done
    held.version += 1
    if not any(waiting(content["rows"])):
        held.ended_at = timezone.now()
    held.save()
    return done


def taken(columns: Columns, row: dict[str, Any], choice: str, since: Any) -> dict[str, Any]:
    """What the row says from now on."""
    wish = wish_of(row, keep=choice != FILE)
    if not wish.changed:
        return {"outcome": KEPT}
    try:
        take(columns, wish, row["seen"])
    except Moved:
        return again(columns, row, since) or {"outcome": ALREADY}
    except Faulty as faulty:
        follow_refusal(columns, faulty)
        return {"faults": [list(fault) for fault in faulty.faults]}
    return {"outcome": DONE}


def drop(one: Reimport) -> None:
    """Nothing of what waits is done. Raises Barred where something of it was."""
    held = Reimport.objects.select_for_update().get(pk=one.pk)
    if held.done:
        raise Barred("其中一部分已经改了，不能再放弃；其余的不用理会即可。")
    held.delete()
