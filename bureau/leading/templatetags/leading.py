"""What pages of other storeys show of the leaders: their pen, and their handwriting."""

from django import template
from django.urls import reverse

from bureau.leading.models import Ink
from bureau.matters.access.visibility import eyes
from bureau.matters.actions import in_whose_name
from bureau.org.posts import Post
from instructions.flow import TRANSCRIBE
from instructions.models import Origin

register = template.Library()


@register.simple_tag
def with_ink(rounds) -> list:
    """These rounds, each with its handwriting in `inked`, if it was written by hand here. One query at most."""
    rounds = list(rounds)
    by_hand = [said.pk for said in rounds if said.origin == Origin.INK]
    inks = Ink.objects.select_related("person", "bulletin").in_bulk(by_hand) if by_hand else {}
    for said in rounds:
        said.inked = inks.get(said.pk)
    return rounds


@register.simple_tag
def to_transcribe(step, record) -> list:
    """The round whose handwriting the step puts into letters; none of any other step."""
    return with_ink([record.unread]) if step is TRANSCRIBE and record.unread else []


@register.simple_tag(takes_context=True)
def with_pen(context, actions) -> list[dict]:
    """A matter's actions, and 「批示」 for each leader through whose eyes it is seen."""
    matter = context["matter"]
    leaders = [eye for eye in eyes(context["request"].user, matter) if eye.holds(Post.LEADER)]
    return [*actions, *(pen(leader, f"?matter={matter.pk}") for leader in leaders)]


def pen(leader, on: str) -> dict:
    """As templates/parts/steps.html takes it."""
    name = f"&for={leader.pk}" if leader.lent else ""
    return {
        "label": in_whose_name(leader) + "批示",
        "url": reverse("leading:instruct") + on + name,
        "tone": "",
    }
