"""巡河单: to whom the river was given."""

from django.utils import timezone

from bureau.matters.rooms import Prints
from bureau.press.typeset.sheets import Notice
from tests.toys.models import Walk


def notice(walk: Walk) -> Notice:
    matter = walk.matter
    return Notice(
        organ="督查局",
        number=matter.number,
        title="巡河单",
        main_to=f"{walk.lead.unit.name}：",
        body="请按时巡河。",
        date=timezone.localdate(matter.opened_at),
        fields=(("河流", matter.title),),
    )


PRINTS = Prints("巡河单", lambda walk: walk.matter.number, notice)
