"""Who may take which step of an inspection."""

from bureau.matters.access.behalf import same_hand
from bureau.matters.policy import No, Refused, Verdict, Yes
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function, Post
from directives.inspections import states
from directives.inspections.models import Inspection, Target, Use


def require_desk(person: Person | Actor) -> None:
    """Planning needs no record to ask about. Raises Refused."""
    if not person.sits_at(Function.INSPECTIONS):
        raise Refused("督查方案由督查局拟定。")


def team_of(inspection: Inspection) -> frozenset[int]:
    """Keys of who plans it and who goes: 经办人, 组长, 组员."""
    members = [person.pk for person in inspection.members.all()]
    return frozenset([inspection.matter.officer_id, inspection.head_id, *members])


def inspection_of(record: Inspection | Target | Use) -> Inspection:
    return record if isinstance(record, Inspection) else record.inspection


@said("经办人、组长、组员")
def team(person: Actor, record: Inspection | Target) -> Verdict:
    """Who plans it and who goes."""
    if person.pk in team_of(inspection_of(record)):
        return Yes()
    return No("这一步由督查组办理。")


@said("经办人、组长")
def leads_it(person: Actor, record: Inspection | Target | Use) -> Verdict:
    inspection = inspection_of(record)
    if person.pk in (inspection.matter.officer_id, inspection.head_id):
        return Yes()
    return No("这一步由经办人或者组长办理。")


@said("方案写明的审批人")
def approver(person: Actor, record: Inspection | Use) -> Verdict:
    """The head of government, or whom the bureau's rule names (政府督查工作条例 第11条, 第21条): written in the plan."""
    return Yes() if person.pk == inspection_of(record).approver_id else No("由方案写明的审批人审批。")


@said(only="拟定人本人、督查组的人不审批")
def four_eyes_plan(person: Actor, record: Inspection) -> Verdict:
    """Nor in the approver's name."""
    if same_hand(person, record.matter, record.matter.officer_id):
        return No("须由拟定人以外的人审批。", shown=True)
    if person.hands & team_of(record):
        return No("须由督查组以外的人审批。", shown=True)
    return Yes()


@said(only="提出人本人不审批")
def four_eyes_use(person: Actor, record: Use) -> Verdict:
    if same_hand(person, record.matter, record.proposed_by_id):
        return No("须由提出人以外的人审批。", shown=True)
    return Yes()


@said("经办人、局领导")
def cancels(person: Actor, record: Inspection) -> Verdict:
    if person.pk == record.matter.officer_id or person.holds(Post.DIRECTOR):
        return Yes()
    return No("由经办人或者局领导取消。")


@said("局领导", only="拟稿人本人不签发")
def signs(person: Actor, record: Target) -> Verdict:
    """A conclusion is signed by a bureau leader who did not draft it."""
    if not person.holds(Post.DIRECTOR):
        return No("督查结论由局领导签发。")
    if same_hand(person, record.matter, record.drafted_by_id):
        return No("须由拟稿人以外的局领导签发。", shown=True)
    return Yes()


@said(only="限拟稿的本人")
def drafted_it(person: Actor, record: Target) -> Verdict:
    return Yes() if record.drafted_by_id in person.hands else No("由拟稿的人撤回。")


@said(only="实地督查已经开始，活动没有结束")
def on_site(person: Actor, record: Target) -> Verdict:
    """Also after the visits: what was written down where there was no signal comes late and is not lost."""
    if record.inspection.state in (states.RUNNING, states.CONCLUDING):
        return Yes()
    begun = record.inspection.state == states.CLOSED
    return No("督查活动已经结束，不能再补记现场情况。" if begun else "方案批准、开始督查以后再记录。")


@said(only="实地督查已经结束")
def is_over(person: Actor, record: Target) -> Verdict:
    """A conclusion is made when the visits are over: until then an unannounced one is the team's alone."""
    return Yes() if record.inspection.state == states.CONCLUDING else No("实地督查结束以后再办。")


@said(only="实地督查已经结束")
def went(person: Actor, record: Target) -> Verdict:
    """What was put right is looked at after the visits, also when the activity is over."""
    over = record.inspection.state in (states.CONCLUDING, states.CLOSED)
    return Yes() if over else No("实地督查结束以后再登记核查。")


@said(only="暗访的在实地督查结束以后")
def revealed(person: Actor, record: Target) -> Verdict:
    """A directive is read by others: of an unannounced visit none is begun while it goes on."""
    return No("暗访结束以后再转为督查事项。", shown=True) if record.matter.team_only else Yes()


@said(only="各督查对象都已有结论")
def all_settled(person: Actor, record: Inspection) -> Verdict:
    """Every target has its conclusion, or it is said why not (政府督查工作条例 第16条)."""
    targets = record.targets.select_related("assignment__unit")
    waiting = [str(one) for one in targets if one.state not in states.SETTLED]
    if not waiting:
        return Yes()
    return No(f"{'、'.join(waiting[:3])}等{len(waiting)}个督查对象还没有结论。", shown=True)
