"""The doors to a clue: beside every matter, every paper of urging, every bulletin, every target of a visit."""

from urllib.parse import urlencode

from django.urls import reverse

from accountability.models import Case
from bureau.matters.models import Matter
from bureau.matters.panels import Noted
from bureau.org.models import Person
from bureau.org.posts import Function


def accounting(person: Person, matter: Matter) -> dict | None:
    """For who works at the bureau; of a case none is made, nor of a visit that goes on unannounced."""
    if matter.kind == Function.ACCOUNTABILITY or matter.team_only or not person.of_the_bureau:
        return None
    return {"matter": matter, "hands_over": not person.sits_at(Function.ACCOUNTABILITY)}


def from_noted(person: Person, noted: Noted) -> dict | None:
    """Likewise, with its number and its words."""
    matter = noted.matter
    if not person.of_the_bureau or (matter and matter.team_only):
        return None
    asks = {"source": noted.source, "number": noted.number, "words": noted.words[: Case.LENGTHS["summary"]]}
    asks |= {"about": str(matter.pk)} if matter else {}
    url = f"{reverse('accountability:new')}?{urlencode(asks)}"
    return {"url": url, "hands_over": not person.sits_at(Function.ACCOUNTABILITY)}
