"""The result, handed in by the lead or by the bureau itself; and what is found of it."""

from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from bureau.matters import timeline
from bureau.matters.deadlines import dues, duties
from bureau.matters.models import Audience, Entry, Matter
from bureau.matters.parts.own_results import own_verbs
from bureau.matters.parts.results import result_verbs, settle
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from complaints import flow, states
from complaints.actions.registering import index
from complaints.dues import ANSWER
from complaints.models import Complaint, Finding

draft_report, report, countersign_report, send_back, take_back_report = result_verbs(flow.FLOW, flow.RESULT)
self_report, take_back_self, self_return = own_verbs(flow.FLOW, flow.OWN)


@takes(flow.CONCLUDE)
def conclude(
    actor: Actor, complaint: Complaint, finding: str, remedy: str, refunded: Decimal | None = None
) -> Entry:
    """审核认定: what is true, and what came of it. The complainant is answered next; those of merged complaints, too."""
    now, matter = timezone.now(), complaint.matter
    if complaint.self_handled:
        duties.done(matter, dues.REVIEW, at=now)
        duties.drop(matter, at=now)
    else:
        settle(actor, complaint, remedy, now)
    found = {"finding": finding, "remedy": remedy, "refunded": refunded or Decimal(0)}
    ends = complaint.whole_id is not None
    changes = found | {"state": states.CLOSED if ends else states.ANSWERING}
    cover = {"closed_at": now} if ends else {}
    entry = flow.FLOW.take(
        flow.CONCLUDE,
        complaint,
        actor,
        at=now,
        changes=changes,
        cover_changes=cover,
        finding=Finding(finding).label,
    )
    index(complaint)
    for one in [] if ends else [complaint, *complaint.merged.filter(state=states.MERGED)]:
        owe_answer(one, complaint, found, now)
    return entry


def owe_answer(one: Complaint, handled: Complaint, found: dict, now: datetime) -> None:
    """To each complainant; of a merged complaint on its own cover, which follows the one that was handled."""
    duties.owe(one.matter, ANSWER, at=now, person=one.matter.officer)
    if one == handled:
        return
    dates = {name: getattr(handled.matter, name) for name in ("opened_at", "finished_at")}
    state = states.STATES[states.ANSWERING]
    columns = found | {"state": states.ANSWERING, "accepted_at": one.accepted_at or now}
    Complaint.objects.filter(pk=one.pk, state=states.MERGED).update(**columns)
    Matter.objects.filter(pk=one.pk).update(phase=state.phase, stage=state.words, **dates)
    words = f"{handled.matter.number}已有结论，转入答复"
    timeline.write(one.matter, "complaints.follow", words, at=now, audience=Audience.ABOVE)
