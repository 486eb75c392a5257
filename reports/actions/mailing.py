"""分发名单: kept, changed, dropped; and a draft addressed by one."""

from django.db import IntegrityError, transaction

from bureau.jobs.barred import Barred
from reports import flow, versions
from reports.kinds import kind
from reports.models import Mailing
from reports.policy import require_desk, takes

WORDS = ("report_to", "send_to", "issue_to")


@transaction.atomic
def keep_mailing(person, mailing: Mailing, readers, units) -> Mailing:
    """A new list, or a changed one. Raises Barred where the name is taken."""
    require_desk(person)
    mailing.version += 1
    try:
        with transaction.atomic():
            mailing.save()
    except IntegrityError as taken:
        mailing.version -= 1
        raise Barred(f"已经有叫“{mailing.name}”的分发名单，请换一个“名称”。") from taken
    mailing.readers.set(readers)
    mailing.units.set(units)
    return mailing


@transaction.atomic
def drop_mailing(person, mailing: Mailing) -> None:
    require_desk(person)
    mailing.delete()


@takes(flow.ADDRESS)
def apply_mailing(actor, bulletin, mailing: Mailing):
    """套用: as far as the kind of the draft has such receivers."""
    fields = kind(bulletin).fields
    if "readers" in fields:
        bulletin.readers.set(mailing.readers.filter(is_active=True))
    if "units" in fields:
        bulletin.units.set(mailing.units.filter(active=True))
    words = {name: getattr(mailing, name) for name in WORDS if name in fields and getattr(mailing, name)}
    entry = flow.take(flow.ADDRESS, bulletin, actor, changes=words, name=mailing.name)
    versions.keep(bulletin, actor, flow.ADDRESS)
    return entry
