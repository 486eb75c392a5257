"""专项督查 that arises from a matter of another room: registered with a source of its own, and linked."""

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import linking
from bureau.matters.beginning import Begun
from bureau.matters.models import Link, Matter
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function, Post
from directives.actions.setting_up import Decision, register, register_source
from directives.models import Source
from directives.policy import require_desk


def begin_from(actor: Actor, begun: Begun) -> Matter:
    """Inside the caller's transaction. Who sits at the desk follows it up; what a bureau leader begins goes to an
    officer. Raises Refused, Barred."""
    require_desk(actor)
    officer = officer_for(actor)
    source = register_source(
        officer,
        kind=Source.Kind.CAMPAIGN,
        title=begun.source,
        date=timezone.localdate(),
    )
    decision = Decision(title=begun.title, lead=begun.unit, due=begun.due, passage=begun.words)
    directive = register(officer, source, 1, decision)
    if begun.arises_from:
        linking.link(directive.matter, begun.arises_from, Link.Why.ARISES)
    return directive.matter


def officer_for(actor: Actor) -> Person:
    """Themself, unless they only lead the bureau."""
    if actor.holds(Post.OFFICER):
        return actor.principal
    officers = Person.objects.filter(is_active=True, postings__post=Post.OFFICER).order_by("pk")
    officer = next((one for one in officers if one.sits_at(Function.DIRECTIVES)), None)
    if officer is None:
        raise Barred("还没有督查员账号，督查事项没有人经办，请先联系系统管理员。")
    return officer
