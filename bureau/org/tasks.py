"""Celery tasks: chain the audit lines, forget logins that have ended."""

from celery import shared_task

from bureau.org.audit.sealing import AT_ONCE, chain
from bureau.org.sessions import SessionStore


@shared_task
def chain_audit() -> None:
    """What was written since the last minute."""
    while chain() == AT_ONCE:
        pass


@shared_task
def forget_sessions() -> None:
    SessionStore.clear_expired()
