"""登记表, 报告, 审批表, 笔录: forms and records of a case on upright pages (rooms §15.3). Persons stand in them by unit and post."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from accountability.models import (
    CONDITIONS,
    Case,
    Explanation,
    Interview,
    Meeting,
    Sanction,
    Subject,
    Tolerance,
    Way,
)
from bureau.org.worktime import local
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Report, Section, Table

HEADS = (Column("项目", "left", 0.2), Column("内容", "left", 0.8))
EVIDENCE = (
    Column("编号", "center", 0.09),
    Column("名称", "left", 0.31),
    Column("来源", "left", 0.22),
    Column("提取人", "left", 0.16),
    Column("页数", "center", 0.08),
    Column("原件或复印件", "center", 0.14),
)
OPINIONS = (Column("环节", "left", 0.24), Column("意见", "left", 0.46), Column("签字和日期", "left", 0.3))
SUBJECTS = (
    Column("对象", "left", 0.3),
    Column("责任", "left", 0.2),
    Column("认定的事实", "left", 0.5),
)
SIGN = "　　年　月　日"
VERIFIED = "复印件，与原件核对无误"


def registered(case: Case) -> Report:
    """问责线索登记表."""
    matter = case.matter
    rows = (
        ("线索名称", matter.title),
        ("线索来源", " ".join(filter(None, [case.get_source_display(), case.source_words]))),
        ("收到日期", chinese_date(case.received_on)),
        ("问题类别", case.get_fault_display()),
        ("涉及单位和人员", subjects_words(case)),
        ("发生时间", case.happened),
        ("问题摘要", case.summary),
        ("已掌握材料", case.materials),
        ("反映人", "姓名另行加密保存，不在本表登记。" if case.source == "letter" else ""),
        ("登记人", f"{matter.officer.signature}，{chinese_date(local(matter.registered_at).date())}"),
        ("同一事实仍须办理的理由", case.repeat_reason),
        ("处置结果", f"{matter.stage}。{case.outcome}" if case.outcome else ""),
    )
    blank = (("承办意见", "", SIGN), ("局领导审批", "", SIGN))
    return form("问责线索登记表", case, rows, Section("审批", "", Table(OPINIONS, blank)))


def explained(one: Explanation) -> Report:
    """谈话函询记录: what was asked and said, and lines to sign on; blank before anything was said."""
    talk = one.way == Way.TALK
    rows = (
        ("对象", str(one.subject)),
        ("方式", one.get_way_display()),
        ("批准", f"{one.approved_by.signature}{chinese_date(local(one.at).date())}批准"),
        ("函询通知书", one.letter.number if one.letter else ""),
        ("请说明的问题", one.topics),
        ("谈话时间" if talk else "说明日期", chinese_date(one.answered_on) if one.answered_on else "　"),
        ("说明的情况", one.words or "　"),
    )
    signers = ("谈话人", "记录人", "谈话对象") if talk else ("所在单位主要负责人", "承办人")
    blank = tuple((who, "", SIGN) for who in (*signers, "局领导"))
    return form("谈话函询记录", one.subject.case, rows, Section("签字", "", Table(OPINIONS, blank)))


def checked(case: Case) -> Report:
    """初核报告."""
    rows = (
        ("线索来源", " ".join(filter(None, [case.get_source_display(), case.source_words]))),
        ("初核人员", people(case.checkers.all())),
        ("初核方案", case.check_plan),
        ("涉及单位和人员", subjects_words(case)),
    )
    texts = (
        ("查明的事实", case.check_findings),
        ("未能查实的", case.check_unproved),
        ("责任划分意见", case.check_responsibility),
        ("容错情形", case.check_tolerance),
        ("处理建议", case.get_check_opinion_display()),
    )
    signing = Section("", f"初核人员（签字）：　　　　　　　{SIGN}")
    return form("初核报告", case, rows, *told(texts), signing)


def filing(case: Case) -> Report:
    """立案审批表: what was proposed; blank lines for each who has to sign."""
    rows = (
        ("对象", subjects_words(case)),
        ("事由", case.summary),
        ("依据", case.basis),
        ("初核意见", f"{case.get_check_opinion_display()}。{case.check_responsibility}"),
        ("提请人", case.proposed_by.signature if case.proposed_by else ""),
        ("回避审查", avoided_words(case)),
        ("批准", approved_words(case)),
    )
    blank = tuple((who, "", SIGN) for who in ("承办室", "分管领导", "局长", "有权机关负责人"))
    return form("立案审批表", case, rows, Section("审批", "", Table(OPINIONS, blank)))


def investigated(case: Case) -> Report:
    """调查报告, with each subject's part and the list of evidence."""
    rows = (
        ("立案", approved_words(case)),
        ("调查人员", people(case.investigators.all())),
        ("对象", subjects_words(case)),
    )
    found = case.subjects.all()
    parts = tuple((str(one), one.get_responsibility_display(), one.findings) for one in found if one.findings)
    texts = (
        ("认定的事实", case.report_facts),
        ("违反的规定", case.report_breach),
        ("从重情形", case.report_aggravating),
        ("从轻情形", case.report_mitigating),
        ("处理意见", case.report_opinion),
    )
    return form(
        "调查报告",
        case,
        rows,
        *told(texts),
        *([Section("各对象的事实和责任", "", Table(SUBJECTS, parts))] if parts else []),
        *evidence_section(case),
        Section("", f"调查人员（签字）：　　　　　　　{SIGN}"),
    )


