"""Turning the cover: phase, stage and the copies that units' lists are read from."""

from django.db.models import F

from bureau.matters.models import Assignment, Matter, Secrecy


def turn(matter, phase: str, stage: str, **changes) -> None:
    """Set phase, stage and `changes` on the cover, bump its version, and keep the assignments' copies."""
    values = {"phase": phase, "stage": stage, **changes}
    Matter.objects.filter(pk=matter.pk).update(**values, version=F("version") + 1)
    for name, value in values.items():
        setattr(matter, name, value)
    matter.version += 1
    Assignment.objects.filter(matter=matter).update(
        open=matter.is_open, sealed=matter.secrecy == Secrecy.SEALED
    )


def lock(pk) -> Matter:
    """The cover under lock: writers on one matter queue here, and read what the one before them left."""
    return Matter.objects.select_for_update().get(pk=pk)


def queue(matter) -> None:
    """Lock the cover as `lock` does, and bring this copy of it up to date."""
    matter.refresh_from_db(from_queryset=Matter.objects.select_for_update())
