"""Scene 1: duties fall due while workers are killed, two beats ring, and Redis is wiped and stays away."""

import time
from collections import Counter
from collections.abc import Iterator
from random import Random

from django.db import connection
from django.db.models import F

from bureau.chaos import owing
from bureau.chaos.house import House
from bureau.chaos.programs import READY
from bureau.chaos.promises import Promise
from bureau.chaos.scale import PACE, Scale
from bureau.chaos.storm import Pull, after, at_random, rage, until
from bureau.chaos.visitor import Visitor
from bureau.notices.models import Delivery
from bureau.notices.outbox import LEASE
from bureau.setup.say import step

RECOVERY = 90  # seconds for the web to open a page
PATIENCE = 600  # seconds for what is left when the storm is over
State = Delivery.State


class Reminders:
    def __init__(self, house: House, scale: Scale) -> None:
        self.house, self.scale, self.chance = house, scale, Random(2026)
        self.seconds = scale.kills * PACE + scale.away
        self.killed = Counter()

    def begin(self) -> None:
        with step(f"{self.scale.duties:,}项待办将在{self.seconds:.0f}秒内先后到期"):
            owing.prepare(self.scale.duties, self.seconds)
            self.expected = owing.expected()
        connection.close()

    def rage(self) -> None:
        for program in (*self.house.workers, *self.house.beats, self.house.web):
            program.start()
        kills = at_random(self.chance, self.scale.kills, self.seconds, self.kill)
        with step(
            f"办理进程被杀{self.scale.kills}次，两个节拍器同时响铃，Redis清空一次、离开{self.scale.away}秒"
        ):
            rage([*kills, *self.without_redis()])

    def kill(self) -> None:
        """One that is at work, rather than one that is still starting."""
        workers = self.house.workers
        worker = self.chance.choice([one for one in workers if one.has_said(READY)] or workers)
        self.killed[worker.name] += 1
        worker.kill_and_start()

    def without_redis(self) -> list[Pull]:
        third, half = self.seconds / 3, self.seconds / 2
        redis = self.house.redis
        return [
            (third, self.house.flush_redis),
            (half, redis.stop),
            (half, self.open_a_page),
            (half + self.scale.away, redis.start),
        ]

    def open_a_page(self) -> None:
        """Redis is only the bell: without it people go on working."""
        visitor = Visitor(self.house.address, after(RECOVERY))
        self.opened = until(lambda: visitor.opens("/login/"), RECOVERY)

    def settle(self) -> None:
        """The last blow: all workers die at once. What they had leased is taken up when the lease has run out;
        instead of waiting, the leases of the dead are made older by that time."""
        for worker in self.house.workers:
            worker.kill()
        Delivery.objects.filter(leased_until__isnull=False).update(leased_until=F("leased_until") - LEASE)
        for worker in self.house.workers:
            worker.start()
        began = time.monotonic()
        with step("等余下的提醒全部发出"):
            until(self.is_quiet, PATIENCE)
        self.caught_up = time.monotonic() - began

    def is_quiet(self) -> bool:
        waiting = Delivery.objects.filter(state=State.WAITING).exists()
        return not waiting and owing.told().count() >= len(self.expected)

    def promises(self) -> Iterator[Promise]:
        yield self.inside()
        yield self.outside()
        yield self.bells()

    def inside(self) -> Promise:
        counted = Counter(owing.told().values_list("person", "duty", "news", "due_at"))
        lost = len(self.expected - counted.keys())
        twice = sum(counted.values()) - len(counted)
        wrong = len(counted.keys() - self.expected)
        figures = f"应有{len(self.expected):,}条，丢失{lost}，重复{twice}，不该有的{wrong}"
        kills = "、".join(f"{name} {times}次" for name, times in sorted(self.killed.items()))
        return Promise(f"站内消息（kill -9：{kills}）", figures, not (lost or twice or wrong))

    def outside(self) -> Promise:
        """One delivery for each urgent notice of a liaison; each key must have come, and may have come again."""
        keys = dict(Delivery.objects.filter(notice__in=owing.told()).values_list("key", "state"))
        received = self.house.gateway.received
        unsent = sum(state != State.SENT for state in keys.values())
        lost = sum(str(key) not in received for key in keys)
        again = sum(received[str(key)] - 1 for key in keys if str(key) in received)
        reached = owing.told().filter(person__preference__mobile__gt="").count()
        missing = reached - len(keys)
        figures = f"应有{reached:,}条，缺{missing}，丢失{lost}，未标记{unsent}，带原识别号重发{again}次"
        return Promise("外发消息（示例网关）", figures, not (missing or lost or unsent))

    def bells(self) -> Promise:
        rung = [program.log.read_text().count("bureau.notices.tasks.sweep)") for program in self.house.beats]
        figures = "、".join(f"第{place}个响铃{times}次" for place, times in enumerate(rung, 1))
        figures += f"；Redis离开时网页{'照常打开' if self.opened else '打不开'}"
        figures += f"；最后一次重启后{self.caught_up:.0f}秒全部补齐"
        return Promise("两个节拍器与Redis离开", figures, all(rung) and self.opened)
