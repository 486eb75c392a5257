"""接口 asked for, confirmed, revoked. As with posts (`bureau.org.appointing`) two administrators must agree on what lets somebody
read as another; to take it away needs one. Each act is a line of 审计记录, and told to the person."""

import secrets
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from bureau.interface.models import Client
from bureau.interface.telling import told
from bureau.jobs.barred import Barred
from bureau.org import cipher
from bureau.org.models import Person
from bureau.org.noting import note

PREFIX = "taoxi_"
"""By it a token is known for one wherever it is found."""


@dataclass(frozen=True)
class Handed:
    """What is shown once, to whoever confirms: the token; what signs events, empty where none are sent."""

    client: Client
    token: str
    secret: str


@transaction.atomic
def ask(by: Person, **what: object) -> Client:
    client = Client.objects.create(asked_by=by, **what)
    say(by, client, "提出（待安全管理员确认）")
    return client


@transaction.atomic
def confirm(by: Person, key: int) -> Handed:
    """In force from now on. Raises Barred."""
    client = waiting(key)
    if client.asked_by_id == by.pk:
        raise Barred("提出的人不能自己确认。")
    if not client.person.is_active or client.person.is_administrator:
        raise Barred(f"{client.person.signature}的账号已停用，或者是管理员，接口不能以它办理。")
    token, secret = PREFIX + secrets.token_urlsafe(32), secrets.token_urlsafe(32) if client.url else ""
    client.digest, client.confirmed_by, client.confirmed_at = digest(token), by, timezone.now()
    client.sealed = cipher.seal(secret.encode(), client.about) if secret else None
    client.save()
    say(by, client, "确认并发出凭证")
    return Handed(client, token, secret)


@transaction.atomic
def end(by: Person, key: int) -> Client:
    """撤销, or 不予确认 of what waits: shut out from the next request on. Raises Barred."""
    client = standing(key)
    client.ended_by, client.ended_at = by, timezone.now()
    client.save(update_fields=["ended_by", "ended_at"])
    say(by, client, client.state[0])
    return client


def say(by: Person, client: Client, done: str) -> None:
    """A line that nobody can take back, and a word to whom it concerns."""
    sentence = f"{done}：{words(client)}"
    note(by, sentence, client.person)
    told(client, f"{sentence}。")


def waiting(key: int) -> Client:
    client = standing(key)
    if client.confirmed_at:
        raise Barred(f"“{client}”已经确认过。")
    return client


def standing(key: int) -> Client:
    """Under lock, and not ended yet. Raises Barred."""
    found = Client.objects.select_for_update(of=("self",)).select_related("person__unit")
    client = found.filter(pk=key, ended_at=None).first()
    if client is None:
        raise Barred("这个接口已经撤销，或者不存在。请看过最新情况再办。")
    return client


def words(client: Client) -> str:
    events = f"；推送{client.event_words}到 {client.url}" if client.url else ""
    scopes = client.scope_words or "不读数据"
    return f"接口“{client}”以{client.person.signature}的账号{scopes}，有效期至{client.until}{events}"


def digest(token: str) -> str:
    """What is kept of a token: 256 random bits need no salt."""
    return sha256(token.encode()).hexdigest()


def secret_of(client: Client) -> str:
    """What its events are signed with. Raises cipher.Unreadable."""
    return cipher.unseal(bytes(client.sealed or b""), client.about).decode()
