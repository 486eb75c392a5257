"""等次: by thresholds, and the first by a share of the class besides. Nobody gets a lower grade to fill a quota."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from .adjusting import Total
from .document import GRADES, Grading, Scheme, Subject
from .numbers import HUNDRED, whole_steps
from .ranking import Ranking, Tie, compared
from .telling import num

ORDER = tuple(key for key, _ in GRADES)
FIRST, SECOND, THIRD, FOURTH = ORDER
WORDS = dict(GRADES)
SMALL = 3  # a class of that many has one first grade at least


@dataclass(frozen=True)
class Grade:
    """`key`: None where none can be proposed, and `why` says so. `at_the_line`: the last first grade falls between equals."""

    key: str | None
    why: str
    at_the_line: bool = False


@dataclass(frozen=True)
class Standing:
    """Where a subject came out. `last`: the place of the last who shares its rank, `others`: their names."""

    score: Decimal
    rank: int
    last: int
    ranked: int
    others: str


def grades_of(
    scheme: Scheme, subjects: Mapping[str, Subject], totals: Mapping[str, Total], ranking: Ranking
) -> dict[str, Grade]:
    shared = {key: tie for tie in ranking.ties for key in tie.keys}
    found = {}
    for key, subject in subjects.items():
        score = compared(scheme, totals[key])
        if scheme.grades is None or score is None or subject.apart:
            found[key] = Grade(None, _why_not(scheme, subject))
        else:
            found[key] = _grade(
                scheme.grades, subject, _standing(key, score, subjects, ranking, shared.get(key))
            )
    return found


def _why_not(scheme: Scheme, subject: Subject) -> str:
    if subject.apart:
        return f"单列，不参加排名和定等：{subject.apart}"
    return "方案没有规定等次" if scheme.grades is None else "没有总分，不定等次"


def _standing(
    key: str, score: Decimal, subjects: Mapping[str, Subject], ranking: Ranking, tie: Tie | None
) -> Standing:
    rank, ranked = ranking.ranks[key], ranking.ranked[subjects[key].class_]
    others = [subjects[one].name for one in tie.keys if one != key] if tie else []
    return Standing(score, rank, rank + len(others), ranked, "、".join(sorted(others)))


def _grade(grading: Grading, subject: Subject, at: Standing) -> Grade:
    found = _by_score(grading, subject, at)
    highest = max(subject.grade_cap or FIRST, SECOND if subject.veto else FIRST, key=ORDER.index)
    if highest == FIRST or (found.key is not None and ORDER.index(found.key) >= ORDER.index(highest)):
        return found
    why = (
        f"一票否决：{subject.veto}"
        if subject.veto
        else f"等次不高于{WORDS[highest]}：{subject.cap_reason}".rstrip("：")
    )
    return Grade(highest, f"{found.why}；{why}，定{WORDS[highest]}")


def _by_score(grading: Grading, subject: Subject, at: Standing) -> Grade:
    lines = ((SECOND, grading.second_at), (THIRD, grading.third_at))
    if at.score >= grading.first_at:
        return _first(grading, subject, at)
    for key, line in lines:
        if at.score >= line:
            return Grade(key, f"{num(at.score)} 分，达到{WORDS[key]}线 {num(line)} 分")
    return Grade(FOURTH, f"{num(at.score)} 分，不到{WORDS[THIRD]}线 {num(grading.third_at)} 分")


def _first(grading: Grading, subject: Subject, at: Standing) -> Grade:
    """Of those above the line of the first grade, only so many of a class get it."""
    share = _share(grading, subject)
    most = quota(at.ranked, share)
    seats = f"{num(at.score)} 分，达到一等线 {num(grading.first_at)} 分；本类 {at.ranked} 个，一等按 {num(share)}% 最多 {most} 个"
    if at.last <= most:
        return Grade(FIRST, f"{seats}，居第 {at.rank} 名")
    if at.rank <= most:
        return Grade(
            None, f"{seats}，与{at.others}并列第 {at.rank} 名，正在线上，由审定人决定", at_the_line=True
        )
    return Grade(SECOND, f"{seats}，居第 {at.rank} 名，定二等")


def _share(grading: Grading, subject: Subject) -> Decimal:
    raised = grading.outstanding_share if subject.outstanding else None
    return grading.first_share if raised is None else raised


def quota(ranked: int, share: Decimal) -> int:
    """How many of a class may be first: rounded down, but one where it has three."""
    found = int(whole_steps(ranked * share / HUNDRED))
    return max(found, 1) if ranked >= SMALL and share else found


__all__ = ["Grade", "grades_of", "quota"]
