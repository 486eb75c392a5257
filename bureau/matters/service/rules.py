"""Who may sign for a paper, contest it, decide."""

from bureau.matters.models import Contest, Service
from bureau.matters.policy import No, Rule, Verdict, Yes, of_unit
from bureau.matters.saying import Said, said, says
from bureau.matters.service.declared import paper_of, remedies_of, who_took_part
from bureau.matters.service.remedies import takes_no_part, used
from bureau.matters.service.windows import why_closed
from bureau.org.actor import Actor
from bureau.org.models import Position, Unit
from bureau.org.posts import Post


@said("受送达单位联络员、负责人，受送达人本人")
def addressee(person: Actor, record: Service | Contest) -> Verdict:
    """Those who answer for the unit on which it was served; the head of a unit that has no part; the person themselves, in nobody
    else's hands."""
    service = record if isinstance(record, Service) else record.service
    if service.assignment and of_unit(person, service.assignment):
        return Yes()
    if service.unit and heads(person, service.unit):
        return Yes()
    if service.position and not person.lent and is_they(person, service.position):
        return Yes()
    return No("这一步由受送达人办理。")


def heads(person: Actor, unit: Unit) -> bool:
    """Answers for it as its head, or of the one that it was merged into."""
    return person.answers_for_unit and person.holds(Post.HEAD) and unit.pk in person.own_units


def is_they(person: Actor, position: Position) -> bool:
    return position.cadre.person_id is not None and position.cadre.person_id == person.pk


def open_for(kind: str) -> Rule:
    """The paper may be contested in this way: it is declared, in time, and for the first time."""

    def rule(person: Actor, service: Service) -> Verdict:
        remedy = next((one for one in remedies_of(service) if one.kind == kind), None)
        if remedy is None:
            return No("对这份文书没有这一救济方式。")
        if contested(service, kind):
            return used(remedy.label)
        why = why_closed(service, remedy)
        return No(why, shown=True) if why else Yes()

    return says(rule, Said(only=("在期限以内，每种限一次",)))


def contested(service: Service, kind: str) -> bool:
    return any(one.kind == kind and one.state != Contest.State.WITHDRAWN for one in service.contests.all())


@said(only="有可以提出的救济")
def open_for_some(person: Actor, service: Service) -> Verdict:
    """For who enters what came on paper: the day on which it came decides, so the time may be over by now."""
    if why := paper_of(service).closed(service):
        return No(why, shown=True)
    left = [one for one in remedies_of(service) if not contested(service, one.kind)]
    return Yes() if left else No("没有可以代录的救济。")


@said("局领导、县领导", only="没有参与所涉文书的作出")
def decides(person: Actor, contest: Contest) -> Verdict:
    """回避: who took part in what is contested does not decide (政府督查工作条例 第17条)."""
    if not (person.holds(Post.DIRECTOR) or person.holds(Post.LEADER)):
        return No("由局领导或者县领导决定。")
    return takes_no_part(person, who_took_part(contest.service), "局领导或者县领导决定")


@said(only="限提出的本人；书面提出的不限")
def wrote_it(person: Actor, contest: Contest) -> Verdict:
    """Whoever contested it, or in whose name it was done; of what came on paper anybody who answers for the unit."""
    if contest.entered:
        return Yes()
    return Yes() if contest.person_id in person.hands else No("由提出的人撤回。")
