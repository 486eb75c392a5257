"""登录: what a login remembers of itself, how many there may be at once, and how they are ended."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from axes.helpers import get_cool_off
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from bureau.org import requirements
from bureau.org.models import AdminEntry, Person, SecondFactor, Session
from bureau.org.noting import Kind, note, tell
from bureau.org.whence import address, address_of

SEEN, BEGAN, IDLE, FROM, WITH, FACTOR = "seen", "began", "idle", "from", "with", "factor"
ASKED, TO_ENROL = "asked", "to enrol"  # what FACTOR says while it is still owed
AGENT_LENGTH = 200
LOCKED = "连续输错密码，此账号在这个地址暂时锁定"
SLOWED = "输错密码的次数过多，暂缓登录"


def begin(request: HttpRequest, person: Person) -> None:
    """Right after the password was right. Who has a second factor is asked for it next; who must have one enrols."""
    asked = requirements.of(person)
    now = timezone.now().timestamp()
    request.session.update(
        {
            BEGAN: now,
            SEEN: now,
            IDLE: asked.idle,
            FROM: address_of(request),
            WITH: request.headers.get("User-Agent", "")[:AGENT_LENGTH],
        }
    )
    if SecondFactor.objects.filter(user=person).exists():
        request.session[FACTOR] = ASKED
    elif asked.second_factor:
        request.session[FACTOR] = TO_ENROL
    request.session.save()
    note(person, "登录", person, Kind.LOGIN)
    end_oldest(person, request.session.session_key, asked.at_once)


def refused(request: HttpRequest, username: str) -> None:
    """A wrong password. An account that does not exist is not named: it may be a password, typed in the wrong field."""
    person = Person.objects.filter(username=username).first()
    if getattr(request, "axes_locked_out", False):
        held_up(person, LOCKED)
    else:
        note(None, "密码不对" if person else "账号不存在", person, Kind.FAILURE)


def held_up(person: Person | None, words: str) -> None:
    """Told once while it lasts, and noted once for each address, not with every guess."""
    since = timezone.now() - get_cool_off()
    noted = AdminEntry.objects.filter(kind=Kind.SLOWED, person=person, sentence=words, at__gte=since)
    if person and not noted.exists():
        tell(None, words, person, Kind.SLOWED)
    elif not noted.filter(address=address()).exists():
        note(None, words, person, Kind.SLOWED)


def why_over(session) -> str:
    """Why this login has ended by itself; empty while it lasts. It is seen once a minute, so that a minute is given."""
    now, began, seen = timezone.now().timestamp(), session.get(BEGAN), session.get(SEEN)
    if began is not None and now - began > settings.SESSION_LASTS:
        return "登录已满一天，请重新登录。"
    if (idle := session.get(IDLE)) and seen is not None and now - seen > (idle + 1) * 60:
        return f"{idle}分钟没有操作，已退出，请重新登录。"
    return ""


@dataclass(frozen=True)
class Login:
    """A browser in which somebody is logged in. `key` opens it and stands on no page; `name` says which one."""

    key: str
    began: datetime | None
    seen: datetime | None
    address: str
    agent: str
    here: bool

    @property
    def name(self) -> str:
        return sha256(self.key.encode()).hexdigest()[:16]


def open_logins(person: Person, here: str | None) -> list[Login]:
    """Newest first. `here`: the session that asks."""
    rows = Session.objects.filter(person=person, expire_date__gt=timezone.now())
    found = [as_login(row, here) for row in rows]
    return sorted(found, key=lambda one: one.began or datetime.min.replace(tzinfo=UTC), reverse=True)


def as_login(row: Session, here: str | None) -> Login:
    told = row.get_decoded()
    began, seen = (moment(told.get(name)) for name in (BEGAN, SEEN))
    return Login(
        row.session_key, began, seen, told.get(FROM) or "", told.get(WITH, ""), row.session_key == here
    )


def moment(stamp: int | None) -> datetime | None:
    return datetime.fromtimestamp(stamp, UTC) if stamp else None


def end(person: Person, but: str | None = None) -> int:
    """All of theirs, `but` for one; how many there were."""
    sessions = Session.objects.filter(person=person).exclude(session_key=but or "")
    return sessions.delete()[1].get("org.Session", 0)


def end_oldest(person: Person, here: str, most: int) -> None:
    others = [one for one in open_logins(person, here) if not one.here]
    for one in others[most - 1 :]:
        Session.objects.filter(session_key=one.key).delete()
        note(person, f"同时登录超过{most}处，最早的一处已退出", person, Kind.LOGIN)
