"""What other pages say of papers."""

from django import template

from bureau.notices.ladder import Ladder
from bureau.urging.flow import ANSWER
from bureau.urging.lines import lines
from bureau.urging.models import Urging
from bureau.urging.offered import actions_on
from bureau.urging.proposals import proposed
from bureau.urging.tables import TONES

register = template.Library()


@register.inclusion_tag("urging/of_matter.html", takes_context=True)
def papers_of(context, matter):
    """The papers of a matter as far as this person sees them, newest first, with the way to answer, and at the desk
    what is proposed."""
    person, ladder = context["request"].user, Ladder()
    papers = list(Urging.objects.visible_to(person).with_all().filter(matter=matter))
    for paper in papers:
        paper.matter, paper.tone = matter, TONES[paper.kind]
        paper.actions = [one for one in actions_on(person, paper) if one["step"] == ANSWER.key]
    asked = proposed(person, ladder).filter(matter=matter) if person.sits_at(matter.kind) else []
    return {**context.flatten(), "papers": papers, "proposed": lines(person, asked, ladder)}
