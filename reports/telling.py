"""Who hears that a paper was laid before them: the leader, and who acts for them as far as that is not sealed; the people
of a unit."""

from django.utils import timezone

from bureau.notices.alarms import tell
from bureau.notices.models import News, Notice, is_urgent
from bureau.notices.reading import mark_read
from bureau.notices.recipients import active, deputies_on, with_deputies
from bureau.org.deputies import deputies_of
from bureau.org.models import Urgency
from bureau.org.posts import Post
from bureau.press.typeset.dates import chinese_date


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


def delivered_to_units(bulletin, units, at) -> None:
    """送达单位 that are asked nothing: everybody of the unit who answers for it, and who stands in for them, once."""
    to_units(bulletin, units, f"{bulletin.number}已送达你单位，请签阅。", f"issued:{bulletin.pk}", at)


def asked(bulletin, units, laid_before, at) -> None:
    """Who answers hears of that and of the delivery at once, where it was laid before their unit (`laid_before`), too."""
    by = f"在{chinese_date(bulletin.answer_by)}前书面回复。"
    key, both = f"asked:{bulletin.pk}", [unit for unit in units if unit in laid_before]
    to_units(bulletin, both, f"{bulletin.number}已送达你单位，请签阅，并{by}", key, at)
    alone = [unit for unit in units if unit not in laid_before]
    to_units(bulletin, alone, f"{bulletin.number}要求你单位{by}", key, at)


def hushed(bulletin, person, *keys: str) -> None:
    """What was told of this to others of the person's unit is done with: nobody is urged to what a colleague did."""
    told = Notice.objects.filter(url=bulletin.get_absolute_url(), person__unit=person.unit_id)
    for key in keys:
        mark_read(told.filter(key__startswith=f"{key}:{bulletin.pk}:"))


def to_units(bulletin, units, words: str, key: str, at, news=News.PAPER) -> None:
    """No content: only the number; the page is behind the address. Of a unit that was merged its successor's people."""
    keys = [unit.successor.pk for unit in units]
    people = active().filter(unit__in=keys, postings__post__in=[Post.LIAISON, Post.HEAD]).distinct()
    told = with_deputies(people, deputies_on(timezone.localdate(at)))
    urgent = is_urgent(news, Urgency.NORMAL)
    tell(told, key, news=news, words=words, url=bulletin.get_absolute_url(), urgent=urgent, at=at)


def one(bulletin, person, words: str, key: str, at) -> None:
    tell([person], key, news=News.PAPER, words=words, url=bulletin.get_absolute_url(), at=at)


def ask_to_sign(bulletin, entry) -> None:
    """The county leader who is to sign; asked anew each time it was checked."""
    words = f"一期{bulletin.get_series_display()}等{bulletin.signer.name}签发。"
    about(bulletin, bulletin.signer, words, f"sign:{entry.pk}", entry.at)


def ask_no_more_to_sign(bulletin) -> None:
    """It went back before it was signed: who has not read that it waits does not."""
    mark_read(Notice.objects.filter(url=bulletin.get_absolute_url(), key__startswith="sign:"))


def about(bulletin, leader, words: str, key: str, at) -> None:
    """No content: only the series and the number; the page is behind the address, for those who see it."""
    deputies = deputies_of(leader, timezone.localdate(at))
    seeing = [
        one for one in deputies if type(bulletin).objects.visible_to(one).filter(pk=bulletin.pk).exists()
    ]
    url = bulletin.get_absolute_url()
    tell([leader, *seeing], key, news=News.PAPER, words=words, url=url, at=at)
