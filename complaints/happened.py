"""Complaints that were found true, as something that may weigh in a unit's appraisal. The unit complained about does not read its
complaint, so neither its number nor its words are told."""

from collections.abc import Iterator
from datetime import date

from bureau.matters.rooms import Happening
from bureau.org.worktime import local
from complaints.models import Complaint
from complaints.models.kinds import SUBSTANTIATED


def happenings(since: date, until: date) -> Iterator[Happening]:
    found = Complaint.objects.filter(
        finding__in=SUBSTANTIATED, respondent__isnull=False, matter__finished_at__date__range=(since, until)
    )
    for one in found.select_related("matter").order_by("pk"):
        assert one.matter.finished_at is not None
        assert one.respondent_id is not None
        on = local(one.matter.finished_at).date()
        yield Happening(
            "complaint", one.pk, one.respondent_id, on, f"complaint.{one.pk}", "1件营商环境投诉经查属实"
        )
