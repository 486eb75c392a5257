"""告知书, 决定书, 解除通知 as papers that are served (bureau.matters.service): a notice is pleaded against, a decision contested by
its basis."""

from accountability.aside import those_kept_out
from accountability.bases import BASES, PLEA, Basis
from accountability.followed import follow_appeal, follow_nothing, follow_plea
from accountability.models import Case, Meeting, Subject
from accountability.numbering import ANSWERS, PLATE, PLEAS
from accountability.prints.letters import answer
from accountability.states import INVOLVED, NOTIFIED
from bureau.matters.models import Service
from bureau.matters.service import declared
from bureau.matters.service.declared import ServedPaper


def took_part(service: Service) -> frozenset[int]:
    """Who checked, investigated, reported, sat in the meeting, signed; and who keeps out of the case. Who approved the filing took no
    part in what was found."""
    case = Case.objects.get(matter=service.matter_id)
    people = {one.pk for one in case.checkers.all()} | {one.pk for one in case.investigators.all()}
    sat = Meeting.objects.filter(case=case).values_list("present", flat=True)
    signed = Subject.objects.filter(case=case).values_list("decided_by", flat=True)
    others = {case.checked_by_id, case.reported_by_id, service.served_by_id, *sat, *signed}
    return frozenset(key for key in people | others | those_kept_out(case) if key)


def closed(service: Service) -> str:
    """A plea is heard until the result is entered; after that there is the appeal against the decision."""
    subject = Subject.objects.filter(notice=service).first()
    if subject and subject.state == INVOLVED:
        return "案件已退回补充调查，查清以后重新告知；对新的告知书可以申辩。"
    if subject and subject.state == NOTIFIED:
        return ""
    return "已经重新告知或者作出处理，对这份告知书不能再申辩；对决定不服的，按决定书写明的途径提出。"


NOTICE = declared.declare(
    ServedPaper(
        key="accountability.notice",
        label="拟问责告知书",
        basis="《公职人员政务处分法》第四十三条",
        remedies=(PLEA,),
        took_part=took_part,
        answer_label="申辩采纳情况说明",
        answer_series=PLEAS,
        plate=PLATE,
        answer_sheet=answer,
        decided=follow_plea,
        closed=closed,
    )
)


def paper_by(basis: Basis) -> ServedPaper:
    return declared.declare(
        ServedPaper(
            key=f"accountability.{basis.key}",
            label="问责决定书",
            basis=basis.label,
            remedies=basis.remedies,
            took_part=took_part,
            answer_label="问责申诉处理决定书",
            answer_series=ANSWERS,
            plate=PLATE,
            answer_sheet=answer,
            decided=follow_appeal,
        )
    )


DECISION = {basis.key: paper_by(basis) for basis in BASES.values()}


def uncontested(key: str, label: str) -> ServedPaper:
    """One that decides nothing, so that nothing is said against it."""
    return declared.declare(
        ServedPaper(
            key=f"accountability.{key}",
            label=label,
            basis="",
            remedies=(),
            took_part=took_part,
            answer_label="",
            answer_series=ANSWERS,
            plate=PLATE,
            answer_sheet=answer,
            decided=follow_nothing,
        )
    )


LIFTING = uncontested("lifting", "解除通知")
LETTER_OF_INQUIRY = uncontested("inquiry", "函询通知书")
FEEDBACK = uncontested("feedback", "谈话函询反馈函")
