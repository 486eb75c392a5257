"""Puts what is long over into the register, before anything else is played: each table once."""

from collections import defaultdict

from django.db import transaction

from bureau.demo import clock
from bureau.demo.cast import Cast
from bureau.demo.decided import DecidedScene
from bureau.demo.opening import source_of
from bureau.demo.past import spring, summer, winter
from bureau.demo.past.course import course
from bureau.demo.past.telling import Telling
from bureau.demo.rows.copying import copy_in, count_on
from bureau.demo.rows.folder import TABLES, Folder, Keys
from bureau.matters import registering
from directives.models import Directive

PAPERS = (*winter.PAPERS, *spring.PAPERS, *summer.PAPERS)


@transaction.atomic
def write(cast: Cast, days: clock.Days) -> None:
    """Into a database that holds no matter."""
    keys = Keys()
    folders = [told(scene, number, keys) for number, scene in enumerate(scenes(cast, days))]
    registering.enter([folder.matter for folder in folders])
    for folder in folders:
        folder.seal()
    rows = defaultdict(list)
    for folder in folders:
        for model, made in folder.rows.items():
            rows[model] += made
    for model in TABLES:
        copy_in(model, rows[model])
    count_on([model for model in TABLES if model is not Directive])


def scenes(cast: Cast, days: clock.Days) -> list[DecidedScene]:
    return [
        DecidedScene(cast, days, paper, place) for paper in PAPERS for place in range(1, len(paper.tales) + 1)
    ]


def told(scene: DecidedScene, number: int, keys: Keys) -> Folder:
    one = course(scene, number)
    with clock.at(one.at(one.paper + 1)):
        source = source_of(scene)
    return Telling(one, scene.cast, source, keys).told()