def evidence_list(case: Case) -> Report:
    """证据清单."""
    return form("证据清单", case, (), *evidence_section(case))


def evidence_section(case: Case) -> list[Section]:
    found = case.evidence.all()
    rows = tuple(
        (
            str(one.ordinal),
            one.name,
            " ".join(filter(None, [one.origin, one.source.number if one.source else ""])),
            one.taken_by.signature,
            str(one.pages),
            "原件" if one.original else VERIFIED,
        )
        for one in found
    )
    return [Section("证据清单", "", Table(EVIDENCE, rows))] if rows else []


def interviewed(interview: Interview) -> Report:
    """询问笔录: signed on each page."""
    rows = (
        ("被询问人", interview.asked),
        ("姓名", "　"),
        ("时间", f"{local(interview.began_at):%Y年%-m月%-d日%H:%M}至{local(interview.ended_at):%H:%M}"),
        ("地点", interview.place),
        ("询问人", people(interview.askers.all())),
    )
    return Report(
        "询问笔录",
        timezone.localdate(),
        (
            Section(table=Table(HEADS, rows)),
            Section("", interview.text),
            Section("", "以上笔录已经本人核对，与本人所述一致。"),
        ),
        left=settings.BUREAU_NAME,
        right=f"编号：{interview.matter.number}",
        signed="被询问人（签字）：　　　　　　　询问人（签字）：",
    )


def deliberated(meeting: Meeting) -> Report:
    """集体研究记录."""
    votes = f"同意{meeting.ayes}人，反对{meeting.noes}人，弃权{meeting.abstentions}人"
    present = list(meeting.present.select_related("unit"))
    rows = (
        ("时间", chinese_date(meeting.held_on)),
        ("地点", meeting.place),
        ("应到实到", f"应到{meeting.expected}人，实到{len(present)}人"),
        ("出席", people(present)),
        ("列席", meeting.attending),
        ("回避", avoided_words(meeting.case)),
        ("议题", meeting.matter.title),
        ("表决", votes),
    )
    texts = (("各人意见", meeting.opinions), ("少数意见", meeting.minority), ("结论", meeting.conclusion))
    signing = Section("", f"出席人（签字）：　　　　　　　　{SIGN}")
    return form("集体研究记录", meeting.case, rows, *told(texts), signing)


