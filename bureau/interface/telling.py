"""Who hears that a system asks in somebody's name, and that it does no more: that person and the directors from the first word on,
as of a post that two must agree on; and who is to confirm."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from bureau.interface.models import Client
from bureau.notices.alarms import LONGEST, tell
from bureau.notices.appointments import DOUBT
from bureau.notices.models import News
from bureau.notices.recipients import active
from bureau.org.posts import Post


def told(client: Client, said: str) -> None:
    """In the transaction in which it happened."""
    about = {"news": News.ACCOUNT, "urgent": True, "at": timezone.now()}
    key = f"interface-{client.pk}-{client.state[0]}"
    concerned = Q(pk=client.person_id) | Q(postings__post=Post.DIRECTOR)
    tell(active().filter(concerned).distinct(), key, words=f"{said[: LONGEST - len(DOUBT)]}{DOUBT}", **about)
    if not (client.confirmed_at or client.ended_at):
        url, decide = reverse("interface:clients"), active().filter(postings__post=Post.SECURITY)
        tell(decide, f"{key}-confirm", words=said[:LONGEST], url=url, **about)
