"""Alarms: what the 系统管理员 must know of the house itself. Once per kind and day, and no matter's content."""

from django.db import transaction
from django.utils import timezone

from bureau.notices.models import News, Notice
from bureau.notices.posting import send_out
from bureau.notices.recipients import active
from bureau.org.posts import Post
from bureau.org.worktime import local

LONGEST = 300


def alarm(
    kind: str, words: str, url: str = "", post: str = Post.SYSTEM, outside: bool = True, now=None
) -> None:
    """Tell everybody who holds `post`; again only on another day. `url`: where to look."""
    now = now or timezone.now()
    key = f"{kind}:{local(now):%Y-%m-%d}"
    about = {"news": News.ALARM, "words": words[:LONGEST], "url": url, "urgent": outside, "at": now}
    tell(active().filter(postings__post=post), key, **about)


@transaction.atomic
def tell(people, key: str, **about) -> None:
    """One notice per person and key, and its deliveries. Whoever told the same at the same moment told it."""
    Notice.objects.bulk_create(
        (Notice(person=person, key=key, **about) for person in people), ignore_conflicts=True
    )
    send_out(Notice.objects.filter(key=key, at=about["at"], urgent=True, deliveries__isnull=True))
