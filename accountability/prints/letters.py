"""告知书, 决定书, 建议书, 解除通知 and the answers to pleas and appeals, as letters (rooms §15.3). The name of a person stands on
their own papers and nowhere else."""

from datetime import date

from django.conf import settings
from django.utils import timezone

from accountability.bases import PLEA, Basis
from accountability.dues import ASK_EXPLANATION
from accountability.models import Asked, Case, Clearance, Organ, Sanction, Subject
from accountability.sanctioning import effect_of
from bureau.matters.deadlines.rulebook import rules
from bureau.matters.models import Contest
from bureau.matters.service.declared import Remedy
from bureau.org.models import Urgency
from bureau.press.typeset.dates import chinese_date, with_chinese_dates
from bureau.press.typeset.sheets import Notice


def text_of_notice(subject: Subject) -> str:
    """拟问责告知书 in plain text: facts, grounds, what is intended, the right to be heard."""
    you = "你" if subject.position else "你单位"
    return levels(
        ("认定的事实和责任", f"{subject.findings}\n责任：{subject.get_responsibility_display()}。"),
        ("依据", ended(subject.case.report_breach)),
        ("拟采取的方式", f"{measures_words(proposed(subject))}。"),
        (
            "陈述申辩的权利",
            f"{you}可以自签收之日起{term(PLEA, subject)}内陈述申辩，期满没有提出的，视为没有意见。不因申辩加重处理。",
        ),
    )


def text_of_inquiry(subject: Subject, topics: str) -> str:
    """函询通知书 in plain text: what was reported, what is to be explained, until when and through whom (监督执纪工作规则 第29条)."""
    signed = "由主要负责人签署意见并加盖公章" if not subject.position else "由所在单位主要负责人签署意见"
    return (
        f"收到关于你{'' if subject.position else '单位'}有关问题的反映。请对下列问题如实说明：\n{ended(topics)}\n"
        f"请自签收之日起{limit_words(ASK_EXPLANATION, subject)}内写出书面说明，{signed}后送{settings.BUREAU_NAME}。"
        "说明应当逐个问题写明事实经过和依据，可以附证明材料；对组织不如实说明的，依照规定处理。"
    )


def inquiry(subject: Subject, number: str, topics: str) -> Notice:
    return letter(subject, number, "函询通知书", text_of_inquiry(subject, topics))


def text_of_feedback(subject: Subject) -> str:
    """谈话函询反馈函: what was said is believed, and the clue is over."""
    you = "你" if subject.position else "你单位"
    return f"{you}对函询问题的说明收悉。经研究，对{you}的说明予以采信，反映的问题予以了结。\n特此反馈。"


def feedback(subject: Subject, number: str) -> Notice:
    return letter(subject, number, "谈话函询反馈函", text_of_feedback(subject))


def notice(subject: Subject, number: str) -> Notice:
    return letter(subject, number, "拟问责告知书", text_of_notice(subject))


def text_of_decision(subject: Subject, basis: Basis, on: date) -> str:
    """问责决定书 (政务处分法 第45条): facts, responsibility, measure and rule, effect, remedies."""
    return levels(
        ("事实和证据", f"{subject.findings}\n以上事实，有证据{evidence_words(subject)}在案证实。"),
        ("责任", f"{subject.get_responsibility_display()}。"),
        ("决定", decided_words(subject, basis)),
        ("影响期", effect_words(subject, on)),
        ("救济途径", remedies_words(subject, basis)),
    )


def decision(subject: Subject, number: str, basis: Basis, on: date) -> Notice:
    return letter(subject, number, "问责决定书", text_of_decision(subject, basis, on), COPIES)


COPIES = "抄送：县委组织部、县人力资源和社会保障局，所在单位。"


def forwarded_text(subject: Subject, basis: Basis) -> str:
    """What the bureau serves of another organ's decision: its number and what it says, and the remedies."""
    organ = Organ(subject.organ).label
    return levels(
        (
            "决定",
            f"{organ}以{subject.decision_number}作出决定，自{chinese_date(subject.decided_on)}起生效："
            f"{measures_words(in_force(subject) or proposed(subject))}。",
        ),
        ("影响期", effect_words(subject, subject.decided_on)),
        ("救济途径", remedies_words(subject, basis, organ)),
    )


def forwarded(subject: Subject, number: str, basis: Basis) -> Notice:
    return letter(subject, number, "问责决定送达通知", forwarded_text(subject, basis), COPIES)


