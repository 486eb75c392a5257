"""A 专报 on its way to a leader, played by the verbs."""

import time

from reports import actions
from reports.models import Bulletin, Rendering
from reports.rendering import render_issue

PATIENCE = 60  # seconds for a worker that has it in hand


def checked(county, record, signer=None) -> Bulletin:
    """The answer to a leader's word, drafted and checked; `signer`: the county leader who is to sign it."""
    bulletin = actions.draft_answer(county.officer, record.matter)
    if signer:
        Bulletin.objects.filter(pk=bulletin.pk).update(signer=signer)
    actions.submit(county.officer, bulletin)
    actions.check(county.colleague, bulletin)
    return Bulletin.objects.get(pk=bulletin.pk)


def issued(county, record) -> Bulletin:
    """Signed, set and laid before the leader."""
    bulletin = checked(county, record)
    actions.sign(county.director, bulletin)
    return delivered(bulletin)


def delivered(bulletin) -> Bulletin:
    """The press has done its work: here, or in the worker that a journey has running and that took it first."""
    bulletin.refresh_from_db()
    until = time.monotonic() + PATIENCE
    while not render_issue(bulletin.rendering.pk) and waits(bulletin):
        assert time.monotonic() < until
        time.sleep(0.05)
    found = Bulletin.objects.get(pk=bulletin.pk)
    assert found.state == "issued", found.rendering.trouble
    return found


def waits(bulletin) -> bool:
    return Rendering.objects.filter(bulletin=bulletin, state=Rendering.State.WAITING).exists()
