"""Fields that only this room's steps ask for."""

from dataclasses import dataclass
from typing import Any

from django import forms

from accountability.bases import CHOICES as BASES
from accountability.models import (
    Case,
    Explanation,
    Opinion,
    Organ,
    Responsibility,
    Subject,
    Tolerance,
    Way,
)
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.pages.asks import Ask, Choice, Day, OneUnit, Text

CASE, SUBJECT = Case.LENGTHS, Subject.LENGTHS
INQUIRES = (Post.ACCOUNTABILITY, Post.OFFICER, Post.INTAKE, Post.APPRAISAL, Post.DIRECTOR)


class Signed(forms.ModelMultipleChoiceField):
    def label_from_instance(self, person: Person) -> str:
        return person.signature


@dataclass(frozen=True)
class Team(Ask):
    """People of the bureau, several of them."""

    def field(self) -> forms.Field:
        found = Person.objects.filter(is_active=True, postings__post__in=INQUIRES).distinct().order_by("pk")
        return Signed(
            label=self.label,
            help_text=self.help_text,
            queryset=found,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": f"请选择{self.label}。"},
        )


@dataclass(frozen=True)
class Ticked(Ask):
    """One or more of what the record offers; the form that shows it fills in the choices."""

    def field(self) -> forms.Field:
        return forms.MultipleChoiceField(
            label=self.label,
            help_text=self.help_text,
            required=self.required,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": f"请选择{self.label}。"},
        )


def long(name: str, label: str, help_text: str = "", rows: int = 5, required: bool = True) -> Text:
    return Text(name, label, help_text, required, limit=CASE[name], rows=rows, printed=True)


WAY = Choice("way", "方式", choices=Way.choices)
TOPICS = Text(
    "topics",
    "请说明的问题",
    "收到关于对象哪些方面的反映，请其说明什么；会写进函询通知书，不要写出反映人。",
    limit=Explanation.LENGTHS["topics"],
    rows=5,
    printed=True,
)
ANSWERED_ON = Day("answered_on", "说明日期", "谈话的日期，或者书面说明送到的日期。")
WORDS = Text(
    "words",
    "说明的情况",
    "逐个问题写明承认、否认和理由；写单位和职务，不写姓名。",
    limit=Explanation.LENGTHS["words"],
    rows=8,
    printed=True,
)
CHECKERS = Team("checkers", "初核人员", "至少两人；与问责对象、事项有利害关系的须回避。")
PLAN = long("check_plan", "初核方案", "查哪些事实，找谁核实，调哪些材料。", 4)
FINDINGS = long("check_findings", "查明的事实", "逐条写，注明依据的材料；写单位和职务，不写姓名。", 8)
UNPROVED = long("check_unproved", "未能查实的", rows=3, required=False)
RESPONSIBLE = long("check_responsibility", "责任划分意见", "谁负直接责任、主要领导责任、重要领导责任。", 3)
TOLERABLE = long("check_tolerance", "容错情形", "有没有应当容错的情形，逐项说明。", 3)
OPINION = Choice("check_opinion", "处理建议", choices=Opinion.choices)
GROUNDS = Text(
    "basis",
    "立案依据",
    "违反哪一部规定的第几条。",
    limit=CASE["basis"],
    rows=2,
    printed=True,
)
INVESTIGATORS = Team("investigators", "调查人员", "至少两人；与问责对象、事项有利害关系的须回避。")
OUTCOME = Text("outcome", "理由", "写明事实、依据；会告知提出的单位。", limit=CASE["outcome"], rows=4)
TO_UNIT = OneUnit("unit", "转给单位", "由它按职责办理：全称、简称或拼音首字母。")
TITLE = Text("title", "督查事项", "单位看到的标题；不写线索、案件的内容。", limit=200, rows=1)
TO_ORGAN = Choice(
    "organ",
    "移送机关",
    choices=[one for one in Organ.choices if one[0] != Organ.BUREAU],
    first=Organ.DISCIPLINE,
)
FACTS = long("report_facts", "认定的事实", "逐条写，注明证据编号；写单位和职务，不写姓名。", 10)
BREACH = long("report_breach", "违反的规定", "规定名称、条款和原文。", 4)
AGGRAVATING = long("report_aggravating", "从重情形", rows=3, required=False)
MITIGATING = long("report_mitigating", "从轻情形", rows=3, required=False)
CONCLUSION = long("report_opinion", "处理意见", "逐个对象写明建议的处理。", 5)

SUBJECT_FINDINGS = Text(
    "findings",
    "认定的事实和责任",
    "只写这一个对象的；写进告知书和决定书，不写其他人。",
    limit=SUBJECT["findings"],
    rows=8,
    printed=True,
)
RESPONSIBILITY = Choice("responsibility", "责任", choices=Responsibility.choices)
MEASURES = Ticked("measures", "问责方式", "可以合并使用；几种都有影响期的，以最长的为准。")
DOUBLE = Text(
    "double_reason",
    "并用的理由",
    "同一事实已经受过处理，仍须问责时填写（政务处分法第16、17条）。",
    False,
    limit=SUBJECT["double_reason"],
    rows=2,
)
BASIS = Choice("basis", "决定依据", "申诉的途径和期限随依据确定，印在决定书上。", choices=BASES)
NOT_HELD = Text("outcome", "理由", limit=SUBJECT["outcome"], rows=4)
ANSWER_BY = Day("answer_by", "反馈期限", "请有权机关在这一天以前反馈；到期没有反馈的提醒催问。")
ORGANS_NUMBER = Text("decision_number", "决定文号", "有权机关文件的文号。", limit=60, rows=1)
ORGANS_DAY = Day("decided_on", "决定日期", "影响期从这一天起算。")
IMPROVEMENT = Text(
    "improvement",
    "改正情况",
    "影响期内的表现、改正的情况，由所在单位和督查局核实。",
    limit=SUBJECT["improvement"],
    rows=4,
    printed=True,
)
APPLICATION = Text("text", "申请的事实和理由", limit=Tolerance.LENGTHS["text"], rows=8)
APPLIED_ON = Day("applied_on", "申请日期")


def checked_before(case: Any) -> dict[str, Any]:
    """What the form of a report begins with: what was reported before and came back."""
    names = ("check_findings", "check_unproved", "check_responsibility", "check_tolerance", "check_opinion")
    return {name: getattr(case, name) for name in names}


def reported_before(case: Any) -> dict[str, Any]:
    """Likewise; facts begin with what the preliminary check found."""
    names = ("report_breach", "report_aggravating", "report_mitigating", "report_opinion")
    before = {name: getattr(case, name) for name in names}
    return before | {"report_facts": case.report_facts or case.check_findings}
