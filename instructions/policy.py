"""Who may take which step of an instruction."""

from bureau.matters.access.behalf import same_hand
from bureau.matters.policy import No, Refused, Verdict, Yes, desk, director
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function, Post
from instructions.models import Instruction, Origin


def require_desk(person: Person | Actor) -> None:
    """Registering needs no record to ask about. Raises Refused."""
    if not person.sits_at(Function.INSTRUCTIONS):
        raise Refused("登记批示件由督查局办理。")


def require_leader(person: Person | Actor) -> None:
    """Only a county leader, or who acts in their name, writes their word. Raises Refused."""
    if not person.holds(Post.LEADER):
        raise Refused("批示由县领导作出。")


@said(only="批示要求办理")
def pursued(person: Actor, record: Instruction) -> Verdict:
    if record.round.pursued:
        return Yes()
    return No("批示只要求阅知、阅研，登记后存阅；确需办理的，请先修改批示要求。")


@said(only="批示只要求阅知、阅研")
def not_pursued(person: Actor, record: Instruction) -> Verdict:
    return No("批示要求办理，须拟办、交办。") if record.round.pursued else Yes()


@said(only="手写批示已经转写")
def legible(person: Actor, record: Instruction) -> Verdict:
    """What was written by hand is put into letters before anything is done on it."""
    if record.unread:
        return No("手写批示还没有转写，请先转写。", shown=True)
    return Yes()


@said("{desk}，或者批示领导的秘书", only="有待转写的手写批示")
def transcribes(person: Actor, record: Instruction) -> Verdict:
    """The desk; or the leader, by whoever enters it in the leader's name."""
    if not record.unread:
        return No("没有待转写的手写批示。")
    return Yes() if wrote(person, record) else desk(person, record)


@said(only="限第一轮批示")
def first_word(person: Actor, record: Instruction) -> Verdict:
    return Yes() if record.round.number == 1 else No("撤回的是新的批示。")


@said(only="限第二轮及以后的批示")
def later_word(person: Actor, record: Instruction) -> Verdict:
    """Of rounds before this was kept nobody knows what stood before them."""
    return Yes() if record.round.before else No("这一轮批示不能撤回。")


@said(only="限纸质批示件")
def from_paper(person: Actor, record: Instruction) -> Verdict:
    """What a leader wrote in the system is not mended by others."""
    return Yes() if record.round.origin == Origin.PAPER else No("领导在系统里的批示不能修改。")


@said(only="拟办人本人不审定")
def four_eyes_approval(person: Actor, record: Instruction) -> Verdict:
    """Who proposed cannot be who approves."""
    if same_hand(person, record.matter, record.proposed_by_id):
        return No("须由拟办人以外的局领导审定。", shown=True)
    return Yes()


@said(only="批示领导要求反馈")
def answered(person: Actor, record: Instruction) -> Verdict:
    return Yes() if record.round.wants_answer else No("批示领导没有要求反馈，审核通过即办结。")


@said(only="批示领导没有要求反馈")
def unanswered(person: Actor, record: Instruction) -> Verdict:
    return No("批示领导要求反馈，须呈报专报。") if record.round.wants_answer else Yes()


@said("批示领导，或者其秘书代录")
def wrote(person: Actor, record: Instruction) -> Verdict:
    """The leader whose word it is."""
    return Yes() if record.matter.leader_id == person.pk else No("由批示领导本人阅批。")


@said("{desk}", only="批示领导不在本系统里阅批")
def elsewhere(person: Actor, record: Instruction) -> Verdict:
    """The desk notes what a leader without an account here said."""
    if record.matter.leader_id:
        return No("批示领导在系统里阅批，可由其秘书代录。")
    return desk(person, record)


@said("批示领导；不在本系统里阅批的，{desk}")
def leader_or_desk(person: Actor, record: Instruction) -> Verdict:
    return Yes() if wrote(person, record) else elsewhere(person, record)


@said("{desk}；交办以后由局领导")
def voids(person: Actor, record: Instruction) -> Verdict:
    """Before units see it the desk may drop it; afterwards a bureau leader."""
    return director(person, record) if record.matter.opened_at else desk(person, record)
