from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.matters import panels
from bureau.matters.access import grants
from bureau.matters.access.visibility import actors_seeing, own_parts, readable_files, reads, reads_duty
from bureau.matters.actions import actions_through
from bureau.matters.counting import burden
from bureau.matters.deadlines.lights import Lights
from bureau.matters.flow import Flow
from bureau.matters.inside.gathering import gathered_at, takes_them
from bureau.matters.inside.shown import of_page
from bureau.matters.known import replies_of
from bureau.matters.models import Assignment, Attachment, Duty, Entry, Link, Matter, Reply, Secrecy
from bureau.matters.parts.steps import ASSIGNMENT, REPLY_FLOW
from bureau.matters.rooms import measured_words, room_of
from bureau.org.actor import Actor
from bureau.org.models import Person, Unit
from bureau.org.posts import Post
from bureau.org.request import Request
from bureau.org.served import unserved


class MatterPage(TemplateView):
    """A matter: cover, units, replies, timeline, files, and what this person may do.

    A room gives `model`, `flow` and its own `template_name`, which extends matters/page.html.
    """

    request: Request
    model: Any
    flow: Flow
    joins: tuple[str, ...] = ("matter__officer__unit",)  # what is read with the record, in its own query
    prefetches: tuple[str | Prefetch, ...] = ()  # and in one more each
    reply_joins: tuple[str, ...] = ()  # what is read with the replies

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        found = self.records(person).select_related(*self.joins)
        record = get_object_or_404(found.prefetch_related(*self.prefetches), pk=self.kwargs["pk"])
        self.record, self.lights = record, Lights()
        matter = record.matter
        fetch(matter, self.reply_joins if room_of(matter.kind).replied else None)
        parts, self.actors = list(matter.assignments.all()), actors_seeing(person, matter)
        for part in parts:
            part.matter = matter
            at_the_desk = [actor for actor in self.actors if actor.sits_at(matter.kind)]
            part.actions = actions_through(ASSIGNMENT, at_the_desk, part)
        entries, sits_here = self.entries(person, matter), person.sits_at(matter.kind)
        to_be_asked = self.to_be_asked(record, parts) if sits_here else []
        actions = self.actions(record, parts)
        return super().get_context_data(
            record=record,
            room=room_of(matter.kind),
            matter=matter,
            light=self.lights.of(matter),
            note=self.lights.note_of(matter),
            parts=parts,
            actions=[*actions, *panels.offered(person, matter)],
            panels=panels.panels(panels.MATTER, person, matter),
            panels_aside=panels.panels(panels.MATTER_ASIDE, person, matter),
            entries=entries,
            inside=any(actor.sits_at(matter.kind) or actor.holds(Post.LEADER) for actor in self.actors),
            files=[file for entry in entries for file in entry.attachments.all()],
            replies=self.replies(person, matter, parts),
            duties=self.duties(person, matter, parts),
            tasks=of_page(self.actors, parts),
            gathering=self.gathering(actions),
            sits_here=sits_here,
            may_grant=grants.may_grant(person, matter),
            burdened=burden.warnings(to_be_asked),
            unserved=unserved([*to_be_asked, *at_work(parts)]) if sits_here else [],
            hidden_from_lead=sits_here and hidden_from_lead(matter, parts),
            links=links(matter, type(matter).objects.visible_to(person)),
            **kwargs,
        )

    def records(self, person: Person) -> QuerySet:
        """Those that this person sees; a room reads with them what hangs on them."""
        return self.model.objects.visible_to(person)

    def to_be_asked(self, record: Any, parts: Sequence[Assignment]) -> list:
        """The units to which the next step would give it out."""
        return [part.unit for part in parts if part.state == Assignment.State.PLANNED]

    def entries(self, person: Person, matter: Matter) -> list[Entry]:
        files = Attachment.objects.filter(readable_files(person)).select_related("entry")
        return list(
            matter.entries.readable_by(person, matter)
            .select_related("assignment", "behalf")
            .prefetch_related(Prefetch("attachments", files))
        )

    def actions(self, record: Any, parts: Sequence[Assignment]) -> list[dict]:
        """On the person's own unit's part, then on the record; in another's name on theirs."""
        answering: dict[Assignment, list[Actor]] = {}
        for actor in self.actors:
            for part in own_parts(actor, parts):
                answering.setdefault(part, []).append(actor)
        own = [actions_through(ASSIGNMENT, who, part) for part, who in answering.items()]
        return [*chain.from_iterable(own), *actions_through(self.flow, self.actors, record)]

    def gathering(self, actions: Sequence[dict]) -> list[dict]:
        """The replies that may be made of what was reported inside the unit, now."""
        steps = [*ASSIGNMENT.offered, *self.flow.offered]
        written = {step.key for step in steps if takes_them(step)}
        offered = [one for one in actions if one["step"] in written and not one["why_not"]]
        return [{"label": one["label"], "url": gathered_at(one["url"])} for one in offered]

    def replies(self, person: Person, matter: Matter, parts: Sequence[Assignment]) -> list[Reply]:
        """What the units answered, newest first, as far as this person reads it; each with its actions."""
        by_part = {part.pk: part for part in parts}
        replies = []
        for reply in sorted(chain.from_iterable(map(replies_of, parts)), key=lambda one: -one.pk):
            reply.assignment = by_part[reply.assignment_id]
            if reads(person, reply, parts):
                reply.actions = actions_through(REPLY_FLOW, self.actors, reply)
                replies.append(reply)
        told = self.measured(replies)
        for reply in replies:
            reply.measured = told.get(reply.pk, "")
        return replies

    def measured(self, replies: Sequence[Reply]) -> dict[int, str]:
        """The numbers that were reported with them, in words, by their keys."""
        return measured_words(self.record.matter, replies)

    def duties(self, person: Person, matter: Matter, parts: Sequence[Assignment]) -> list:
        """What is owed now and by whom, each with its light and its arithmetic, as far as this person reads it."""
        owed = (duty for duty in matter.duties.all() if duty.done_at is None)
        duties = [duty for duty in owed if reads_duty(person, duty, parts)]
        for duty in duties:
            duty.light = "" if duty.stopped_at else self.lights.of_duty(duty)
            duty.note = self.lights.note(duty.due_at)
        return duties


