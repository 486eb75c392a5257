"""What an enterprise does without an account: complains, adds facts, says whether it is content. Nobody of the bureau acts here."""

from collections.abc import Sequence
from dataclasses import replace

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.deadlines import duties
from bureau.matters.flow import NotNow, Step, bound_to
from bureau.matters.models import Entry
from bureau.org.models import Person
from bureau.org.posts import Post
from bureau.vault import opening
from bureau.vault.particulars import Particulars
from complaints import flow, states
from complaints.actions.answering import end
from complaints.actions.registering import Received, Told, begin, enter, index, title_in
from complaints.actions.screening import go_on
from complaints.dues import ADDED, CALL_BACK, JUDGE
from complaints.models import Channel, Complaint, Satisfaction


@bound_to(flow.RECEIVE)
@transaction.atomic
def receive(told: Told, who: Particulars, code: str, evidence: Sequence[Kept] = ()) -> Complaint:
    """网上投诉, to be found by its code, which stands nowhere in plain. Raises Barred where nobody receives it."""
    officer = who_receives()
    received = Received(Channel.WEB, timezone.now())
    complaint = begin(officer, received, told, by_code=True)
    enter(officer, received, title=title_in(told), wants=told.facts, complaint=complaint)
    opening.keep(officer, complaint.matter, replace(who, code=code), evidence)
    mode = complaint.get_identity_mode_display()
    flow.FLOW.take(flow.RECEIVE, complaint, None, at=complaint.matter.registered_at, mode=mode)
    return complaint


def who_receives() -> Person:
    """The first clerk of the desk; where there is none, a bureau leader."""
    active = Person.objects.filter(is_active=True).order_by("pk")
    found = (
        active.filter(postings__post=Post.INTAKE).first()
        or active.filter(postings__post=Post.DIRECTOR).first()
    )
    if found is None:
        raise Barred(f"{settings.BUREAU_NAME}暂时不能在网上受理投诉，请拨打投诉电话。")
    return found


@bound_to(flow.ADD)
@transaction.atomic
def add(complaint: Complaint, text: str) -> Entry:
    """补充情况; what was asked for is answered by it. Raises Barred where it tells who complains, or is too much."""
    found = held(flow.ADD, complaint)
    facts = f"{found.facts}\n（投诉人补充）{text}"
    if len(facts) > Complaint.LENGTHS["facts"]:
        raise Barred("补充的内容太长，请缩写。", field="text")
    if opening.told_by(found.matter, text):
        raise Barred("补充的情况里写出了您是谁，请改写。", field="text")
    state = found.state
    if state == states.SUPPLEMENTING:
        go_on(found)
        state = states.RECEIVED
    entry = flow.FLOW.take(flow.ADD, found, None, changes={"facts": facts, "state": state})
    index(found)
    duties.drop(found.matter, timezone.now(), ADDED)
    duties.owe(found.matter, ADDED, at=timezone.now(), person=found.matter.officer)
    return entry


@bound_to(flow.SAY)
@transaction.atomic
def say(complaint: Complaint, satisfaction: str, words: str = "") -> Entry:
    """The complainant's own word in place of a call-back."""
    found, now = held(flow.SAY, complaint), timezone.now()
    said = {"satisfaction": satisfaction, "called_back_at": now, "contacted": None, "solved": None}
    told = Satisfaction(satisfaction).label + (f"，{words}" if words else "")
    if satisfaction != Satisfaction.DISSATISFIED:
        return end(flow.SAY, None, found, said | {"state": states.CLOSED}, satisfaction=told)
    if opening.told_by(found.matter, words):
        raise Barred("意见里写出了您是谁，请改写。", field="words")
    duties.done(found.matter, CALL_BACK, at=now)
    duties.owe(found.matter, JUDGE, at=now, post=Post.DIRECTOR)
    changes = said | {"state": states.DISSATISFIED}
    return flow.FLOW.take(flow.SAY, found, None, at=now, changes=changes, satisfaction=told)


def held(step: Step, complaint: Complaint) -> Complaint:
    """The complaint as it stands, locked. Raises NotNow where it is too late for that."""
    cover.lock(complaint.pk)
    found = Complaint.objects.select_related("matter__officer").get(pk=complaint.pk)
    if found.state not in step.frm:
        raise NotNow("现在不能办理这一步，请看最新的办理情况。")
    return found
