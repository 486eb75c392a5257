"""The life of a bulletin: drafted, checked, signed and numbered, issued once it is set (facts §11.1)."""

from django.utils import timezone

from bureau.matters import asks
from bureau.matters.flow import Flow, Step, move
from bureau.matters.flow import sentence as tell
from bureau.matters.policy import by_the_system, every, who_took
from bureau.org.actor import Actor
from bureau.pages.asks import Day, OneUnit, Text
from reports import contesting, policy
from reports.models import Objection
from reports.states import (
    CHECKED,
    CHOICES,
    DISCARDED,
    DRAFT,
    FROZEN,
    ISSUED,
    SIGNED,
    STATES,
    SUBMITTED,
    UNSIGNED,
)

__all__ = ["CHOICES", "FROZEN", "STATES", "UNSIGNED"]

CREATE = Step(
    "reports.create",
    "拟稿",
    frm=(DRAFT,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 拟稿{origin}，引用事项{count}项",
)
CREATE_ANSWER = Step(
    "reports.create_answer",
    "起草专报",
    frm=(DRAFT,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 起草专报，反馈{instruction}第{round}轮批示",
)
EDIT = Step(
    "reports.edit", "修改", frm=(DRAFT,), to=None, rule=policy.desk, offered=False, sentence="{actor} 修改"
)
INSERT = Step(
    "reports.insert",
    "插入",
    frm=(DRAFT,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 插入{label}“{title}”",
)
EDIT_INSERT = Step(
    "reports.edit_insert",
    "修改插入件",
    frm=(DRAFT,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 修改{label}“{title}”",
)
DROP_INSERT = Step(
    "reports.drop_insert",
    "删除插入件",
    frm=(DRAFT,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 删除{label}“{title}”",
)
ADDRESS = Step(
    "reports.address",
    "套用名单",
    frm=(DRAFT,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 套用分发名单“{name}”",
)
RESTORE = Step(
    "reports.restore",
    "恢复版本",
    frm=(DRAFT,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 恢复第{number}版的文字",
)
CREATE_CORRECTION = Step(
    "reports.create_correction",
    "起草更正",
    frm=(DRAFT,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 起草对{number}的更正",
)
REFRESH = Step(
    "reports.refresh",
    "刷新数据",
    frm=(DRAFT,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 刷新数据",
)
SUBMIT = Step(
    "reports.submit",
    "送核稿",
    frm=(DRAFT,),
    to=SUBMITTED,
    rule=policy.desk,
    sentence="{actor} 送核稿",
    tone="primary",
)
TAKE_BACK = Step(
    "reports.take_back",
    "撤回",
    frm=(SUBMITTED,),
    to=DRAFT,
    rule=every(policy.desk, who_took(SUBMIT, lines=policy.lines_of)),
    sentence="{actor} 撤回送核稿",
    hint="还没有核稿，可以撤回修改后再送。",
    takes_back=(SUBMIT,),
)
DISCARD = Step(
    "reports.discard",
    "废弃",
    frm=(DRAFT,),
    to=DISCARDED,
    rule=policy.desk,
    sentence="{actor} 废弃草稿",
    tone="danger",
    confirm="废弃后不能找回。确定废弃这份草稿？",
)
CHECK = Step(
    "reports.check",
    "核稿通过",
    frm=(SUBMITTED,),
    to=CHECKED,
    rule=every(policy.desk, policy.checks),
    sentence="{actor} 核稿通过，送{signer}签发",
    tone="primary",
    hint="核对事实、数据、文字和格式。通过后送签发，不通过的退回修改。",
)
TAKE_BACK_CHECK = Step(
    "reports.take_back_check",
    "撤回核稿",
    frm=(CHECKED,),
    to=SUBMITTED,
    rule=every(policy.desk, policy.checked),
    sentence="{actor} 撤回核稿，重新核对",
    hint="还没有签发，可以撤回重新核对。",
    takes_back=(CHECK,),
)
SEND_BACK = Step(
    "reports.send_back",
    "退回修改",
    frm=(SUBMITTED, CHECKED),
    to=DRAFT,
    rule=policy.sends_back,
    sentence="{actor} 退回修改：{reason}",
    asks=(asks.REASON,),
    tone="danger",
    hint="写明要改什么。退回后由拟稿人修改，再次送核稿。",
)
SIGN = Step(
    "reports.sign",
    "签发",
    frm=(CHECKED,),
    to=SIGNED,
    rule=every(policy.signer, policy.four_eyes, policy.not_to_oneself),
    sentence="{actor} 签发，编为{number}",
    tone="primary",
    confirm="签发后即编号、定稿，不能再改。确定签发？",
    hint="签发即编号、定稿：正文、数据和附表从此不再改变，随即排版印发。",
)
ISSUE = Step(
    "reports.issue",
    "印发",
    frm=(SIGNED,),
    to=ISSUED,
    rule=by_the_system,
    offered=False,
    sentence="排版完成，印发{name}",
)
RENDER_AGAIN = Step(
    "reports.render_again",
    "重新排版",
    frm=(SIGNED,),
    to=None,
    rule=every(policy.desk, policy.failed),
    sentence="{actor} 重新排版",
    tone="primary",
)

ANSWER = Step(
    "reports.answer",
    "书面回复",
    frm=(ISSUED,),
    to=None,
    rule=policy.answers,
    sentence="{actor} 代表{unit}书面回复",
    asks=(asks.ANSWER,),
    tone="primary",
    hint="写明原因、整改措施、责任人和完成时间。回复以后不能修改。",
)
OBJECT = Step(
    "reports.object",
    "对数据提出异议",
    frm=(ISSUED,),
    to=None,
    rule=contesting.objects,
    sentence="{actor} 代表{unit}对“{figure}”提出异议",
    asks=(
        Text(
            "figure",
            "有异议的数据",
            "如：第3项标为进展滞后；按期办结率。",
            limit=Objection.FIGURE_LENGTH,
            rows=2,
        ),
        Text("text", "理由和依据", limit=Objection.TEXT_LENGTH, rows=6),
    ),
    hint="只能提出一次：写明哪一项数据有误、应当是多少、依据是什么。由没有参与这一期的人核实，不会因此对你单位更加不利；确有错误的另发更正。",
)
ENTER_OBJECTION = Step(
    "reports.enter_objection",
    "代录书面异议",
    frm=(ISSUED,),
    to=None,
    rule=contesting.enters,
    sentence="{actor} 代录{unit}对“{figure}”的书面异议（{on}收到）",
    asks=(
        OneUnit("unit", "提出单位", "全称、简称或拼音首字母。"),
        Day("on", "收到日期", "收到书面异议的那一天；以它判断是否在期限以内。"),
        *OBJECT.asks,
    ),
    hint="单位用纸提出的，照原文录入；由没有参与这一期的人核实。",
)
WITHDRAW_OBJECTION = Step(
    "reports.withdraw_objection",
    "撤回异议",
    frm=(ISSUED,),
    to=None,
    rule=contesting.withdraws,
    sentence="{actor} 代表{unit}撤回对“{figure}”的异议",
    hint="还没有核实的可以撤回；期限以内可以再提出。",
    confirm="撤回以后在期限以内还可以再提出。确定撤回吗？",
    takes_back=(OBJECT, ENTER_OBJECTION),
)
UPHOLD = Step(
    "reports.uphold",
    "属实，予以更正",
    frm=(ISSUED,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 核实{unit}的异议属实，予以更正：{reason}",
)
DISMISS = Step(
    "reports.dismiss",
    "不予更正",
    frm=(ISSUED,),
    to=None,
    rule=policy.desk,
    offered=False,
    sentence="{actor} 核实{unit}的异议，不予更正：{reason}",
)


FLOW = Flow(
    "reports:step",
    (
        CREATE,
        CREATE_ANSWER,
        CREATE_CORRECTION,
        EDIT,
        INSERT,
        EDIT_INSERT,
        DROP_INSERT,
        ADDRESS,
        RESTORE,
        REFRESH,
        SUBMIT,
        TAKE_BACK,
        CHECK,
        TAKE_BACK_CHECK,
        SIGN,
        SEND_BACK,
        DISCARD,
        ISSUE,
        RENDER_AGAIN,
        ANSWER,
        OBJECT,
        ENTER_OBJECTION,
        WITHDRAW_OBJECTION,
        UPHOLD,
        DISMISS,
    ),
)


def note(step: Step, bulletin, actor, **facts):
    """A line that moves nothing: what units say of an issue makes nobody else's form of it old. Returns the line."""
    return write(step, bulletin, actor, facts)


def take(step: Step, bulletin, actor=None, *, changes=None, **facts):
    """Move by compare-and-set and write the line, inside the verb's transaction. Raises NotNow. Returns the line."""
    move(step, bulletin, **(changes or {}))
    return write(step, bulletin, actor, facts)


def write(step: Step, bulletin, actor, facts: dict):
    actor = Actor.of(actor) if actor else None
    return bulletin.entries.create(
        actor=actor and actor.principal,
        actor_words=actor.signature if actor else "系统",
        step=step.key,
        sentence=tell(step, actor, facts),
        at=timezone.now(),
    )
