"""Puts what is long over into the register, before anything else is played: each table once."""

from django.db import transaction

from bureau.demo import clock
from bureau.demo.cast import Cast
from bureau.demo.decided import DecidedScene
from bureau.demo.opening import source_of
from bureau.demo.past import spring, summer, winter
from bureau.demo.past.course import course
from bureau.demo.past.telling import Telling
from bureau.demo.rows.folder import Folder, Keys, copy, go_on_behind
from bureau.matters import registering

PAPERS = (*winter.PAPERS, *spring.PAPERS, *summer.PAPERS)


@transaction.atomic
def write(cast: Cast, days: clock.Days) -> None:
    """Into a database that holds no matter."""
    keys = Keys()
    folders = [told(scene, number, keys) for number, scene in enumerate(scenes(cast, days))]
    registering.enter([folder.matter for folder in folders])
    for folder in folders:
        folder.seal()
    copy(folders)
    go_on_behind()


def scenes(cast: Cast, days: clock.Days) -> list[DecidedScene]:
    return [
        DecidedScene(cast, days, paper, place) for paper in PAPERS for place in range(1, len(paper.tales) + 1)
    ]


def told(scene: DecidedScene, number: int, keys: Keys) -> Folder:
    one = course(scene, number)
    with clock.at(one.at(one.paper + 1)):
        source = source_of(scene)
    return Telling(one, scene.cast, source, keys).told()
