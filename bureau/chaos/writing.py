"""Scene 2: units sign and reply over HTTP while PostgreSQL is restarted and the web is killed."""

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from random import Random
from threading import Event
from uuid import uuid4

from django.db import connection

from bureau.bench.cast import Cast
from bureau.chaos import papers, whole
from bureau.chaos.house import House
from bureau.chaos.promises import Promise
from bureau.chaos.scale import GAP, Scale
from bureau.chaos.storm import at_random, rage, until
from bureau.chaos.visitor import Answer, NoAnswer, Visitor
from bureau.demo.cast import PASSWORD
from bureau.setup.say import step

RECOVERY = 60  # seconds in which the house must work again


class Liaison:
    """One unit's liaison: logs in, signs, and replies without end. `told` holds the texts that were acknowledged."""

    def __init__(self, house: House, part, username: str, over: Event) -> None:
        self.visitor = Visitor(house.address, over.is_set)
        self.part, self.username, self.over = part, username, over
        self.signed, self.told, self.refused = False, [], Counter()

    def work(self) -> None:
        try:
            self.visitor.log_in(self.username, PASSWORD)
            self.signed = self.take("sign").acknowledges
            while not self.over.is_set():
                self.reply()
        except NoAnswer:
            return

    def reply(self) -> None:
        text = f"正在推进，识别号{uuid4()}。"
        answer = self.take("reply", text=text)
        if answer.acknowledges:
            self.told.append(text)
        else:
            self.refused[answer.status] += 1

    def take(self, step_name: str, **fields) -> Answer:
        """Open the step's page, fill in, send; the same form again where no answer came."""
        path = f"/assignments/{self.part.pk}/{step_name}/"
        return self.visitor.insist(path, self.visitor.insist(path).hidden | fields)


class Writing:
    def __init__(self, house: House, scale: Scale) -> None:
        self.house, self.scale, self.chance, self.over = house, scale, Random(2027), Event()
        self.seconds = GAP * (scale.restarts + scale.web_kills)

    def rage(self) -> None:
        with step(
            f"{self.scale.visitors}个单位在网页上签收、反馈，数据库重启{self.scale.restarts}次，网站被杀{self.scale.web_kills}次"
        ):
            self.liaisons = self.prepare()
            with ThreadPoolExecutor(len(self.liaisons)) as threads:
                working = [threads.submit(liaison.work) for liaison in self.liaisons]
                rage(self.pulls())
                self.over.set()
            for done in working:
                done.result()

    def prepare(self) -> list[Liaison]:
        parts, people = papers.dispatched(self.scale.visitors), Cast().liaisons
        connection.close()
        return [Liaison(self.house, part, people[part.unit_id].username, self.over) for part in parts]

    def pulls(self) -> list:
        ways = cycle([signal.SIGQUIT, signal.SIGINT])
        restart = self.at_work(lambda: self.house.restart_postgres(next(ways)))
        kill = self.at_work(self.house.web.kill_and_start)
        return [
            *at_random(self.chance, self.scale.restarts, self.seconds, restart),
            *at_random(self.chance, self.scale.web_kills, self.seconds, kill),
        ]

    def at_work(self, act: Callable[[], None]) -> Callable[[], None]:
        """Not before steps go through again after the last time: a plug that is out cannot be pulled."""

        def pull():
            before = self.steps
            until(lambda: self.steps > before, RECOVERY, pause=0.1)
            act()

        return pull

    @property
    def steps(self) -> int:
        return sum(len(liaison.told) for liaison in self.liaisons)

    def promises(self) -> Iterator[Promise]:
        told = [text for liaison in self.liaisons for text in liaison.told]
        signed = [liaison.part.pk for liaison in self.liaisons if liaison.signed]
        lost, twice = whole.lost(told, signed), whole.twice()
        answers = sum((liaison.visitor.answers for liaison in self.liaisons), Counter())
        said = "、".join(f"{status} {times}次" for status, times in sorted(answers.items()))
        yield Promise(
            f"网页上办理（数据库重启{self.scale.restarts}次，网站kill -9 {self.scale.web_kills}次）",
            f"得到确认{len(told) + len(signed):,}步，丢失{lost}，重复{twice}；应答：{said}",
            bool(signed) and not (lost or twice),
        )
        yield whole.nothing_halved()
        yield whole.chained()
