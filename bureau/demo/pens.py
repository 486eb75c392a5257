"""How a leader's word comes into the house: on paper, typed by the leader, told to the secretary, in the leader's hand;
on a paper from outside, on a matter of this house, or on a 专报 about one."""

from django.core.files.base import ContentFile
from django.utils import timezone

from bureau.demo.deputies import in_the_name_of
from bureau.demo.ink import written
from bureau.demo.said import about, matter_of, word
from bureau.demo.specials import special
from bureau.files import store
from bureau.leading import painting
from bureau.leading.instructing import instruct_on
from bureau.leading.models import Ink
from bureau.matters.models import Secrecy
from instructions import actions
from instructions.models import Origin
from reports import actions as reporting
from reports import leaves

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
    return instruct_on(scene.leader, bulletin, word(scene, Origin.TYPED), urgency=scene.tale.urgency)


def by_hand(scene):
    """On its first page; somebody puts it into letters later."""
    bulletin = read(scene)
    picture = painting.inked(leaves.leaf(leaves.printed(bulletin), 1, leaves.WIDE), WRITTEN)
    kept = store.keep(ContentFile(leaves.png(picture), name=NAME))
    made = instruct_on(
        scene.leader, bulletin, word(scene, Origin.INK), urgency=scene.tale.urgency, files=[kept]
    )
    Ink.objects.create(
        round=made.round,
        person=scene.leader,
        bulletin=bulletin,
        version=bulletin.version,
        sha256=bulletin.rendering.sha256,
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
