"""回复意见: the verbs, and what stands against a person on a day. Each leaves a line of 审计记录."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accountability import numbering, states
from accountability.models import Asked, Clearance, Subject
from accountability.policy import require_desk
from accountability.prints.letters import clearance as letter
from bureau.files import store
from bureau.jobs.barred import Barred
from bureau.matters.policy import Refused
from bureau.org import cipher
from bureau.org.models import Cadre, Person, Position
from bureau.org.names import said_in_passing
from bureau.org.noting import note
from bureau.org.posts import Post
from bureau.press.printing import pdf_of

MOST = 100


@dataclass(frozen=True)
class Letter:
    """What the organ wrote."""

    organ: str
    received_on: date
    as_of: date
    purpose: str
    letter: str = ""


@dataclass(frozen=True)
class Against:
    """What stands against one person: `effects`, a sentence each; `cases`: numbers of what is open."""

    effects: tuple[str, ...]
    cases: tuple[str, ...]


def against(cadre: Cadre, on: date) -> Against:
    """As of that day, by what was decided on them: whatever was lifted or ended since, and nothing that ended before it. What was
    revoked never weighed on them."""
    mine = Subject.objects.filter(position__cadre=cadre, since__lte=on).select_related("case__matter")
    running = mine.filter(weighs_on(on), effect_from__lte=on, effect_until__gte=on).order_by("effect_until")
    effects = tuple(
        f"{'、'.join(str(s) for s in one.sanctions.select_related('measure') if s.in_force)}（{one.decision_number}），"
        f"影响期至{one.effect_until:%Y-%m-%d}{'（申诉已变更，待重新登记）' if one.state == states.CHANGED else ''}"
        for one in running
    )
    waiting = mine.filter(undecided(on), case__filed_at__date__lte=on).order_by("pk")
    cases = tuple(dict.fromkeys(str(one.case.matter.number) for one in waiting))
    return Against(effects, cases)


def weighs_on(day: date) -> Q:
    """What was decided is in force, waits for its lighter measure, or was ended only later."""
    return Q(state__in=(*states.IN_FORCE, states.CHANGED)) | Q(state=states.ENDED, let_go_on__gt=day)


def undecided(day: date) -> Q:
    """Neither decided on by that day, nor let go."""
    open_still = Q(let_go_on=None) | Q(let_go_on__gt=day)
    return open_still & (Q(decided_on=None) | Q(decided_on__gt=day))


def read(names: str) -> list[Position]:
    """One person a line: 「姓名」「姓名，单位」 or the code, found in the register. Raises Barred that names the line."""
    lines = [line.strip() for line in names.splitlines() if line.strip()]
    if not lines or len(lines) > MOST:
        raise Barred(f"请写明人员，一行一人，最多{MOST}人。", field="names")
    everybody = list(Cadre.objects.prefetch_related("positions__unit"))
    found = [one_of(number, line, everybody) for number, line in enumerate(lines, 1)]
    if len({one.pk for one in found}) != len(found):
        raise Barred("同一人写了两次，请核对。", field="names")
    return found


def one_of(number: int, line: str, everybody: Sequence[Cadre]) -> Position:
    words = [word for word in line.replace("，", " ").replace(",", " ").replace("、", " ").split() if word]
    same = [one for one in everybody if words[0] in (one.name, one.code)]
    if len(words) > 1:
        same = [
            one for one in same if any(words[1] in (p.unit.short, p.unit.name) for p in one.positions.all())
        ]
    if not same:
        raise Barred(
            f"第{number}行：干部名册里没有这个人，请核对姓名和单位，或者先登记到名册。", field="names"
        )
    if len(same) > 1:
        raise Barred(
            f"第{number}行：名册里有{len(same)}人同名，请在姓名后写明单位，或者改写干部编号。", field="names"
        )
    held = sorted(same[0].positions.all(), key=lambda one: (one.until is None, one.since), reverse=True)
    if not held:
        raise Barred(f"第{number}行：名册里没有登记职务。", field="names")
    return held[0]


@transaction.atomic
def draft(person: Person, given: Letter, positions: Sequence[Position]) -> Clearance:
    """登记来函. Raises Refused, Barred."""
    require_desk(person)
    today = timezone.localdate()
    if given.received_on > today:
        raise Barred("“来函日期”不能晚于今天。", field="received_on")
    if given.as_of > today:
        raise Barred("“截至日期”不能晚于今天：以后的情况现在不能答复。", field="as_of")
    for field, words in {"organ": given.organ, "letter": given.letter, "purpose": given.purpose}.items():
        if said_in_passing(words):
            raise Barred("这里不写干部的姓名，姓名只填在“人员”里。", field=field)
    if any(one.cadre.person_id == person.pk for one in positions):
        raise Barred("询问的人员里有本人，请由别的问责专员办理。", field="names")
    made = Clearance.objects.create(drafted_by=person, **vars(given))
    Asked.objects.bulk_create(
        Asked(clearance=made, ordinal=number, position=position)
        for number, position in enumerate(positions, 1)
    )
    note(person, f"登记{given.organ}来函，询问{len(positions)}人")
    return made


def read_by(person: Person) -> QuerySet[Clearance]:
    """Whoever is asked about in one does not read it."""
    about_them = Asked.objects.filter(clearance=OuterRef("pk"), position__cadre__person=person)
    return Clearance.objects.filter(~Exists(about_them))


@transaction.atomic
def sign(person: Person, clearance: Clearance) -> Clearance:
    """签发: what stands against each is frozen, numbered, set and kept. Raises Refused, Barred, PressProblem."""
    clearance = Clearance.objects.select_for_update().get(pk=clearance.pk)
    if clearance.state == Clearance.State.SIGNED:
        raise Barred("这份回复意见刚刚已经签发。")
    if not person.holds(Post.DIRECTOR):
        raise Refused("回复意见由局领导签发。")
    if clearance.drafted_by_id == person.pk:
        raise Refused("须由拟稿人以外的局领导签发。")
    asked = list(clearance.asked.select_related("position__unit", "position__cadre"))
    for one in asked:
        found = against(one.position.cadre, clearance.as_of)
        one.effects, one.cases = list(found.effects), list(found.cases)
    Asked.objects.bulk_update(asked, ["effects", "cases"])
    clearance.number = numbering.take(numbering.REPLIES, timezone.now())
    pdf = pdf_of(letter(clearance, asked))
    clearance.size, clearance.sha256 = len(pdf), store.put_sealed(pdf, clearance.about)
    clearance.sealed = cipher.seal(clearance.number.encode(), clearance.about)
    clearance.state, clearance.signed_by, clearance.signed_at = Clearance.State.SIGNED, person, timezone.now()
    clearance.version += 1
    clearance.save()
    note(person, f"签发回复意见{clearance.number}，{len(asked)}人")
    return clearance
