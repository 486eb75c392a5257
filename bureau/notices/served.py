"""Whoever a paper is served on in person hears that it is there: nothing of what it says, nor what it is called."""

from bureau.matters.models import Service
from bureau.notices.alarms import tell
from bureau.notices.models import News
from bureau.notices.recipients import active
from bureau.org.posts import Post

WORDS = "有一份文书送达您，请登录后签收。"


def tell_served(service: Service) -> None:
    """A unit with a part in the matter is told by what it owes."""
    if service.position:
        people = active().filter(pk=service.position.cadre.person_id)
    elif service.unit:
        people = active().filter(unit=service.unit.successor, postings__post=Post.HEAD)
    else:
        return
    url, at = service.get_absolute_url(), service.served_at
    tell(people, f"served:{service.pk}", news=News.PAPER, words=WORDS, url=url, urgent=True, at=at)
