"""交接: what somebody has in hand, room by room, and to whom it goes."""

from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bureau.matters import taking_over
from bureau.matters.asks import PersonField
from bureau.matters.models import InnerTask, Matter
from bureau.matters.rooms import room_of
from bureau.matters.taking_over import REASON, at_the_bureau, in_post
from bureau.org.keys import key_of
from bureau.org.models import Person
from bureau.org.posts import DESKS, Function, Post
from bureau.pages.colleagues import POSTS, colleagues
from bureau.pages.form_page import FormPage

SHOWN = 8
STAYS = "没有要交接的事项。"


def who_may_leave() -> QuerySet[Person]:
    """At the bureau, and of units who may be handed inner tasks."""
    posts = [*set().union(*DESKS.values()), *POSTS]
    return Person.objects.filter(postings__post__in=posts).distinct().order_by("pk")


def successors_of(leaver: Person, person: Person, kind: Function) -> QuerySet[Person]:
    """Who sits at that desk; in a unit its people."""
    if not leaver.of_the_bureau:
        return colleagues(person.unit).exclude(pk=leaver.pk)
    return in_post().filter(postings__post__in=DESKS[kind]).exclude(pk=leaver.pk)


def others(person: Person, leaver: Person) -> QuerySet[Person]:
    """Whose work this person may hand over besides."""
    if person.holds(Post.DIRECTOR):
        return at_the_bureau().exclude(pk=leaver.pk)
    theirs = InnerTask.objects.filter(assignment__unit__in=person.own_units, state=InnerTask.State.OPEN)
    people = (
        Person.objects.filter(pk__in=theirs.values("person"))
        if person.answers_for_unit
        else Person.objects.none()
    )
    return people.exclude(pk=leaver.pk).order_by("pk")


class HandOverForm(forms.Form):
    """A successor for each kind of matter that is handed over."""

    reason = REASON.field()

    def __init__(
        self, *args: Any, leaver: Person, person: Person, counts: dict[Function, int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, forms.Field] = {
            kind: PersonField(
                label=f"{room_of(kind).label}（{count}件）接办人",
                queryset=successors_of(leaver, person, kind),
                error_messages={"required": "请选择接办人。"},
            )
            for kind, count in counts.items()
        }
        own = self.fields if leaver.of_the_bureau else {}  # why, is a unit's own affair, and kept nowhere
        self.fields = fields | own

    def successors(self) -> dict[str, Person]:
        return {name: value for name, value in self.cleaned_data.items() if name != "reason"}


class HandOver(FormPage):
    """`?person=`: whose; one's own without it. 404 for who may not."""

    template_name = "matters/hand_over.html"

    def find(self) -> Person:
        asked, person = self.request.GET.get("person", ""), self.request.user
        leaver = get_object_or_404(who_may_leave(), pk=key_of(asked)) if asked else person
        if not taking_over.may_hand_over(person, leaver):
            raise Http404
        return leaver

    @cached_property
    def matters(self) -> dict[str, list[Matter]]:
        found = taking_over.in_hand_of(self.request.user, self.record).order_by("kind", "pk")
        return {kind: list(rows) for kind, rows in groupby(found, key=attrgetter("kind"))}

    def form(self, *posted: Any) -> HandOverForm:
        counts = {Function(kind): len(rows) for kind, rows in self.matters.items()}
        return HandOverForm(*posted, leaver=self.record, person=self.request.user, counts=counts)

    def take(self, form: Any) -> int:
        words = form.cleaned_data.get("reason", "")
        return taking_over.hand_over(self.request.user, self.record, form.successors(), words)

    def tell(self, done: int) -> None:
        messages.success(self.request, f"已交接{done}件，接办人已列入待办。" if done else STAYS)

    def home(self) -> str:
        """The same page; one's own where nothing of theirs is left to hand over."""
        person = self.request.user
        theirs = self.record != person and taking_over.may_hand_over(person, self.record)
        return reverse("matters:hand_over") + (f"?person={self.record.pk}" if theirs else "")

    def context(self, form: Any) -> dict:
        return {
            "leaver": self.record,
            "others": others(self.request.user, self.record),
            "groups": [
                (room_of(kind), rows[:SHOWN], len(rows) - len(rows[:SHOWN]))
                for kind, rows in self.matters.items()
            ],
        }
