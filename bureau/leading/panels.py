"""What pages of other storeys show of the leaders: where they may write, and their handwriting."""

from django.urls import reverse

from bureau.leading.models import Ink
from bureau.matters.access.visibility import actors_seeing
from bureau.matters.actions import in_whose_name
from bureau.org.posts import Post
from instructions.models import Origin


def inks(rounds) -> dict:
    """The handwriting of these rounds by their keys, as leading/parts/ink.html takes it. One query at most."""
    by_hand = {said.pk: said for said in rounds if said.origin == Origin.INK}
    found = Ink.objects.select_related("person", "bulletin").in_bulk(by_hand) if by_hand else {}
    return {key: {"ink": ink, "said": by_hand[key]} for key, ink in found.items()}


def instructing(person, matter) -> list[dict]:
    """「批示」 for each leader as whom the matter is seen, as templates/parts/steps.html takes it."""
    leaders = [actor for actor in actors_seeing(person, matter) if actor.holds(Post.LEADER)]
    return [instruct(leader, f"?matter={matter.pk}") for leader in leaders]


def instruct(leader, on: str) -> dict:
    name = f"&for={leader.pk}" if leader.lent else ""
    return {
        "label": in_whose_name(leader) + "批示",
        "url": reverse("leading:instruct") + on + name,
        "tone": "",
    }
