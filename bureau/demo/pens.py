"""How a leader's word comes into the house: on paper, typed by the leader, told to the secretary, in the leader's hand;
on a paper from outside, on a matter of this house, or on a 专报 about one."""

from django.core.files.base import ContentFile
from django.utils import timezone

from bureau.demo.deputies import in_the_name_of
from bureau.demo.ink import written
from bureau.demo.specials import special
from bureau.files import store
from bureau.leading import leaves, painting
from bureau.leading.models import Ink
from bureau.matters.models import Matter, Secrecy
from instructions import actions
from instructions.models import PURSUED, Origin, Round
from reports import actions as reporting

WRITTEN = written("五日内查清", left=950, top=2740, size=420)
NAME = "手写批示.png"


def register(scene):
    """By the desk, from paper."""
    tale = scene.tale
    secrecy = Secrecy.SEALED if tale.sealed else Secrecy.NORMAL
    return actions.register(scene.officer, word(scene, Origin.PAPER), about(scene), tale.urgency, secrecy)


def type_(scene):
    return instruct(scene, scene.leader)


def dictate(scene):
    """To the secretary, who enters it at once."""
    return instruct(scene, in_the_name_of(scene.cast, scene.tale.by, scene.tale.authority))


def instruct(scene, leader):
    return actions.instruct(leader, word(scene, Origin.TYPED), about(scene), urgency=scene.tale.urgency)


def on_special(scene):
    """On the 专报 about the matter, as it was laid before the leader."""
    bulletin = read(scene)
    return reporting.instruct_on(
        scene.leader, bulletin, word(scene, Origin.TYPED), urgency=scene.tale.urgency
    )


def by_hand(scene):
    """On its first page; somebody puts it into letters later."""
    bulletin = read(scene)
    page = leaves.printed(bulletin)
    picture = painting.inked(leaves.leaf(page.pdf, 1, leaves.WIDE), WRITTEN)
    kept = store.keep(ContentFile(leaves.png(picture), name=NAME))
    made = reporting.instruct_on(
        scene.leader, bulletin, word(scene, Origin.INK), urgency=scene.tale.urgency, files=[kept]
    )
    Ink.objects.create(
        round=made.round,
        person=scene.leader,
        bulletin=bulletin,
        version=bulletin.version,
        sha256=page.sha256,
        strokes=WRITTEN,
        picture=kept.sha256,
        at=timezone.now(),
    )
    return made


PENS = {
    "paper": register,
    "typed": type_,
    "dictated": dictate,
    "special": on_special,
    "ink": by_hand,
}


def read(scene):
    bulletin = special(matter_of(scene).pk)
    reporting.read(scene.leader, bulletin)
    return bulletin


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
