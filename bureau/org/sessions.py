"""Django's sessions in a table that says whose they are (`SESSION_ENGINE`)."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db

from bureau.org.models import Session


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls):
        return Session

    def create_model_instance(self, data):
        row = super().create_model_instance(data)
        row.person_id = data.get(SESSION_KEY)
        return row
