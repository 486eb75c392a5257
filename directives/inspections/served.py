"""督查结论 as a paper that is served: reviewed once, on application within 30 日 of its receipt, decided within 30 日, by people who
took no part in it (政府督查工作条例 第17条)."""

from bureau.matters.models import Contest, Service
from bureau.matters.service import declared
from bureau.matters.service.declared import Remedy, ServedPaper
from directives.inspections.dues import APPLY_REVIEW, DECIDE_REVIEW
from directives.inspections.models import Target
from directives.inspections.policy import team_of
from directives.inspections.prints.letters import review_decision
from directives.inspections.reviewed import follow_decision

SERIES, REVIEWS = "查结", "查复"


def took_part(service: Service) -> frozenset[int]:
    """Who planned it and went, wrote something down, drafted, signed. Who approved the plan took no part in what was concluded."""
    target = Target.objects.select_related("inspection__matter").get(assignment=service.assignment_id)
    recorders = target.findings.values_list("person", flat=True)
    signed = (target.drafted_by_id, target.signed_by_id, service.served_by_id)
    return team_of(target.inspection) | frozenset(recorders) | frozenset(key for key in signed if key)


CONCLUSION = declared.declare(
    ServedPaper(
        key="inspections.conclusion",
        label="督查结论",
        basis="《政府督查工作条例》第十七条",
        remedies=(Remedy(Contest.Kind.REVIEW, APPLY_REVIEW, DECIDE_REVIEW),),
        took_part=took_part,
        answer_label="复核决定书",
        answer_series=REVIEWS,
        answer_sheet=review_decision,
        decided=follow_decision,
    )
)
