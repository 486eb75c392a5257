"""Who hears what was done to their own account: a post, a password, a second factor, a lock, logins that were ended."""

from bureau.notices.alarms import LONGEST, tell
from bureau.notices.appointments import DOUBT
from bureau.notices.models import News
from bureau.notices.recipients import active
from bureau.org.models import AdminEntry


def hear_of_account(entry: AdminEntry) -> None:
    """In the transaction that noted it."""
    who = entry.actor_words if entry.actor_id != entry.person_id else "您的账号"
    words = f"{who}：{entry.sentence}。{DOUBT}"[:LONGEST]
    about = {"news": News.ACCOUNT, "urgent": True, "at": entry.at, "words": words}
    tell(active().filter(pk=entry.person_id), f"account-{entry.pk}", **about)
