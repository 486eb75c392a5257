"""Who may issue, answer, withdraw."""

from bureau.matters.policy import No, Refused, Yes, may, of_unit
from bureau.notices.models import Kind
from bureau.org.posts import Post


def ask(person, step, paper) -> None:
    """For a paper that is not written yet: raises Refused with the reason."""
    if not (verdict := may(person, step, paper)):
        raise Refused(verdict.reason)


def red_by_leaders(person, paper):
    if paper.kind == Kind.RED and not person.holds(Post.DIRECTOR):
        return No("红牌并约谈由局领导发出。")
    return Yes()


def of_its_unit(person, paper):
    return of_unit(person, paper.assignment)


def matter_goes_on(person, paper):
    return Yes() if paper.matter.is_open else No(f"事项{paper.matter.stage}，不用再回复。")


def by_head(person, paper):
    """Where the unit wants its head's countersignature, its head answers."""
    if paper.assignment.unit.countersigns and not person.holds(Post.HEAD):
        return No("本单位的书面回复由单位负责人报送。", shown=True)
    return Yes()


def answered_it(person, paper):
    """Whoever answered, or in whose name it was answered."""
    return Yes() if paper.answered_by_id in person.hands else No("由回复的人撤回。")


def nothing_followed(person, paper):
    """Neither a later paper to the unit nor the talk."""
    if paper.talk_record or paper.assignment.urgings.filter(pk__gt=paper.pk).exists():
        return No("此后又有文书或约谈，不能再撤回。")
    return Yes()


def of_talk(person, paper):
    if paper.kind != Kind.RED:
        return No("只有红牌须约谈。")
    return No("约谈记录已经登记，不能修改。") if paper.talk_record else Yes()
