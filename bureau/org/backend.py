"""The person of a request, with the posts they hold, in one query."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from bureau.org.models import Person, Posting


class PersonBackend(ModelBackend):
    def get_user(self, user_id):
        held = Posting.objects.filter(person=OuterRef("pk")).order_by().values("post")
        person = Person.objects.filter(pk=user_id).annotate(held=ArraySubquery(held)).first()
        if person is None or not self.user_can_authenticate(person):
            return None
        person.posts = frozenset(person.held)
        return person
