"""What has become of a subject meanwhile: a unit that was merged, somebody who moved, retired or died; and what that means for the case."""

from accountability.models import Subject
from bureau.org.models import Cadre, Position


def changed(subject: Subject) -> str:
    """A sentence for its page; empty where nothing has. No name in it."""
    if subject.position:
        return changed_person(subject.position)
    unit = subject.unit
    if unit.merged_into is None:
        return ""
    into = unit.successor.short
    return f"{unit.short}已于{unit.merged_on:%Y-%m-%d}并入{into}；仍以原单位为对象，文书送达{into}负责人，申辩、申诉由其提出。"


def changed_person(position: Position) -> str:
    cadre = position.cadre
    if cadre.status == Cadre.Status.DEAD:
        return (
            f"本人已于{cadre.ended_on:%Y-%m-%d}去世。请局领导终止对这个对象的办理；已经作出的决定照样留存。"
        )
    if cadre.status != Cadre.Status.SERVING:
        return f"本人已于{cadre.ended_on:%Y-%m-%d}离开：{cadre.get_status_display()}。照常办理、向本人送达。"
    if position.until is None:
        return ""
    held = Position.objects.filter(cadre=cadre, until=None).select_related("unit").order_by("pk")
    now = "、".join(str(one) for one in held)
    return f"本人已于{position.until:%Y-%m-%d}不再任这个职务{f'，现任{now}' if now else ''}；照常办理、向本人送达。"