def fetch(matter: Matter, reply_joins: tuple[str, ...] | None) -> None:
    """What hangs on the matter, once for everything that is asked of it (`bureau.matters.known`). No `reply_joins`: its units never
    reply."""
    joins = ("author__unit", "judged_by__unit", "countersigned_by__unit", "proposed")
    replies = Reply.objects.select_related(*joins, *(reply_joins or ()))
    replies = replies.none() if reply_joins is None else replies
    parts = Assignment.objects.select_related("unit__merged_into").prefetch_related(
        Prefetch("replies", replies.prefetch_related("attachments__entry"))
    )
    owed = Duty.objects.select_related("holder_unit", "holder_person__unit")
    prefetch_related_objects([matter], Prefetch("assignments", parts), Prefetch("duties", owed))


def links(matter: Matter, seen: QuerySet[Matter]) -> list[tuple]:
    """(why, other matter): what this one points to, then what points to it, among those that are `seen`."""
    ends = Q(source=matter, target__in=seen) | Q(target=matter, source__in=seen)
    found = list(Link.objects.filter(ends).select_related("source", "target").order_by("pk"))
    out = [(one.get_why_display(), one.target) for one in found if one.source_id == matter.pk]
    return out + [(one.back, one.source) for one in found if one.source_id != matter.pk]


def at_work(parts: Sequence[Assignment]) -> list[Unit]:
    """The units that were given it and are not done with it."""
    ended = (Assignment.State.PLANNED, Assignment.State.DONE, Assignment.State.RELEASED)
    return [part.unit for part in parts if part.open and part.state not in ended]


def hidden_from_lead(matter: Matter, parts: Sequence[Assignment]) -> bool:
    """A sealed matter that nobody of its lead unit was granted: it would be dispatched to people who cannot see it."""
    if matter.secrecy != Secrecy.SEALED:
        return False
    lead = next((part.unit_id for part in parts if part.is_lead), None)
    return (
        lead is not None
        and not matter.grants.filter(user__unit=lead, until__gte=timezone.localdate()).exists()
    )
