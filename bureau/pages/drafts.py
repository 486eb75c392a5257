"""What somebody has typed and not yet sent: kept on the server, theirs alone, by the address of the form and by the
sheet: the same form opened twice is two sheets."""

import json
import logging
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.http import QueryDict

from bureau.files.classified import is_marked
from bureau.org import cipher
from bureau.org.models import Person
from bureau.pages.models import Draft

log = logging.getLogger(__name__)
LONGEST = 60_000  # characters kept of one field, as many as the longest of ours takes
MOST_SHEETS = 9  # of one form that are offered to be gone on with
ONLY = UUID(int=0)  # the sheet of a post that names none
MOST = 1_000_000  # characters of a whole form, more than any of ours holds
# What of an address says which form it is: in whose name, on what.
WHICH = ("for", "about", "matter", "bulletin", "leaf")
NOT_TYPED = {"csrfmiddlewaretoken", "writer", "once", "seen", "back", "repeat", "sheet", "draft", "do", "was"}


def form_at(address: str) -> str:
    """What a form is kept under: the path it posts to, in whose name it is filled in, and on what."""
    asked = urlsplit(address)
    query = QueryDict(asked.query)
    which = {name: query[name] for name in WHICH if query.get(name)}
    return asked.path + (f"?{urlencode(which)}" if which else "")


def keep(person: Person, form: str, post: QueryDict, sealed: bool = False) -> bool:
    """Keep the typed fields of a posted form, and the version they were typed on; as cipher text alone if it is `sealed`.
    An empty form leaves no draft, nor does what is marked as classified."""
    values, sheet = typed(post), key_of_sheet(post.get("sheet"))
    if not values or not fits(form, values) or is_marked(*values.values()):
        forget(person, form, sheet)
        return False
    values["seen"] = clean(post.get("seen", ""))
    draft = Draft(person=person, form=form, sheet=sheet)
    kept = closed(draft, values) if sealed else {"values": values, "sealed": None}
    Draft.objects.update_or_create(person=person, form=form, sheet=sheet, defaults=kept)
    return True


def closed(draft: Draft, values: dict[str, str]) -> dict[str, Any]:
    """What the row holds of these words, so that nobody reads them there."""
    words = json.dumps(values, ensure_ascii=False).encode()
    return {"values": {}, "sealed": cipher.seal(words, draft.about)}


def typed(post: QueryDict) -> dict[str, str]:
    names = (name for name in post if name not in NOT_TYPED and not name.endswith("-kept"))
    return {clean(name): clean(words) for name in names if (words := post.get(name, "")).strip()}


def clean(words: str) -> str:
    return words[:LONGEST].replace("\0", "")


def fits(form: str, values: dict) -> bool:
    """No form of ours has such an address, or holds so much."""
    short = len(form) <= Draft.FORM_LENGTH
    return short and sum(len(name) + len(words) for name, words in values.items()) <= MOST


def recall(person: Person, form: str) -> list[Draft]:
    """The sheets of this form that were begun and not sent, the last one first."""
    found = Draft.objects.filter(person=person, form=form).order_by("-at")[:MOST_SHEETS]
    return [draft for draft in found if opens(draft)]


def opens(draft: Draft) -> bool:
    """Whether its words can be had. What was sealed under a key that is gone is as good as not kept."""
    try:
        return bool(draft.typed)
    except cipher.Unreadable:
        log.error("draft %s cannot be opened", draft.pk)
        return False


def forget(person: Person, form: str, sheet: UUID) -> None:
    Draft.objects.filter(person=person, form=form, sheet=sheet).delete()


def key_of_sheet(text: str | None) -> UUID:
    """Which sheet a post or an address names; ONLY for one that names none."""
    try:
        return UUID(text or "")
    except ValueError:
        return ONLY
