"""To whom a 专报 goes: leaders with an account, on their page; all others on paper."""

import re

from bureau.jobs.barred import Barred
from bureau.matters.rooms import answers_of
from bureau.org.collective import in_words, township_ids
from bureau.org.models import Person, Unit
from bureau.org.posts import Post
from reports import flow
from reports.kinds import UNITS as EVERY_UNIT
from reports.kinds import kind
from reports.models import LETTERS, WIDE

CLASSES = Unit.Class.values
APART = re.compile(r"[、，,；;。\s]+")


def leaders():
    """County leaders with an account here."""
    return Person.objects.filter(is_active=True, postings__post=Post.LEADER).order_by("pk")


def answered_leader(bulletin) -> Person | None:
    """The leader whose word it answers, where they have an account."""
    return bulletin.answers.leader if bulletin.answers_id else None


def usual_readers(bulletin) -> list[Person]:
    """The leader who is answered; every leader of what goes wide."""
    if bulletin.series in WIDE:
        return list(leaders())
    leader = answered_leader(bulletin)
    return [leader] if leader else []


def usual_units(bulletin) -> list[Unit]:
    """Every unit of what goes wide; of a letter those that lead what it is about."""
    if bulletin.series in WIDE:
        return list(county_units())
    led = bulletin.quotes.values_list("lead", flat=True)
    return list(county_units().filter(short__in=led)) if bulletin.series in LETTERS else []


def county_units():
    """Every unit in use but the bureau."""
    return Unit.objects.filter(active=True).exclude(unit_class=Unit.Class.BUREAU)


def addressed(names) -> str:
    """「县委书记、县长。」"""
    return f"{'、'.join(names)}。" if names else ""


def usual_address(bulletin, readers) -> str:
    """What stands behind 报： unless somebody typed something else."""
    names = [reader.name for reader in readers]
    if bulletin.answers_id and answered_leader(bulletin) is None:
        answered = bulletin.answers
        names.insert(0, answers_of(answered.kind).leader(answered, bulletin.round))
    return addressed(names)


def readdress(bulletin, readers, typed: str) -> str:
    """Choose the readers; 报： follows them as long as nobody typed over it."""
    check(bulletin, readers)
    before = usual_address(bulletin, bulletin.readers.order_by("pk"))
    bulletin.readers.set(readers)
    return usual_address(bulletin, readers) if typed.strip() in ("", before) else typed


def redirect(bulletin, units, text: dict) -> dict:
    """Choose the units; 发： — of a letter 主送 — follows them as long as nobody typed over it. The changed words by name."""
    name = "main_to" if bulletin.series in LETTERS else "issue_to"
    before = units_in_words(bulletin, list(bulletin.units.all()))
    bulletin.units.set(units)
    return {name: units_in_words(bulletin, units)} if text[name].strip() in ("", before) else {}


def units_in_words(bulletin, units) -> str:
    """As the paper names them; all of them in the customary words."""
    whole = {unit.pk for unit in county_units()} <= {unit.pk for unit in units}
    if whole and bulletin.series in WIDE:
        return EVERY_UNIT
    names = in_words(units, township_ids())
    return f"{names}。" if names and bulletin.series in WIDE else names


def check(bulletin, readers) -> None:
    leader = answered_leader(bulletin)
    if leader and leader not in readers:
        raise Barred(f"本期反馈{leader.name}的批示，“送阅领导”里不能没有{leader.name}。")
    if wrong := [reader.name for reader in readers if not reader.holds(Post.LEADER)]:
        raise Barred(f"{'、'.join(wrong)}不是县领导，不能选为“送阅领导”。")


def check_signer(bulletin, signer) -> None:
    if signer and not signer.holds(Post.LEADER):
        raise Barred(f"{signer.name}不是县领导，不能选为“签发领导”；由局领导签发的不用选。")
    if signer and signer == answered_leader(bulletin):
        raise Barred(f"本期反馈{signer.name}的批示，请另选一位领导签发，或由局领导签发。")


def on_paper_only(bulletin) -> list[str]:
    """Who is named behind 报： and has no account that it is delivered to."""
    reached = {reader.name for reader in bulletin.readers.all()}
    return [name for name in APART.split(bulletin.report_to) if name and name not in reached]


def addressees(bulletin) -> dict:
    """Who is to read it, who has read it — the unread first — and who gets paper."""
    receipts = sorted(bulletin.receipts.all(), key=place)
    for receipt in receipts:
        receipt.whose = receipt.unit.get_unit_class_display() if receipt.unit else "领导"
        receipt.group = (receipt.read_at is not None, receipt.whose)
    issued, read = bulletin.state == flow.ISSUED, sum(receipt.read_at is not None for receipt in receipts)
    return {
        "receipts": receipts,
        "read": read,
        "unread": len(receipts) - read,
        "planned": [] if issued else sorted(bulletin.readers.all(), key=lambda reader: reader.pk),
        "planned_units": 0 if issued else len(bulletin.units.all()),
        "on_paper": [] if bulletin.series in WIDE else on_paper_only(bulletin),
        "paper_copies": paper_copies(bulletin, receipts) if issued else None,
    }


def place(receipt) -> tuple:
    """The unread first; leaders, then units by class."""
    unit = receipt.unit
    where = (CLASSES.index(unit.unit_class), unit.order) if unit else (-1, 0)
    return (receipt.read_at is not None, *where, receipt.pk)


def paper_copies(bulletin, receipts) -> tuple[int, int] | None:
    """Of numbered copies the first and the last that nobody has on their page."""
    first = max((receipt.copy_no or 0 for receipt in receipts), default=0) + 1
    return (first, bulletin.copies) if kind(bulletin).restricted and first <= bulletin.copies else None
