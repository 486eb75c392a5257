"""Alarms: what the 系统管理员 must know of the house itself. Once per kind and day, and no matter's content."""

from django.db import transaction
from django.utils import timezone

from bureau.notices.models import News, Notice
from bureau.notices.posting import send_out
from bureau.notices.recipients import active
from bureau.org.posts import Post
from bureau.org.worktime import local

LONGEST = 300


def alarm(kind: str, words: str, url: str = "", post: str = Post.SYSTEM, now=None) -> None:
    """Tell everybody who holds `post`; again only on another day. `url`: where to look."""
    now = now or timezone.now()
    tell(active().filter(postings__post=post), f"{kind}:{local(now):%Y-%m-%d}", words, url, now)


@transaction.atomic
def tell(people, key: str, words: str, url: str, now, news=News.ALARM) -> None:
    """One notice per person and key, and its deliveries. Who told the same at the same moment told it."""
    about = {"news": news, "key": key, "words": words[:LONGEST], "url": url, "urgent": True, "at": now}
    Notice.objects.bulk_create((Notice(person=person, **about) for person in people), ignore_conflicts=True)
    send_out(Notice.objects.filter(key=key, at=now, deliveries__isnull=True))