def talked(sanction: Sanction) -> Report:
    """诫勉谈话记录, 谈话提醒记录: what was recorded, and lines to sign on; blank before it was held."""
    rows = carried_out_rows(sanction, "谈话")
    blank = (("谈话人", "", SIGN), ("记录人", "", SIGN), ("谈话对象", "", SIGN))
    return form(f"{sanction}记录", sanction.subject.case, rows, Section("签字", "", Table(OPINIONS, blank)))


def carried_out(sanction: Sanction) -> Report:
    """The record of whatever else than a talk was done, as the desk wrote it down."""
    rows = carried_out_rows(sanction, "执行")
    blank = (("登记人", "", SIGN), ("局领导", "", SIGN))
    return form(
        f"{sanction}执行记录", sanction.subject.case, rows, Section("签字", "", Table(OPINIONS, blank))
    )


def carried_out_rows(sanction: Sanction, how: str) -> tuple[tuple[str, str], ...]:
    subject = sanction.subject
    return (
        (f"{how}对象", str(subject)),
        (f"{how}事由", subject.case.matter.title),
        ("依据", f"{subject.get_organ_display()}{subject.decision_number}"),
        ("时间", chinese_date(sanction.executed_on) if sanction.executed_on else "　"),
        ("指出的问题", subject.findings),
        (f"{how}情况", sanction.words or "　"),
    )


def pleaded(subject: Subject) -> Report:
    """陈述申辩笔录: the words as they came, and a line to sign on."""
    contests = list(subject.notice.contests.all()) if subject.notice else []
    rows = (("对象", str(subject)), ("告知书", subject.notice.number if subject.notice else ""))
    texts = tuple((f"{chinese_date(local(one.at).date())}申辩", one.words) for one in contests)
    words = texts or (("申辩", "　"),)
    return form(
        "陈述申辩笔录",
        subject.case,
        rows,
        *told(words),
        Section("", f"申辩人（签字）：　　　　　　　{SIGN}"),
    )


def weighed(tolerance: Tolerance) -> Report:
    """容错认定书: the conditions one by one."""
    subject = tolerance.subject
    heads = (Column("条件", "left", 0.44), Column("认定", "center", 0.12), Column("情况", "left", 0.44))
    rows = tuple(
        (label, "符合" if tolerance.weighed[key][0] else "不符合", tolerance.weighed[key][1])
        for key, label in CONDITIONS.items()
        if key in tolerance.weighed
    )
    facts = (
        ("申请人", str(subject)),
        ("申请日期", chinese_date(tolerance.applied_on)),
        ("申请的事实和理由", tolerance.text),
        ("结论", tolerance.get_state_display()),
        ("理由", tolerance.reason),
    )
    return form("容错认定书", subject.case, facts, Section("逐项认定", "", Table(heads, rows)))


def form(title: str, case: Case, rows: Iterable[tuple[str, str]], *more: Section) -> Report:
    known = tuple((label, text) for label, text in rows if text)
    head = [Section(table=Table(HEADS, known))] if known else []
    return Report(
        title,
        timezone.localdate(),
        (*head, *more),
        left=settings.BUREAU_NAME,
        right=f"编号：{case.matter.number}",
    )


def told(texts: Iterable[tuple[str, str]]) -> list[Section]:
    return [Section(head, text) for head, text in texts if text]


def people(found: Iterable) -> str:
    return "、".join(one.signature for one in found)


def subjects_words(case: Case) -> str:
    return "、".join(str(one) for one in case.subjects.all())


def avoided_words(case: Case) -> str:
    found = [f"{one.person.signature}（{one.get_ground_display()}）" for one in case.avoidances.all()]
    return "、".join(found) if found else "经审查，没有应当回避的情形。"


def approved_words(case: Case) -> str:
    if case.approved_by is None or case.filed_at is None:
        return ""
    return f"{case.approved_by.signature}{chinese_date(local(case.filed_at).date())}批准"
