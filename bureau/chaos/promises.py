"""What was promised, what came of it, and whether it held: one line each."""

from dataclasses import dataclass

from bureau.setup.say import say


@dataclass(frozen=True)
class Promise:
    """`scene` and `figures` in words; `kept`: the promise held."""

    scene: str
    figures: str
    kept: bool


def show(promise: Promise) -> None:
    say(f"{'✓ 守住' if promise.kept else '✗ 未守住'}  {promise.scene}：{promise.figures}")
