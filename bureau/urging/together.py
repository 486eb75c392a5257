"""批量催办: of chosen matters, what the ladder asks for now, as 待发催办 lists it. What calls for a talk is issued there, one by one."""

from collections import defaultdict
from collections.abc import Sequence

from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.matters.deeds import Deed, Look
from bureau.matters.flow import Record
from bureau.matters.models import Duty
from bureau.matters.policy import No, Verdict, Yes
from bureau.notices.ladder import ORDER, Ladder
from bureau.notices.models import Kind
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.pages.asks import Text
from bureau.urging import actions
from bureau.urging.forms import REMARKS
from bureau.urging.lines import AT
from bureau.urging.models import Urging
from bureau.urging.proposals import proposed

REMARK = Text(
    "remark",
    "具体要求",
    "可以不填。写进文书，承办单位看得到。",
    required=False,
    limit=Urging._meta.get_field("remark").max_length or 0,
    chips=REMARKS,
    printed=True,
)
NOTHING = "没有应发的催办文书：没有逾期，或者应发的已经发出、暂缓发出。"
TALKS = "应发的是红牌并约谈，请到“待发催办”逐件办理。"


def looks(person: Person | Actor, records: Sequence[Record]) -> Look:
    found: dict[int, list[Duty]] = defaultdict(list)
    keys = [record.matter.pk for record in records]
    for duty in proposed(Actor.of(person).person, Ladder()).filter(matter__in=keys):
        found[duty.matter_id].append(duty)

    def look(record: Record) -> Verdict:
        duties = found.get(record.matter.pk)
        if not duties:
            return No(NOTHING)
        return Yes() if any(map(issued_so, duties)) else No(TALKS)

    return look


def issued_so(duty: Duty) -> bool:
    return duty.reached < ORDER[Kind.RED]


@transaction.atomic
def urge(person: Person, record: Record, remark: str = "") -> list[Urging]:
    """Each paper that is proposed of the matter, but red cards. Raises Barred where none is."""
    duties = list(filter(issued_so, proposed(person, Ladder()).filter(matter=record.matter).order_by("pk")))
    if not duties:
        raise Barred(NOTHING)
    return [actions.issue(person, duty, AT[duty.reached], remark) for duty in duties]


DEED = Deed(
    "urge",
    "催办",
    Post.OFFICER,
    looks,
    urge,
    (REMARK,),
    "按督办规则发出应发的催办单、督办函，逐件编号，承办单位须书面回复。",
)
