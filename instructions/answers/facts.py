"""What 阅批单 says of the instruction that a 专报 answers."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from bureau.press.typeset.dates import chinese_date
from instructions.facts import handled_by
from instructions.models import Instruction


def rows(instruction: Instruction, number: int) -> Iterator[tuple[str, str]]:
    """Label and text of each row."""
    said = instruction.rounds.get(number=number)
    yield "批示件", instruction.matter.number or ""
    yield "来文", str(instruction.paper)
    yield "批示", f"{said.leader_name}{chinese_date(said.date)}：{said.words}"
    yield "承办", handled_by(instruction)
    yield "办理时限", "，".join(filter(None, [day(said.due_at), f"{day(said.finished_at)}报送结果"]))


def day(at: datetime | None) -> str:
    return chinese_date(timezone.localdate(at)) if at else ""