def recommendation(subject: Subject, number: str, answer_by: date) -> Notice:
    """问责建议书 to the organ that decides: the same facts, and what is suggested."""
    organs = sorted({one.measure.get_organ_display() for one in proposed(subject)} - {Organ.BUREAU.label})
    who = f"对象：{named(subject)}。" if subject.position else f"对象：{subject.unit.name}。"
    body = levels(
        ("对象", who),
        ("事实和证据", f"{subject.findings}\n以上事实，有证据{evidence_words(subject)}在案证实。"),
        ("责任和依据", f"{subject.get_responsibility_display()}。{ended(subject.case.report_breach)}"),
        ("建议", f"建议给予{measures_words(proposed(subject))}。"),
        ("反馈", f"请于{chinese_date(answer_by)}前将处理决定和文号反馈我局。"),
    )
    return Notice(
        organ=settings.BUREAU_NAME,
        number=number,
        title="问责建议书",
        main_to=f"{'、'.join(organs)}：",
        body=body,
        date=timezone.localdate(),
    )


def referral(case: Case, number: str, organ: str, why: str, subjects: list[Subject]) -> Notice:
    """问责线索移送单: what is handed over, with whom and what it concerns and which papers go along."""
    papers = "、".join(f"{one.name}（{one.pages}页）" for one in case.evidence.all())
    body = levels(
        (
            "线索",
            f"{case.matter.title}（{case.matter.number}）。来源：{case.get_source_display()}{case.source_words}。",
        ),
        ("涉及单位和人员", f"{'、'.join(named(one) for one in subjects) or '尚未确定'}。"),
        ("问题摘要", ended(case.check_findings or case.summary)),
        ("移送理由", ended(why)),
        ("材料清单", ended(papers or case.materials or "见附卷")),
        ("反馈", "请将处理结果反馈我局。"),
    )
    return Notice(settings.BUREAU_NAME, number, "问责线索移送单", f"{organ}：", body, timezone.localdate())


def cleared(case: Case, number: str, why: str) -> Notice:
    """不予问责告知书: to those concerned and to who proposed it (黑河 第26条)."""
    body = (
        f"关于{case.matter.title}（{case.matter.number}），经核查，决定不予问责。\n理由：{ended(why)}\n"
        "反映不实的，以本告知书予以澄清。\n特此告知。"
    )
    return Notice(
        settings.BUREAU_NAME, number, "不予问责告知书", f"{concerned(case)}：", body, timezone.localdate()
    )


def concerned(case: Case) -> str:
    """The units and persons of the case, by what they are."""
    return "、".join(str(one) for one in case.subjects.all()) or "提出单位"


def clearance(one: Clearance, asked: list[Asked]) -> Notice:
    """回复意见: of each, 有 or 无; of a sealed case its number alone."""
    cells = "\n".join(
        f"{each.ordinal}．{each.position.cadre.name}（{each.position}）。影响期：{with_chinese_dates('；'.join(each.effects)) or '无'}；"
        f"在办案件：{'有（' + '、'.join(each.cases) + '）' if each.cases else '无'}。"
        for each in asked
    )
    letter_words = f"（{one.letter}）" if one.letter else ""
    body = (
        f"你单位{chinese_date(one.received_on)}来函{letter_words}收悉。经核查，截至{chinese_date(one.as_of)}，"
        f"来函所列{len(asked)}人的问责影响期、在办问责案件情况如下。\n{cells}\n以上情况仅供{one.purpose}使用。"
    )
    return Notice(
        settings.BUREAU_NAME, one.number or "", "回复意见", f"{one.organ}：", body, timezone.localdate()
    )


def text_of_lifting(subject: Subject) -> str:
    first, last = subject.effect_from, subject.effect_until
    return levels(
        ("影响期", f"自{chinese_date(first)}至{chinese_date(last)}，现已届满。"),
        ("改正情况", ended(subject.improvement)),
        ("决定", f"自{chinese_date(timezone.localdate())}起解除影响期。此后提拔、评先评优不再受其影响。"),
    )


def lifting(subject: Subject, number: str) -> Notice:
    return letter(subject, number, "问责影响期解除通知", text_of_lifting(subject), COPIES)


