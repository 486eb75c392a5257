"""Who asks: the client that bears a token, in the name of its person, so often a minute."""

from django.db.models import Case, F, Value, When
from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import HttpError
from ninja.security import HttpBearer

from bureau.interface.issuing import digest
from bureau.interface.models import Client, Scope
from bureau.matters.access.rights import Rights
from bureau.org.actor import Actor
from bureau.org.models import Person


class Asking(HttpRequest):
    """A request of a client."""

    user: Person
    _cached_user: Person
    auth: Client
    api_client: int


class Bearing(HttpBearer):
    """Sets the request's client and person; the line of the access log names both."""

    def __init__(self, scope: str = "") -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: Asking, token: str) -> Client | None:  # type: ignore[override]
        found = Client.objects.in_force(timezone.localdate()).select_related("person__unit")
        client = found.filter(digest=digest(token)).first()
        if client is None:
            return None
        request.api_client = client.pk
        count(client)
        if self.scope and self.scope not in client.scopes:
            raise HttpError(403, f"这个凭证不能“{Scope(self.scope).label}”，请向督查局系统管理员申请。")
        request.user = request._cached_user = person_of(client)
        return client


def person_of(client: Client) -> Person:
    """In whose name the client asks: by their own posts and grants. What others lent to them is lent to no machine."""
    client.person.rights = Rights(Actor.of(client.person))
    client.person.rights.lent = ()
    return client.person


def count(client: Client) -> None:
    """One request more in this minute. Raises 429 where there were enough."""
    minute = timezone.now().replace(second=0, microsecond=0)
    left = Client.objects.filter(pk=client.pk).exclude(minute=minute, used__gte=client.per_minute)
    used = Case(When(minute=minute, then=F("used") + 1), default=Value(1))
    if not left.update(minute=minute, used=used):
        raise HttpError(429, f"每分钟最多{client.per_minute}次，请在下一分钟再试。")
