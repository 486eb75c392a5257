"""考核结果告知书 as a paper that is served on each unit: objected to once, within the time of the limits table, answered by people who took
no part in it (facts §5.3)."""

from appraisal.dues import ANSWER_OBJECTION, ASK_OBJECTION
from appraisal.followed import follow_objection
from appraisal.models import Adjustment, Appraised, Value
from appraisal.prints.letters import objection_answer
from bureau.matters.models import Contest, Service
from bureau.matters.service import declared
from bureau.matters.service.declared import Remedy, ServedPaper

NOTICES, ANSWERS = "考告", "考复"


def took_part(service: Service) -> frozenset[int]:
    """Who typed or confirmed or approved anything in this unit's score, and who served it."""
    part = Appraised.objects.select_related("period__matter").get(assignment=service.assignment_id)
    added = Adjustment.objects.filter(appraised=part).values_list("confirmed_by", "approved_by")
    typed = Value.objects.filter(appraised=part).values_list("by", flat=True)
    people = {
        service.served_by_id,
        part.period.matter.officer_id,
        *typed,
        *(key for row in added for key in row),
    }
    return frozenset(key for key in people if key)


RESULT_NOTICE = declared.declare(
    ServedPaper(
        key="appraisal.result",
        label="考核结果告知书",
        basis="县绩效考核办法",
        remedies=(Remedy(Contest.Kind.OBJECTION, ASK_OBJECTION, ANSWER_OBJECTION),),
        took_part=took_part,
        answer_label="考核结果异议答复书",
        answer_series=ANSWERS,
        answer_sheet=objection_answer,
        decided=follow_objection,
    )
)
