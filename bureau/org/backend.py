"""The person of a request, with the posts they hold, in one query."""

from django.contrib.auth.backends import ModelBackend

from bureau.org.models import Person
from bureau.org.models.person import posts_of

WITH_POSTS = Person.objects.annotate(held=posts_of("pk")).order_by()  # written once: every request asks


class PersonBackend(ModelBackend):
    def get_user(self, user_id):
        person = WITH_POSTS.filter(pk=user_id).first()
        if person is None or not self.user_can_authenticate(person):
            return None
        person.posts = frozenset(person.held)
        return person
