"""What every page shows around its own content."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from bureau.desk.watermark import picture
from bureau.matters.rooms import rooms
from bureau.notices.reading import unread_count
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.org.whence import sealed_ones

NOTICES = "notices:list"


def frame(request: Any) -> dict:
    """Context of base.html: the bureau's name, navigation, what stands under the person's name, type size. Made once for all templates of a request."""
    if not hasattr(request, "frame"):
        request.frame = framed(request)
    return request.frame


def framed(request: Any) -> dict:
    person: Any = getattr(request, "user", None)
    inside = person is not None and person.is_authenticated
    return {
        "bureau_name": settings.BUREAU_NAME,
        "version": settings.VERSION,
        "type_size": f"size-{person.type_size}" if inside else "size-a",
        "nav": SimpleLazyObject(lambda: way_of(request)) if inside else [],
        "watermark": SimpleLazyObject(lambda: watermark(request)) if inside else "",
        "personal": list(personal(person)) if inside else [],
    }


def watermark(request: Any) -> str:
    """On what few may see; empty on every other page."""
    return picture(request.user) if sealed_ones(request) else ""


def way_of(request: Any) -> list[dict]:
    """Asked for by pages that show it, alone."""
    return list(navigation(request.user, request.path, getattr(request, "place", "")))


def personal(person: Person) -> Iterator[dict]:
    """What rooms ask of each who works at the bureau, `{label, url}`."""
    if person.of_the_bureau:
        found = (place for room in rooms() for place in room.places if place.personal)
        yield from ({"label": place.label, "url": reverse(place.url_name)} for place in found)


def navigation(person: Person, path: str, place: str = "") -> Iterator[dict]:
    """The places this person works in, each `{label, url, active, count}`. Active is the `place` that the page says, the name of
    an address; else the one that the longest matching address belongs to."""
    places = [(label, [reverse(name) for name in at]) for label, *at in names(person)]
    asked = reverse(place) if place else path
    below = [(url, at[0]) for _label, at in places for url in at if asked.startswith(url)]
    _longest, here = max(below, key=lambda one: len(one[0]), default=("", ""))
    counts = {reverse(NOTICES): unread_count(person)}
    return (
        {"label": label, "url": at[0], "active": at[0] == here, "count": counts.get(at[0])}
        for label, at in places
    )


def names(person: Person) -> Iterator[tuple[str, ...]]:
    """The label of each place, the name of its address, and of others below which one is there."""
    if person.holds(Post.LEADER) and not person.is_administrator:
        yield "批阅", "leading:home"
        yield "我的批示", "leading:mine"
        yield "驾驶舱", "leading:cockpit"
    yield "工作台", "desk:desk" if person.only_leads else "desk:home"
    if person.holds(Post.DIRECTOR):
        yield "全局", "leading:office", "leading:monthly"
        yield "半年工作", "leading:half"
    yield "消息", NOTICES
    if person.holds(Post.SYSTEM):
        yield "系统管理", "admin:index"
    if person.holds(Post.SYSTEM, Post.SECURITY):
        yield "任用确认", "appointments"
        yield "数据接口", "interface:clients"
    if person.holds(Post.SECURITY):
        yield "分管关系", "admin:org_portfolio_changelist"
        yield "登录要求", "requirements"
    if person.holds(Post.AUDIT):
        yield "审计记录", "audit:lines"
        yield "身份查看记录", "vault:lines"
    if person.holds(Post.SYSTEM):
        yield "运行维护", "ops:page"
    if person.is_administrator:
        return
    for room in rooms():
        yield room.label, f"{room.kind}:list"
        sits_here = person.sits_at(room.kind)
        desk = (place for place in room.places if place.of(person, sits_here))
        yield from ((place.label, place.url_name, *place.entries) for place in desk)
    if person.of_the_bureau:
        yield "建议办理", "desk:proposals"
        yield "待发催办", "urging:home"
    yield "催办文书", "urging:list"
    yield "通报与专报", "reports:list"
    if person.holds(Post.DIRECTOR):
        yield "身份查看记录", "vault:lines"
        yield "归档数据包", "interface:package"
