"""关联: one matter points to another, which it quotes as it stands then."""

from bureau.matters.models import Link, Matter
from bureau.org.worktime import local


def link(source: Matter, target: Matter, why: str) -> Link:
    """Once; what was quoted first stays."""
    made, _new = Link.objects.get_or_create(
        source=source, target=target, why=why, defaults={"quoted": as_it_stands(target)}
    )
    return made


def as_it_stands(matter: Matter) -> str:
    """「桃督〔2026〕12号“水库除险加固”，正在办理，办理时限2026-06-30」."""
    due = f"，办理时限{local(matter.due_at):%Y-%m-%d}" if matter.due_at else ""
    named = f"{matter.number or ''}“{matter.title}”"
    return f"{named}，{matter.stage}{due}"[: Link.QUOTED_LENGTH]
