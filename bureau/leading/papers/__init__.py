"""What a leader writes on: nothing at all, a matter, or a bulletin.

Each knows what it was when the form was opened (`seen`), says under lock whether it still is (`check`), and hands the
word to the verb that registers it (`take`)."""

from django.shortcuts import get_object_or_404

from bureau.leading.papers.freely import Freely
from bureau.leading.papers.on_bulletin import OnBulletin, issued_to
from bureau.leading.papers.on_matter import OnMatter
from bureau.matters.models import Matter
from bureau.org.keys import key_of

__all__ = ["Freely", "OnBulletin", "OnMatter", "paper_of"]


def paper_of(leader, asked):
    """By the address: `?matter=`, `?bulletin=`, or neither. What the leader does not see is absent."""
    if "bulletin" in asked:
        return OnBulletin(get_object_or_404(issued_to(leader), pk=key_of(asked["bulletin"])))
    if "matter" in asked:
        found = Matter.objects.visible_to(leader).select_related("officer__unit")
        return OnMatter(get_object_or_404(found, pk=key_of(asked["matter"])))
    return Freely()
