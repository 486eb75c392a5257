"""Bulletins through the person: drafts are the desk's own, an issued 通报 goes wide."""

from django.db import models

from bureau.org.posts import Function, Post


class BulletinQuerySet(models.QuerySet):
    def visible_to(self, person):
        """The directives desk sees all but what was discarded; everybody else but the administrators, what is issued."""
        if not person.is_authenticated or person.is_administrator:
            return self.none()
        at_the_desk = Function.DIRECTIVES in person.functions
        seen = self.exclude(state="discarded") if at_the_desk else self.filter(state="issued")
        return seen.select_related("drafted_by", "signed_by", "source", "rendering")

    def to_sign(self, person):
        """What waits for this bureau leader's signature; a drafter never signs their own."""
        if not person.holds(Post.DIRECTOR):
            return self.none()
        return self.filter(state="submitted").exclude(drafted_by=person)
