"""The verbs of a walk."""

from django.db import transaction
from django.utils import timezone

from bureau.matters import numbers
from bureau.matters.access.search import fold
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import bound_to
from bureau.matters.models import Assignment, Matter
from bureau.matters.parts import assignments
from bureau.matters.parts.results import result_verbs, settle
from bureau.matters.policy import takes
from bureau.org.worktime import fixed
from tests.toys import flow
from tests.toys.dues import SOUND
from tests.toys.models import Walk

draft_report, report, countersign_report, send_back, take_back_report = result_verbs(flow.FLOW, flow.RESULT)


@bound_to(flow.REGISTER)
@transaction.atomic
def register(person, river: str, unit) -> Walk:
    """登记 a river, and who is to walk it."""
    now = timezone.now()
    matter = Matter.objects.create(
        kind="toys",
        title=river,
        officer=person,
        stage=flow.STATES[flow.FRESH].words,
        registered_at=now,
        words=fold(river),
    )
    walk = Walk.objects.create(matter=matter)
    Assignment.objects.bulk_create(assignments.planned(matter, unit))
    flow.FLOW.begin(flow.REGISTER, [walk], person, at=now)
    return walk


@takes(flow.SEND)
def send(actor, walk, until):
    """派河: the unit sees it now, signs, sounds the depth, and reports by the day."""
    now, matter, due = timezone.now(), walk.matter, fixed(until)
    parts = list(matter.assignments.select_related("unit"))
    cover = {"number": numbers.take("河", now), "opened_at": now, "due_at": due.due_at}
    entry = flow.FLOW.take(flow.SEND, walk, actor, at=now, cover_changes=cover, due=until)
    assignments.send_out(matter, parts, now)
    duties.owe_parts(matter, [(SOUND, parts, None), (dues.REPORT, parts, due)], at=now)
    return entry


@takes(flow.CLOSE)
def close(actor, walk, remark=""):
    """验河: the report is accepted."""
    now = timezone.now()
    settle(actor, walk, remark, now)
    return flow.FLOW.take(flow.CLOSE, walk, actor, cover_changes={"closed_at": now}, remark=remark)


@bound_to(flow.PRESENT)
@transaction.atomic
def present(walk, report: str, at):
    """呈报: the leader has the paper."""
    return flow.FLOW.take(flow.PRESENT, walk, None, at=at, report=report)