def answer(contest: Contest, number: str) -> Notice:
    """The answer to a plea, a review or an appeal: never heavier."""
    service, kind = contest.service, contest.get_kind_display()
    subject = Subject.objects.filter(notice=service).first() or Subject.objects.get(decision=service)
    plea = contest.kind == Contest.Kind.PLEA
    body = levels(
        (f"{kind}的事实和理由", contest.words),
        ("决定", f"{OUTCOMES[plea][contest.state]}。"),
        ("理由", contest.reason),
    )
    title = "申辩采纳情况说明" if plea else f"问责{kind}决定书"
    return letter(subject, number, title, body)


OUTCOMES = {
    True: {
        Contest.State.UPHELD: "申辩意见不予采纳，按告知的内容办理",
        Contest.State.CHANGED: "申辩意见部分采纳，从轻处理",
        Contest.State.REVOKED: "申辩意见成立，不予问责",
    },
    False: {
        Contest.State.UPHELD: "维持原决定",
        Contest.State.CHANGED: "变更原决定，减轻处理",
        Contest.State.REVOKED: "撤销原决定",
    },
}


def letter(subject: Subject, number: str, title: str, body: str, note: str = "") -> Notice:
    return Notice(
        organ=settings.BUREAU_NAME,
        number=number,
        title=title,
        main_to=f"{named(subject)}：",
        body=body,
        date=timezone.localdate(),
        note=note,
    )


def named(subject: Subject) -> str:
    """As their own papers name them: with the name, unit and post."""
    if subject.position:
        return f"{subject.position.unit.name}{subject.position.title}{subject.position.cadre.name}"
    return subject.unit.successor.name


def proposed(subject: Subject) -> list[Sanction]:
    return [one for one in subject.sanctions.all() if one.state == Sanction.State.PROPOSED]


def in_force(subject: Subject) -> list[Sanction]:
    return [one for one in subject.sanctions.all() if one.in_force]


def measures_words(sanctions: list[Sanction]) -> str:
    return "、".join(str(one) for one in sanctions)


def decided_words(subject: Subject, basis: Basis) -> str:
    measures = in_force(subject) or proposed(subject)
    rules_of = "、".join(dict.fromkeys(one.measure.basis for one in measures if one.measure.basis))
    cited = f"和{rules_of}" if rules_of else ""
    return f"依照{basis.label}{cited}，决定给予{measures_words(measures)}。"


def effect_words(subject: Subject, on: date | None) -> str:
    """From–until, and what it means for its bearer, each measure's own consequences once."""
    period = effect_of(subject, on or timezone.localdate())
    measures = [one.measure for one in (in_force(subject) or proposed(subject))]
    means = [
        text
        for field in ("promotion", "awards", "appraisal")
        for text in dict.fromkeys(getattr(one, field) for one in measures)
        if text
    ]
    return with_chinese_dates("".join([*period.sentences, *(ended(text) for text in means)]))


def evidence_words(subject: Subject) -> str:
    numbers = [str(one.ordinal) for one in subject.case.evidence.all()]
    return "、".join(numbers) if numbers else "材料"


def remedies_words(subject: Subject, basis: Basis, organ: str = "") -> str:
    """How, where, until when; carrying it out does not wait (facts §4.3)."""
    to = organ or settings.BUREAU_NAME
    told = [
        f"如不服本决定，可以自签收之日起{term(one, subject)}内向{to}{VERBS[one.kind]}，"
        f"{to}自收到之日起{answered(one, subject)}内作出决定，参与作出本决定的人员回避。"
        for one in basis.remedies
    ]
    return "".join([*told, "申诉、复核期间不停止本决定的执行，也不因申诉、复核加重处理。"])


VERBS = {Contest.Kind.REVIEW: "申请复核", Contest.Kind.APPEAL: "提出申诉"}


def term(remedy: Remedy, subject: Subject) -> str:
    return limit_words(remedy.within, subject)


def answered(remedy: Remedy, subject: Subject) -> str:
    return limit_words(remedy.answered, subject)


def limit_words(due: str, subject: Subject) -> str:
    """As the limits table has it for this room today."""
    matter = subject.matter
    found = rules().limits.of(matter.kind, matter.urgency or Urgency.NORMAL, due)
    return str(found).replace(" ", "") if found else "规定期限"


def levels(*parts: tuple[str, str]) -> str:
    return "\n".join(
        f"{number}、{head}\n{text}" for number, (head, text) in zip("一二三四五六", parts, strict=False)
    )


def ended(text: str) -> str:
    return f"{text.strip().rstrip('。')}。" if text.strip() else ""
