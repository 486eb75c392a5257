"""What a case makes follow as a directive: linked, and without a word of the case."""

from datetime import date

from accountability.models import Case
from bureau.jobs.barred import Barred
from bureau.matters.beginning import Begun
from bureau.matters.rooms import beginning
from bureau.org.actor import Actor
from bureau.org.models import Unit

ASKED = "请按职责办理，书面报告结果。"


def begin_directive(
    actor: Actor, case: Case, source: str, title: str, unit: Unit, due: date | None = None
) -> None:
    """In the room that can be begun from others. Raises Refused to who may not begin one there, Barred where there is none."""
    room = next(iter(beginning()), None)
    if room is None or room.begins is None:
        raise Barred("没有可以转办的业务。")
    room.begins(actor, Begun(source, title, unit, due, words=ASKED, arises_from=case.matter))
