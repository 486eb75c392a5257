"""Who hears of a post, a secretary or a password that two administrators must agree on: whom it concerns and the director from
the first word on, so that nobody is made or taken over unseen; and who is to decide."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from bureau.notices.alarms import LONGEST, alarm, tell
from bureau.notices.models import News
from bureau.notices.recipients import active
from bureau.org.appointing import WAITING
from bureau.org.posts import Post

DOUBT = "如不知情，请立即告知督查局局领导。"


def hear(row) -> None:
    """In the transaction that asked or decided."""
    if row.is_plain:
        hear_of_plain(row)
        return
    about = {"news": News.ACCOUNT, "urgent": True, "at": timezone.now()}
    said, key = f"{row.get_state_display()}：{row.words}。", f"appointment-{row.pk}-{row.state}"
    concerned = Q(pk__in=[row.person_id, row.principal_id]) | Q(postings__post=Post.DIRECTOR)
    tell(active().filter(concerned).distinct(), key, words=f"{said}{DOUBT}"[:LONGEST], **about)
    others = Post.SECURITY if row.state == WAITING else Post.SYSTEM
    url = reverse("appointments")
    tell(active().filter(postings__post=others), f"{key}-{others}", words=said[:LONGEST], url=url, **about)


def hear_of_plain(row) -> None:
    """Of posts that many have: that some wait, once a day; what became of them, to whom they are for."""
    if row.state == WAITING:
        alarm("appointments", "有新任岗位待确认。", reverse("appointments"), Post.SECURITY, outside=False)
        return
    words = f"{row.get_state_display()}：{row.words}。"[:LONGEST]
    about = {"news": News.ACCOUNT, "urgent": False, "at": timezone.now(), "words": words}
    tell(active().filter(pk=row.person_id), f"appointment-{row.pk}-{row.state}", **about)
