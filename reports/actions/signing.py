"""Checked, signed and numbered, or sent back."""

from django.db import transaction
from django.utils import timezone

from bureau.matters import cover, numbers
from reports import computed, flow, layouts, tasks, telling
from reports.choosing import refuse_unfit
from reports.kinds import kind
from reports.models import Plate, Rendering
from reports.policy import takes
from reports.untold import refuse_told

ALL_YEARS = 0  # the total count of a series never begins anew
UNCHECKED = {"checked_by": None, "checked_at": None}


@takes(flow.CHECK)
def check(actor, bulletin):
    """核稿通过: on to who signs; a county leader who was chosen for that hears of it."""
    refuse_unfit(bulletin)
    who = bulletin.signer.name if bulletin.signer else "局领导"
    changes = {"checked_by": actor.principal, "checked_at": timezone.now()}
    entry = flow.take(flow.CHECK, bulletin, actor, changes=changes, signer=who)
    if bulletin.signer:
        telling.ask_to_sign(bulletin, entry)
    return entry


@takes(flow.TAKE_BACK_CHECK)
def take_back_check(actor, bulletin):
    """撤回核稿: it waits to be checked again; who was asked to sign is asked no more."""
    telling.ask_no_more_to_sign(bulletin)
    return flow.take(flow.TAKE_BACK_CHECK, bulletin, actor, changes=UNCHECKED)


@takes(flow.SIGN)
def sign(actor, bulletin):
    """签发: the next number of the year and of all years; from here on nothing in it changes."""
    if bulletin.answers_id:
        cover.queue(bulletin.answers)
    refuse_unfit(bulletin)
    refuse_told(bulletin)
    now = timezone.now()
    changes = {**number(bulletin, now), **computed.texts_of(bulletin)}
    for name, value in changes.items():
        setattr(bulletin, name, value)
    entry = flow.take(
        flow.SIGN,
        bulletin,
        actor,
        changes={**changes, "signed_by": actor.principal, "signed_at": now},
        number=bulletin.number,
    )
    ring(Rendering.objects.create(bulletin=bulletin))
    return entry


def number(bulletin, now) -> dict:
    """The next number of its series under its plate, of the year and of all years; of a letter its 文号 too."""
    year, plate, mark = timezone.localdate(now).year, Plate(bulletin.plate), kind(bulletin).mark
    counted = layouts.counter(bulletin.series, bulletin.plate)
    issue_no = numbers.count(counted, year)
    code = numbers.words(plate.number_mark, mark, year, issue_no) if mark else ""
    total_no = numbers.count(counted, ALL_YEARS)
    return {"year": year, "issue_no": issue_no, "total_no": total_no, "code": code}


@takes(flow.SEND_BACK)
def send_back(actor, bulletin, reason):
    """退回修改: what was checked has to be checked again."""
    telling.ask_no_more_to_sign(bulletin)
    return flow.take(flow.SEND_BACK, bulletin, actor, changes=UNCHECKED, reason=reason)


@takes(flow.RENDER_AGAIN)
def render_again(actor, bulletin):
    """重新排版 after a failure whose cause has been mended."""
    rendering = bulletin.rendering
    rendering.state, rendering.trouble = Rendering.State.WAITING, ""
    rendering.save(update_fields=["state", "trouble"])
    ring(rendering)
    return flow.take(flow.RENDER_AGAIN, bulletin, actor)


def ring(rendering) -> None:
    """Tell the worker once this is committed. A lost bell harms nothing: the sweep finds what waits."""
    transaction.on_commit(lambda: tasks.render.apply_async([rendering.pk], retry=False), robust=True)
