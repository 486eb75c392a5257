"""Who a case lacks: said on its page to whoever may name another, so that it never stands still in silence."""

from accountability.aside import those_kept_out
from accountability.asked import INQUIRES
from accountability.models import Case
from accountability.policy import FEWEST
from accountability.states import CHECKING, INVESTIGATING, UNDER_WAY
from accountability.ties import ties
from bureau.org.models import Person
from bureau.org.posts import Post


def lacking(case: Case) -> list[str]:
    """A sentence for each, with what to do."""
    if case.state not in UNDER_WAY:
        return []
    out = case.kept_out if case.kept_out is not None else frozenset(those_kept_out(case))
    found = (no_director(out), no_officer(case, out), no_checkers(case), no_investigators(case, out))
    return [sentence for sentence in found if sentence]


def no_director(out: frozenset[int]) -> str:
    directors = Person.objects.filter(is_active=True, postings__post=Post.DIRECTOR)
    if not out or directors.exclude(pk__in=out).exists():
        return ""
    return "局领导都须回避，没有人审核、签发。请系统管理员、安全管理员任命一名不须回避的局领导，由其办理。"


def no_officer(case: Case, out: frozenset[int]) -> str:
    officer = case.matter.officer
    if officer.is_active and officer.pk not in out:
        return ""
    why = "须回避" if officer.is_active else "已停用"
    return f"经办人{officer.signature}{why}。请局领导在问责台账里选中本案，点“交接”，交给别的问责专员。"


def no_checkers(case: Case) -> str:
    if case.state != CHECKING or len(case.checkers.all()) >= FEWEST:
        return ""
    return f"初核人员不足{FEWEST}人，请点“改派初核人员”另派；不须回避的局领导也可以担任。"


def no_investigators(case: Case, out: frozenset[int]) -> str:
    """Not before somebody was named, or has to keep out: until then it is owed on the director's desk."""
    people = case.investigators.all()
    if case.state != INVESTIGATING or len(people) >= FEWEST or not (people or out):
        return ""
    return f"调查人员不足{FEWEST}人，请局领导点“指定调查人员”另派；不须回避的局领导也可以担任。"


def nobody_left(case: Case) -> str:
    """Where fewer than two of the whole bureau could be named."""
    people = Person.objects.filter(is_active=True, postings__post__in=INQUIRES).distinct()
    free = [one for one in people if not ties(one, case)]
    if len(free) >= FEWEST:
        return ""
    return f"督查局已没有{FEWEST}名不须回避的人可派：请系统管理员补设岗位；还没有初核的线索，也可以由局领导移送有权机关。"
