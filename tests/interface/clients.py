"""The other side of the interface."""

from dataclasses import dataclass
from datetime import timedelta

from django.test import Client as Browser
from django.utils import timezone

from bureau.interface import issuing
from bureau.interface.models import Client, Scope


@dataclass
class Machine:
    client: Client
    token: str
    secret: str = ""

    def get(self, path: str, **query):
        return Browser(headers=self.headers).get(f"/api/v1/{path}", query)

    def send(self, path: str, content):
        told = {"data": content, "content_type": "application/json"}
        return Browser(headers=self.headers).post(f"/api/v1/{path}", **told)

    @property
    def headers(self) -> dict:
        return {"authorization": f"Bearer {self.token}"}


def asked(county, person, *scopes, **words) -> Client:
    words = {
        "name": "县政府OA",
        "until": timezone.localdate() + timedelta(days=30),
        "per_minute": 600,
        "url": "",
        "events": [],
        **words,
    }
    return issuing.ask(county.system, person=person, scopes=list(scopes or Scope.values), **words)


def confirmed(county, person, *scopes, **words) -> issuing.Handed:
    return issuing.confirm(county.security, asked(county, person, *scopes, **words).pk)
