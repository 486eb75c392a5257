"""Who hears that a paper was laid before them: the leader, and who acts for them as far as that is not sealed."""

from django.utils import timezone

from bureau.notices.alarms import tell
from bureau.notices.models import News
from bureau.org.deputies import deputies_of


def delivered(bulletin, readers, at) -> None:
    """送阅. A leader to whom the house owes a duty for it hears of it by that (`instructions.actions.present`)."""
    for reader in readers:
        about(
            bulletin,
            reader,
            f"{bulletin.number}已送{reader.name}阅示。",
            f"read:{bulletin.pk}:{reader.pk}",
            at,
        )


def ask_to_sign(bulletin, entry) -> None:
    """The county leader who is to sign; asked anew each time it was checked."""
    words = f"一期{bulletin.get_series_display()}等{bulletin.signer.name}签发。"
    about(bulletin, bulletin.signer, words, f"sign:{entry.pk}", entry.at)


def about(bulletin, leader, words: str, key: str, at) -> None:
    """No content: only the series and the number; the page is behind the address, for those who see it."""
    deputies = deputies_of(leader, timezone.localdate(at))
    seeing = [
        one for one in deputies if type(bulletin).objects.visible_to(one).filter(pk=bulletin.pk).exists()
    ]
    url = bulletin.get_absolute_url()
    tell([leader, *seeing], key, news=News.PAPER, words=words, url=url, at=at)
