"""更正: what the ledger says of a directive that was approved, beside what was approved."""

from bureau.jobs.barred import Barred
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from directives import flow
from directives.asked import BESIDE, as_it_stands
from directives.models import Directive


@takes(flow.CORRECT)
def correct(
    actor: Actor, directive: Directive, category: str = "", leader: str = "", remark: str = ""
) -> Entry:
    """更正台账信息. Raises Barred where nothing is otherwise than it was."""
    before, after = as_it_stands(directive), {"category": category, "leader": leader, "remark": remark}
    changed = [
        f"{ask.label}“{before[ask.name] or '空'}”→“{after[ask.name] or '空'}”"
        for ask in BESIDE
        if before[ask.name] != after[ask.name]
    ]
    if not changed:
        raise Barred("内容和现在的一样，没有要更正的。")
    return flow.FLOW.take(flow.CORRECT, directive, actor, changes=after, changed="，".join(changed))
