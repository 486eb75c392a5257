"""建议等次 of cadres: by the thresholds of their scheme and, for the first, by a share of those who are graded by it, rounded down, one at least
where there are three; the share is raised for whose unit came out first (facts §5.3). Nobody gets a lower grade to fill a quota."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from appraisal.cadres.models import Merit, Stint
from appraisal.models import Appraised, Scheme
from appraisal.scoring.grading import quota
from appraisal.tree import plain

Grade = Appraised.Grade


def longest(merit: Merit) -> Stint:
    """By whose scheme the grade is proposed."""
    return max(merit.stints.all(), key=lambda one: (one.months, one.position.since))


def propose_grades(merits: Sequence[Merit]) -> None:
    """Sets `proposed_grade` and `grade_why` of those that have a score; of who shares the last place of a first grade none is proposed."""
    classes: dict[int, list[Merit]] = defaultdict(list)
    for one in merits:
        if one.score is not None:
            classes[longest(one).appraised.scheme_id].append(one)
    for found in classes.values():
        scores = [one.score for one in found if one.score is not None]
        for one in found:
            one.proposed_grade, one.grade_why = proposed(one, scores)


def proposed(merit: Merit, scores: Sequence[Decimal]) -> tuple[str, str]:
    """The grade and why. `scores`: of all in the class."""
    score, part = merit.score or Decimal(), longest(merit).appraised
    scheme = part.scheme
    if score < scheme.first_at:
        return by_score(score, scheme)
    if merit.caps:
        return Grade.SECOND, f"{plain(score)}分，达到一等线{plain(scheme.first_at)}分，但是不得评为一等"
    share = scheme.outstanding_share if part.grade == Grade.FIRST else scheme.first_share
    most, rank = quota(len(scores), share), 1 + sum(other > score for other in scores)
    last = rank - 1 + scores.count(score)
    why = (
        f"{plain(score)}分，达到一等线{plain(scheme.first_at)}分；{scheme.series}定等干部{len(scores)}名，"
        f"一等按{plain(share)}%最多{most}名，居第{rank}名"
    )
    if last <= most:
        return Grade.FIRST, why
    if rank <= most:
        return "", f"{why}，并列在线上，由集体研究决定"
    return Grade.SECOND, why


def by_score(score: Decimal, scheme: Scheme) -> tuple[str, str]:
    for grade, line in ((Grade.SECOND, scheme.second_at), (Grade.THIRD, scheme.third_at)):
        if score >= line:
            return grade, f"{plain(score)}分，达到{grade.label}线{plain(line)}分"
    return Grade.FOURTH, f"{plain(score)}分，不到三等线{plain(scheme.third_at)}分"
