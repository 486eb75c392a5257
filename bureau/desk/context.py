"""What every page shows around its own content."""

from django.conf import settings
from django.urls import reverse

from bureau.matters.rooms import rooms
from bureau.notices.reading import unread_count
from bureau.org.posts import Post

NOTICES = "notices:list"


def frame(request) -> dict:
    """Context of base.html: the bureau's name, navigation, type size. Made once for all templates of a request."""
    if not hasattr(request, "frame"):
        request.frame = framed(request)
    return request.frame


def framed(request) -> dict:
    person = getattr(request, "user", None)
    inside = person is not None and person.is_authenticated
    return {
        "bureau_name": settings.BUREAU_NAME,
        "version": settings.VERSION,
        "type_size": f"size-{person.type_size}" if inside else "size-a",
        "nav": list(navigation(person, request.path)) if inside else [],
    }


def navigation(person, path: str):
    """The places this person works in, each `{label, url, active, count}`; the longest matching address is active."""
    places = [(label, reverse(name)) for label, name in names(person)]
    here = max((url for _label, url in places if path.startswith(url)), key=len, default="")
    counts = {reverse(NOTICES): unread_count(person)}
    return (
        {"label": label, "url": url, "active": url == here, "count": counts.get(url)} for label, url in places
    )


def names(person):
    if person.holds(Post.LEADER) and not person.is_administrator:
        yield "批阅", "leading:home"
        yield "我的批示", "leading:mine"
    yield "工作台", "desk:desk" if person.only_leads else "desk:home"
    yield "消息", NOTICES
    if person.holds(Post.SYSTEM):
        yield "系统管理", "admin:index"
    if person.holds(Post.SYSTEM, Post.SECURITY):
        yield "任用确认", "appointments"
    if person.holds(Post.AUDIT):
        yield "管理记录", "audit"
    if person.holds(Post.SYSTEM):
        yield "运行维护", "ops:page"
    if person.is_administrator:
        return
    for room in rooms():
        yield room.label, f"{room.kind}:list"
        if person.sits_at(room.kind):
            yield from ((place.label, place.url_name) for place in room.places)
    if person.of_the_bureau:
        yield "待发催办", "urging:home"
    yield "催办文书", "urging:list"
    yield "通报与专报", "reports:list"
