"""Seals so many ballots marked at random, opens and counts them, and prints how long each took: what a poll of that size asks of the
machine. Touches no database."""

import random
import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandParser

from appraisal.ballots.counting import count
from appraisal.ballots.terms import USUAL, Terms
from appraisal.ballots.urn import opened, sealed

T = TypeVar("T")
GROUP = 1  # of ballots that are in no table


class Command(BaseCommand):
    help = "计票测速：随机生成选票，加密、打开、计票，打印用时；不动数据库。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--ballots", type=int, default=10_000)
        parser.add_argument("--rows", type=int, default=30)

    def handle(self, *args: Any, ballots: int, rows: int, **options: Any) -> None:
        terms, chance = Terms(USUAL, refuse_equal=True), random.Random(ballots)
        marks = [[chance.randint(0, len(USUAL)) for _row in range(rows)] for _ballot in range(ballots)]
        urn = self.timed("加密", ballots, lambda: [sealed(GROUP, one) for one in marks])
        read = self.timed("打开", ballots, lambda: list(opened(urn)))
        found = self.timed("计票", ballots, lambda: count(read, terms, rows))
        again = count(reversed(read), terms, rows)
        self.stdout.write(f"收回{found.received}张，无效{found.invalid}张，有效{found.valid}张")
        self.stdout.write("倒过来再计一遍：" + ("一致" if again == found else "不一致"))

    def timed(self, what: str, ballots: int, work: Callable[[], T]) -> T:
        begun = time.perf_counter()
        done = work()
        spent = time.perf_counter() - begun
        self.stdout.write(f"{what}{ballots}张：{spent * 1000:.0f}毫秒")
        return done
