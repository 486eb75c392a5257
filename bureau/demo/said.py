"""What a tale says of a leader's word, as the verbs take it: who wrote what, on what."""

from bureau.matters.models import Matter
from instructions import actions
from instructions.models import PURSUED, Round


def matter_of(scene) -> Matter:
    return Matter.objects.select_related("officer").get(title=scene.tale.on)


def word(scene, origin: str) -> actions.Word:
    tale, leader = scene.tale, scene.leader
    return actions.Word(
        leader_name=leader.name if leader else tale.by,
        leader=leader,
        level=tale.level,
        words=tale.words or Round.UNREAD,
        date=scene.days.day(tale.day if tale.dated is None else tale.dated),
        meaning=tale.meaning,
        positive=tale.positive,
        wants_answer=tale.wants_answer and tale.meaning in PURSUED,
        origin=origin,
    )


def about(scene) -> actions.OnPaper:
    """What it was written on; the year of a paper's number is that of its day."""
    tale = scene.tale
    if tale.on:
        return actions.OnPaper(tale.on, matter=matter_of(scene))
    return actions.OnPaper(tale.title, tale.number.format(year=scene.days.day(tale.day).year))
