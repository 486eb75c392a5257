"""Bulletins through the person: drafts are the desk's own, an issued 通报 goes wide."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from bureau.org.posts import Function, Post


class BulletinQuerySet(models.QuerySet):
    def visible_to(self, person):
        """The directives desk sees all but what was discarded; everybody else but the administrators, what is issued."""
        if not person.is_authenticated or person.is_administrator:
            return self.none()
        at_the_desk = any(Function.DIRECTIVES in one.functions for one in (person, *person.acts_for))
        seen = self.exclude(state="discarded") if at_the_desk else self.filter(state="issued")
        return seen.select_related("drafted_by", "signed_by", "source", "rendering")

    def to_sign(self, person):
        """What waits for this bureau leader's signature, or that of one they stand in for; a drafter never signs
        their own."""
        signers = [one for one in (person, *person.acts_for) if one.holds(Post.DIRECTOR)]
        drafted_by_others = [~Q(drafted_by__in=signer.hands) for signer in signers]
        return self.filter(state="submitted").filter(reduce(or_, drafted_by_others, Q(pk__in=[])))
