"""个人结果通知书 as a paper that is served on a person: once received, a review may be asked for, answered by people who took no part."""

from appraisal.cadres.followed import follow_review, merit_of
from appraisal.cadres.prints import answer
from appraisal.dues import ANSWER_OBJECTION, ASK_OBJECTION
from bureau.matters.models import Contest, Service
from bureau.matters.service import declared
from bureau.matters.service.declared import Remedy, ServedPaper

NOTICES, ANSWERS, USES = "考个", "考个复", "考建"


def took_part(service: Service) -> frozenset[int]:
    """Who entered values, wrote down the meeting, approved, served."""
    review = merit_of(service).review
    typed = review.matter.entries.filter(step="merits.enter").values_list("actor", flat=True)
    wrote = review.councils.values_list("by", flat=True)
    people = {service.served_by_id, review.approved_by_id, review.matter.officer_id, *typed, *wrote}
    return frozenset(key for key in people if key)


NOTICE = declared.declare(
    ServedPaper(
        key="merits.notice",
        label="个人结果通知书",
        basis="县绩效考核办法",
        remedies=(Remedy(Contest.Kind.REVIEW, ASK_OBJECTION, ANSWER_OBJECTION),),
        took_part=took_part,
        answer_label="考核结果复核意见",
        answer_series=ANSWERS,
        answer_sheet=answer,
        decided=follow_review,
    )
)
