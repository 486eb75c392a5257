"""What a directive's ledger says beside what is to be done, by whom and by when."""

from typing import Any

from bureau.pages.asks import Text
from directives.models import Directive

LENGTHS = Directive.LENGTHS
CATEGORY = Text("category", "类别", required=False, limit=LENGTHS["category"], rows=1)
LEADER = Text("leader", "责任领导", required=False, limit=LENGTHS["leader"], rows=1, printed=True)
REMARK = Text("remark", "备注", required=False, limit=LENGTHS["remark"], rows=2)
BESIDE = (CATEGORY, LEADER, REMARK)


def as_it_stands(record: Any) -> dict[str, str]:
    return {ask.name: getattr(record, ask.name) for ask in BESIDE}
