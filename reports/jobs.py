"""What the worker prints on request."""

from django.utils import timezone

from bureau.jobs.work import Outcome, Undone, work
from bureau.matters.asked import Asked
from directives.views.ledger import Ledger
from reports.prints.ledger import printed_ledger


@work("reports.ledger")
def print_ledger(job) -> Outcome:
    """A long ledger on paper: what the person sees now, asked for as on the page."""
    table = Ledger.ledger(Asked.again(job.person, job.facts["query"]))
    if table is None:
        raise Undone("查询条件已经失效，请回到台账重新查询后再打印。")
    pdf, name = printed_ledger(table, timezone.localdate())
    with job.file(name) as out:
        out.write(pdf)
    return Outcome(f"决策督查台账已排版，共{len(table.rows)}项。")
