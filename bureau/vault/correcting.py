"""改正身份: what was heard or typed wrongly is put right; what stood before stays, sealed."""

from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.org import cipher
from bureau.org.models import Person
from bureau.vault import marks
from bureau.vault.models import Former, Identity, Line
from bureau.vault.opening import note, opened

SAME = "没有要改的内容：请填写改正后的，或者勾选要删去的。"


@transaction.atomic
def correct(by: Person, identity: Identity, changes: Mapping[str, str], why: str) -> Line:
    """`changes`: by the names of the particulars. Raises Refused for who may not open it, Barred without a reason or where
    nothing would change, Unreadable."""
    identity = Identity.objects.select_for_update(of=("self",)).select_related("matter").get(pk=identity.pk)
    line = note(Line.Kind.CORRECTION, by, identity, why)
    before = opened(identity)
    after = replace(before, **changes)
    if after == before:
        raise Barred(SAME)
    former = Former(identity=identity)
    former.sealed = cipher.seal(before.dumped(), former.about)
    former.save()
    identity.sealed = cipher.seal(after.dumped(), identity.about)
    identity.save(update_fields=["sealed"])
    marks.mark(identity, after)
    return line
