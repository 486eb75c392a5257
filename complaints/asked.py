"""Fields that only this room's steps ask for."""

from dataclasses import dataclass
from typing import Any

from django import forms

from bureau.matters import asks, rooms
from bureau.org.models import Person, Urgency
from bureau.org.posts import DESKS, Function
from bureau.pages.asks import Ask, Choice, Day, Text, Tick
from complaints.models import AnswerWay, Complaint, Finding, Ground, Hearing, Mode, Satisfaction

LENGTHS = Complaint.LENGTHS
CLASSES = [
    (Urgency.SIMPLE.value, "简单（5个工作日）"),
    (Urgency.NORMAL.value, "一般（15个工作日）"),
    (Urgency.COMPLEX.value, "复杂（30日）"),
    (Urgency.URGENT.value, "急件"),
]


@dataclass(frozen=True)
class Officer(Ask):
    """Somebody of the complaints' desk."""

    def field(self) -> forms.Field:
        persons = Person.objects.filter(is_active=True, postings__post__in=DESKS[Function.COMPLAINTS])
        return forms.ModelChoiceField(
            persons.distinct(), label=self.label, help_text=self.help_text, required=self.required
        )


@dataclass(frozen=True)
class Room(Ask):
    """A room that begins matters from others'."""

    def field(self) -> forms.Field:
        choices = [(room.kind, room.label) for room in rooms.beginning()]
        return forms.ChoiceField(
            label=self.label, choices=choices, initial=choices[0][0], widget=forms.RadioSelect
        )


@dataclass(frozen=True)
class Money(Ask):
    """In yuan, two places."""

    required: bool = False

    def field(self) -> forms.Field:
        return forms.DecimalField(
            label=self.label,
            help_text=self.help_text,
            required=self.required,
            min_value=0,
            max_digits=12,
            decimal_places=2,
        )


def choice(name: str, label: str, kinds: Any, help_text: str = "", first: str = "") -> Choice:
    return Choice(name, label, help_text, choices=kinds.choices, first=first)


WHAT_IS_MISSING = Text(
    "reason",
    "需要补充什么",
    limit=500,
    chips=("被投诉的单位或者人员。", "发生的时间、地点。", "具体的请求。", "收费票据、合同等证据。"),
)
SUPPLIED = Text("text", "补充的内容", "写事实，不写投诉人的姓名、电话。", limit=2000, rows=5)
MODE = choice(
    "mode",
    "办理方式",
    Mode,
    "转办：承办单位可以提一次职责异议；交办：由督查局指定，不得退回；自办：督查局自己核查协调。",
    Mode.TRANSFER,
)
CLASS = Choice("urgency", "办理类别", choices=CLASSES, first=Urgency.NORMAL.value)
GROUND = choice("ground", "属于哪种情形", Ground)
REFUSAL_WORDS = Text(
    "words", "理由", "写进告知书，投诉人会读到。", limit=LENGTHS["refusal_words"], printed=True
)
ROUTE = Text(
    "route",
    "正确途径",
    "告诉投诉人该向谁提出；不填的，按所选情形的常用途径。",
    required=False,
    limit=LENGTHS["route"],
    rows=2,
    printed=True,
)
WAY = choice("way", "怎样告知", AnswerWay, first=AnswerWay.CALL)
INTO = Text("into", "并入哪一件", "填那一件的完整编号；须已受理、尚未审核认定。", limit=40, rows=1)
SUMMARY = Text(
    "summary",
    "转办摘要",
    "承办单位读到的就是这些；不写投诉人是谁。",
    limit=LENGTHS["summary"],
    rows=5,
    printed=True,
)
ASKED = Text("asked", "办理要求", required=False, limit=500, rows=2, printed=True)
DUE = Day("due", "办理时限", "不填的，按办理类别计算。", required=False)
HANDOUT = (asks.LEAD, asks.CO, CLASS, SUMMARY, ASKED, DUE)
PASSED_ON = Text(
    "words",
    "转告承办单位",
    "承办单位要知道的写在这里，写明事实，不写投诉人。",
    limit=500,
    rows=3,
)
QUESTIONS = Text(
    "questions",
    "需要说明的问题",
    "被投诉单位只读到这些；不写是谁反映的，也不写从何得知。",
    limit=Hearing.QUESTIONS_LENGTH,
    rows=5,
    printed=True,
)
EXPLAIN_UNTIL = Day("until", "说明期限")
EXPLANATION = Text("text", "说明内容", limit=Hearing.EXPLANATION_LENGTH, rows=6)
PART_TITLE = Text("title", "拆出部分的事由", limit=60, rows=1, printed=True)
FINDING = choice("finding", "查核结论", Finding)
REMEDY = Text(
    "remedy",
    "处理结果",
    limit=LENGTHS["remedy"],
    rows=3,
    printed=True,
    chips=("已拆除收费设施，退还所收费用。", "已办结相关手续并送达。", "已责令书面检查，限期整改。"),
)
REFUNDED = Money("refunded", "退还金额（元）", "没有的不填。")
ANSWER = Text(
    "text",
    "答复意见",
    "写明事实、结论、处理结果；不服的途径由答复书自动写上。",
    limit=LENGTHS["answer"],
    rows=10,
    printed=True,
)
ANSWER_WAY = choice("way", "答复方式", AnswerWay, first=AnswerWay.CALL)
ROOM = Room("kind", "立为")
SUPERVISED_TITLE = Text("title", "督查事项", limit=200, rows=2, printed=True)
SUPERVISED_WORDS = Text(
    "words",
    "情况",
    "牵头单位读到的就是这些：查实的问题和要求；不写投诉的来由和投诉人。",
    limit=1000,
    rows=4,
    printed=True,
)
SUPERVISED_DUE = Day("due", "办理时限", "不填的，按办理时限表计算。", required=False)
CONTACTED = Tick("contacted", "承办单位联系过投诉人")
SOLVED = Tick("solved", "反映的问题已经解决")
SATISFACTION = choice("satisfaction", "满意度", Satisfaction)  # chosen by who called back, never by the page
WHY = Text(
    "words", "投诉人的意见", "不满意的必须写明为什么；不写投诉人是谁。", required=False, limit=500, rows=3
)
UNLAWFUL = Tick(
    "unlawful", "诉求不合法或者超出职权，不计入满意率", "经甄别属于这种情况的勾选；统计时单列件数。"
)


NONE, ANOTHER, SEALED = "none", "another", "sealed"
DECISION = Choice(
    "decision",
    "决定",
    choices=(
        (NONE, "无须回避"),
        (ANOTHER, "更换经办人"),
        (SEALED, "设为限阅：分管被投诉单位的县领导看不到，承办人逐个授权"),
    ),
    first=ANOTHER,
)
OFFICER = Officer("officer", "新的经办人", "选“更换经办人”时填写。", required=False)
