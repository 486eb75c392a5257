"""How a leader's word comes into the house: on paper, typed by the leader, told to the secretary, in the leader's hand."""

from bureau.demo import files
from bureau.demo.deputies import in_the_name_of
from bureau.matters.models import Matter, Secrecy
from bureau.org.posts import Function
from instructions import actions
from instructions.models import Origin, Round
from instructions.models.round import PURSUED


def register(scene):
    """By the desk, from paper."""
    tale = scene.tale
    secrecy = Secrecy.SEALED if tale.sealed else Secrecy.NORMAL
    return actions.register(scene.officer, word(scene, Origin.PAPER), about(scene), tale.urgency, secrecy)


def type_(scene):
    return instruct(scene, scene.leader, Origin.TYPED)


def dictate(scene):
    """To the secretary, who enters it at once."""
    leader = in_the_name_of(scene.cast, scene.tale.by, scene.tale.authority)
    return instruct(scene, leader, Origin.TYPED)


def write_by_hand(scene):
    """The picture of what was written; somebody puts it into letters later."""
    return instruct(scene, scene.leader, Origin.INK, [files.keep_ink("手写批示.png")])


PENS = {"paper": register, "typed": type_, "dictated": dictate, "ink": write_by_hand}


def instruct(scene, leader, origin: str, kept=()):
    return actions.instruct(leader, word(scene, origin), about(scene), urgency=scene.tale.urgency, files=kept)


def word(scene, origin: str) -> actions.Word:
    tale, leader = scene.tale, scene.leader
    dated = tale.day if tale.dated is None else tale.dated
    return actions.Word(
        leader_name=leader.name if leader else tale.by,
        leader=leader,
        level=tale.level,
        words=tale.words or Round.UNREAD,
        date=scene.days.day(dated),
        meaning=tale.meaning,
        positive=tale.positive,
        wants_answer=tale.wants_answer and tale.meaning in PURSUED,
        origin=origin,
    )


def about(scene) -> actions.OnPaper:
    """What it was written on; the year of a paper's number is that of its day."""
    tale = scene.tale
    if tale.on:
        matter = Matter.objects.select_related("officer").get(kind=Function.DIRECTIVES, title=tale.on)
        return actions.OnPaper(matter.title, matter=matter)
    return actions.OnPaper(tale.title, tale.number.format(year=scene.days.day(tale.day).year))
