"""Before words are handed out: do they tell who complained? What they may be let out for all the same, and by whom.

A verb that hands words out, in whatever storey above, calls `require_untold`; a page whose form's words are handed out is
`Untold` (`untold.py`). No sentence here quotes what it found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core import signing
from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.matters.models import Matter
from bureau.org import cipher
from bureau.org.models import Person
from bureau.vault.models import Identity, Line
from bureau.vault.opening import Kept, kept_on, rights_of
from bureau.vault.particulars import LABELS
from bureau.vault.recorded import record

CLEARED = "已核对，不是投诉人信息"
NO_RIGHT = "无权查看"


@dataclass(frozen=True)
class Hit:
    """A text tells who somebody is. `place`: the field, or what the text is called; `digest` stands for what was found in
    which words: other words are looked at anew."""

    place: str
    label: str
    by_chance: bool
    matter: int | None
    digest: str


class Told(Barred):
    """What is handed out would tell who complained. Where all of it may be chance, who has looked may let it out
    (`may_be_cleared`)."""

    def __init__(self, hits: list[Hit]) -> None:
        super().__init__(" ".join(f"“{place}”：{words}" for place, words in sentences(hits).items()))
        self.hits = hits

    @property
    def may_be_cleared(self) -> bool:
        return all(hit.by_chance for hit in self.hits)


def sentences(hits: list[Hit]) -> dict[str, str]:
    """Of each place what it tells."""
    places: dict[str, dict[str, None]] = {}
    for hit in hits:
        places.setdefault(hit.place, {})[hit.label] = None
    return {place: f"文中出现投诉人的{'、'.join(labels)}，请改写。" for place, labels in places.items()}


def hits(kept: Iterable[Kept], texts: Mapping[str, str]) -> list[Hit]:
    """What the texts tell, each by the place that it stands in."""
    found = {
        (place, name, one.matter): one.who.by_chance(name, text)
        for one in kept
        for place, text in texts.items()
        for name in one.who.told_in(text)
    }
    return [
        Hit(place, LABELS[name], by_chance, matter, digest(name, texts[place]))
        for (place, name, matter), by_chance in found.items()
    ]


def digest(name: str, text: str) -> str:
    return cipher.digests(f"{name}\n{text}", "cleared")[0]


def require_untold(matters: Iterable[Matter | int], texts: Mapping[str, str]) -> None:
    """Raises Told where the texts tell of anybody kept on the matters, but for what somebody has let out on its matter."""
    refuse(hits(kept_on(*matters), texts))


def refuse(found: list[Hit]) -> None:
    """Raises Told where anything of it was not let out before, with a line on its matter."""
    if not found:
        return
    lines = Line.objects.filter(kind=Line.Kind.CLEARANCE, digest__in={hit.digest for hit in found})
    cleared = set(lines.values_list("matter", "digest"))
    if left := [hit for hit in found if (hit.matter, hit.digest) not in cleared]:
        raise Told(left)


@transaction.atomic
def note_stopped(person: Person, found: list[Hit]) -> None:
    """拦下: whoever may not open who it is, and typed it, knows by the refusal that it was right. A line on its matter."""
    matters = Matter.objects.in_bulk({hit.matter for hit in found if hit.matter})
    for key, matter in matters.items():
        if not rights_of(person, matter, list(Identity.objects.filter(matter=matter))):
            labels = "、".join(dict.fromkeys(hit.label for hit in found if hit.matter == key))
            why = f"文中出现投诉人的{labels}"
            record(kind=Line.Kind.STOPPED, person=person, matter=matter, right=NO_RIGHT, why=why)


def ticket(person: Person, found: list[Hit]) -> str:
    """What this person may let out, signed."""
    return signing.dumps([[hit.label, hit.matter, hit.digest] for hit in found], salt=salt_of(person))


def from_ticket(person: Person, text: str) -> list[tuple[str, int | None, str]]:
    """Label, matter and digest of what they let out; nothing of a ticket that is not theirs."""
    try:
        return [
            (label, matter, digest) for label, matter, digest in signing.loads(text, salt=salt_of(person))
        ]
    except signing.BadSignature:
        return []


def salt_of(person: Person) -> str:
    return f"words-cleared-by-{person.pk}"


def clear(person: Person, matter: int, label: str, digest: str) -> None:
    """放行, with a line, on the matter that it was kept on."""
    why = f"{CLEARED}：{label}"
    record(kind=Line.Kind.CLEARANCE, person=person, matter_id=matter, why=why, digest=digest)
