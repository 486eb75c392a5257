"""Who may take which step of a complaint."""

from bureau.matters.access.behalf import same_hand
from bureau.matters.known import lead_of
from bureau.matters.policy import No, Refused, Verdict, Yes, desk, director
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function
from bureau.vault.models import Identity
from complaints import states
from complaints.dues import ADDED, TELL
from complaints.models import AgreedItem, Complaint, Mode, Reception


def require_desk(person: Person | Actor) -> None:
    """Registering needs no record to ask about. Raises Refused."""
    if not person.sits_at(Function.COMPLAINTS):
        raise Refused("登记投诉由督查局投诉受理员办理。")


@said(only="拆分出来的件除外")
def whole_only(person: Actor, record: Complaint) -> Verdict:
    """What was split off is told, answered and called back with the whole."""
    return No(f"本件拆分自{record.whole}，在那一件上办理。") if record.whole_id else Yes()


@said(only="实名，代表不超过5人")
def may_name_another(person: Actor, record: Complaint) -> Verdict:
    """Of a joint visit at most five are named (信访工作条例 第20条), and none of who stays anonymous."""
    if record.anonymous:
        return No("匿名投诉不登记代表。")
    if people_named(record) >= Reception.MOST_VISITORS:
        return No(f"代表最多登记{Reception.MOST_VISITORS}人。", shown=True)
    return Yes()


def people_named(record: Complaint) -> int:
    return Identity.objects.filter(matter=record.pk).count()


@said(only="只要求一次")
def once(person: Actor, record: Complaint) -> Verdict:
    return No("已要求补正过一次，不能再次要求。", shown=True) if record.supplemented else Yes()


@said(only="限匿名且没有可查线索的投诉")
def anonymous(person: Actor, record: Complaint) -> Verdict:
    return Yes() if record.anonymous else No("只有匿名、没有可查线索的投诉可以直接存查。")


@said(only="拟办人本人不审批")
def four_eyes_refusal(person: Actor, record: Complaint) -> Verdict:
    """Who proposed to refuse it cannot be who decides so."""
    if same_hand(person, record.matter, record.proposed_by_id):
        return No("须由拟办人以外的局领导审批。", shown=True)
    return Yes()


@said(only="督查局自办的除外")
def to_units(person: Actor, record: Complaint) -> Verdict:
    return No("本件由督查局自办。") if record.mode == Mode.OWN else Yes()


@said(only="有待告知投诉人的事项")
def owed_a_word(person: Actor, record: Complaint) -> Verdict:
    """There is something that the complainant has not been told yet."""
    owed = (duty for duty in record.matter.duties.all() if duty.step == TELL and duty.done_at is None)
    return Yes() if any(owed) else No("没有待告知投诉人的事项。")


@said(only="投诉人有新的补充")
def added_to(person: Actor, record: Complaint) -> Verdict:
    """The complainant added something that nobody has looked at yet."""
    owed = (duty for duty in record.matter.duties.all() if duty.step == ADDED and duty.done_at is None)
    return Yes() if any(owed) else No("投诉人没有新的补充。")


@said(only="拆分出的各件都已办结")
def parts_are_done(person: Actor, record: Complaint) -> Verdict:
    """Split, and answered once: when every part has its finding."""
    parts = record.parts.select_related("matter").exclude(state=states.VOID)
    waiting = [str(part) for part in parts if not part.finding]
    return No(f"拆分出的{'、'.join(waiting)}还没有办结。", shown=True) if waiting else Yes()


@said(only="写明了被投诉单位")
def accuses_a_unit(person: Actor, record: Complaint) -> Verdict:
    return Yes() if record.respondent_id else No("没有写明被投诉单位。")


@said(only="没有待收的说明")
def nothing_asked(person: Actor, record: Complaint) -> Verdict:
    return No("已发出的说明通知还没有收到说明。", shown=True) if unheard(record) else Yes()


@said(only="有待收的说明")
def something_asked(person: Actor, record: Complaint) -> Verdict:
    return Yes() if unheard(record) else No("没有待收的说明。")


def unheard(record: Complaint) -> bool:
    return any(one.heard_on is None for one in record.hearings.all())


@said(only="议定事项都已登记落实")
def agreed_is_done(person: Actor, record: Complaint) -> Verdict:
    """What was agreed on the spot is carried out before it is judged."""
    waiting = AgreedItem.objects.filter(coordination__complaint=record.pk, done_on=None).count()
    return No(f"现场协调议定的还有{waiting}项没有登记落实。", shown=True) if waiting else Yes()


@said(only="能联系到投诉人，投诉人要求答复")
def answers(person: Actor, record: Complaint) -> Verdict:
    return Yes() if record.reachable and record.wants_reply else No("投诉人无法联系或者不要求答复。")


@said(only="投诉人无法联系或者不要求答复")
def answers_nobody(person: Actor, record: Complaint) -> Verdict:
    return No("须先答复投诉人。") if answers(person, record) else Yes()


@said("{desk}", only="没有经办、没有答复过本件")
def did_not_handle(person: Actor, record: Complaint) -> Verdict:
    """回访 is by somebody else than who handled or answered it (rooms §14.3)."""
    by = (record.matter.officer_id, record.answered_by_id, record.result_by_id)
    if same_hand(person, record.matter, *by):
        return No("回访须由经办、答复以外的人进行。", shown=True)
    return Yes()


@said(only="没有因不满意重办过")
def not_redone(person: Actor, record: Complaint) -> Verdict:
    return No("已按不满意重办过一次，请解释说明后办结。", shown=True) if record.redone else Yes()


@said(only="没有并入别的投诉")
def handled_here(person: Actor, record: Complaint) -> Verdict:
    """What was merged is handled, and done again, where it was merged into."""
    if record.merged_into_id is None:
        return Yes()
    return No(f"本件并入{record.merged_into}办理，请在那一件上重新办理，或者在本件上解释说明。", shown=True)


@said("局领导；没有承办单位的由{desk}")
def gives_to_another(person: Actor, record: Complaint) -> Verdict:
    """Another unit in a unit's place is a leader's decision; where none leads any more the desk gives it out as before."""
    return director(person, record) if lead_of(record.matter) else desk(person, record)


@said("{desk}；转办以后由局领导")
def voids(person: Actor, record: Complaint) -> Verdict:
    """Before units see it the desk may drop it; afterwards a bureau leader."""
    return director(person, record) if record.matter.opened_at else desk(person, record)
