"""What a case's page says of it, label by label; only to who reads above units, for nobody else sees it."""

from collections.abc import Iterable

from accountability.models import Case, Explanation, Subject
from bureau.org.worktime import local


def facts(case: Case) -> list[dict]:
    """`{label, value, wide}` in reading order; only what is known."""
    rows = [
        ("线索来源", " ".join(filter(None, [case.get_source_display(), case.source_words]))),
        ("收到日期", f"{case.received_on:%Y-%m-%d}"),
        ("问题类别", case.get_fault_display()),
        ("发生时间", case.happened),
        ("经办人", case.matter.officer.name),
        ("问题摘要", case.summary),
        ("已掌握材料", case.materials),
        ("同一事实仍须办理的理由", case.repeat_reason),
        ("处理结果", case.outcome),
    ]
    return shown(rows, "问题摘要", "已掌握材料", "同一事实仍须办理的理由", "处理结果")


def explained_facts(explanations: Iterable[Explanation]) -> list[dict]:
    """谈话函询: what each was asked, and said."""
    rows = [
        row
        for one in explanations
        for row in (
            ("谈话函询", f"{one.subject}（{one}）"),
            ("请说明的问题", one.topics),
            ("说明", answer_words(one)),
        )
    ]
    return shown(rows, *(label for label, _ in rows))


def answer_words(one: Explanation) -> str:
    return f"{one.words}（{one.answered_on:%Y-%m-%d}）" if one.answered_on else "等待说明。"


def check_facts(case: Case) -> list[dict]:
    """初核."""
    rows = [
        ("初核人员", "、".join(one.signature for one in case.checkers.all())),
        ("初核方案", case.check_plan),
        ("查明的事实", case.check_findings),
        ("未能查实的", case.check_unproved),
        ("责任划分意见", case.check_responsibility),
        ("容错情形", case.check_tolerance),
        ("处理建议", case.get_check_opinion_display()),
    ]
    return shown(rows, *[label for label, _ in rows[1:6]])


def filing_facts(case: Case) -> list[dict]:
    """立案和调查."""
    rows = [
        ("立案依据", case.basis),
        ("立案时间", f"{local(case.filed_at):%Y-%m-%d}" if case.filed_at else ""),
        ("立案审批人", case.approved_by.signature if case.approved_by else ""),
        ("调查人员", "、".join(one.signature for one in case.investigators.all())),
        ("认定的事实", case.report_facts),
        ("违反的规定", case.report_breach),
        ("从重情形", case.report_aggravating),
        ("从轻情形", case.report_mitigating),
        ("处理意见", case.report_opinion),
    ]
    return shown(rows, "立案依据", *[label for label, _ in rows[4:]])


def subject_facts(subject: Subject) -> list[dict]:
    """One subject, without the name."""
    effect = (
        f"{subject.effect_from:%Y-%m-%d} 至 {subject.effect_until:%Y-%m-%d}" if subject.effect_from else ""
    )
    rows = [
        ("类别", subject.rank_words),
        ("问题类别", subject.get_fault_display()),
        ("责任", subject.get_responsibility_display()),
        ("决定机关", subject.get_organ_display()),
        ("决定文号", subject.decision_number),
        ("决定日期", f"{subject.decided_on:%Y-%m-%d}" if subject.decided_on else ""),
        ("问责建议书", subject.recommendation),
        ("影响期", effect),
        ("解除日期", f"{subject.lifted_on:%Y-%m-%d}" if subject.lifted_on else ""),
        ("认定的事实和责任", subject.findings),
        ("并用的理由", subject.double_reason),
        ("改正情况", subject.improvement),
        ("处理结果", subject.outcome),
    ]
    return shown(rows, "认定的事实和责任", "并用的理由", "改正情况", "处理结果")


def shown(rows: list[tuple[str, str]], *wide: str) -> list[dict]:
    return [{"label": label, "value": value, "wide": label in wide} for label, value in rows if value]
