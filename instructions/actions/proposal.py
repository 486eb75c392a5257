"""What is proposed for an instruction: who handles it, by when, and what the units will read of the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.parts import assignments
from bureau.org.models import Unit
from instructions.models import Shown
from instructions.secrets import refuse_classified


@dataclass(frozen=True)
class Proposal:
    """拟办: exactly one lead and any co-units, or the bureau itself."""

    self_handled: bool = False
    lead: Unit | None = None
    co: Sequence[Unit] = ()
    due: date | None = None
    shown: str = Shown.SUMMARY
    summary: str = ""
    asked: str = ""
    opinion: str = ""

    @property
    def units(self) -> list[Unit]:
        return [*([self.lead] if self.lead else []), *self.co]

    def columns(self) -> dict:
        """As the instruction keeps it; the co-units are kept beside it."""
        names = ("self_handled", "due", "shown", "summary", "asked", "opinion")
        return {"lead_unit": self.lead, **{name: getattr(self, name) for name in names}}


def check(proposal: Proposal) -> None:
    """Raises Barred with what to do about the proposal."""
    check_units(proposal)
    if proposal.due and proposal.due <= timezone.localdate():
        raise Barred("“办理时限”须在今天之后。", field="due")
    if proposal.units and proposal.shown == Shown.SUMMARY and not proposal.summary:
        raise Barred(
            "承办单位看不到批示原文，请填写“批示摘要”；或者把“承办单位可见”改为批示原文。", field="summary"
        )
    refuse_classified(proposal.summary, proposal.asked, proposal.opinion)


def check_units(proposal: Proposal) -> None:
    """One lead, or the bureau itself; nobody twice; only units that may be supervised. Raises Barred."""
    lead = proposal.lead
    if proposal.self_handled and proposal.units:
        raise Barred("选了“督查局自办”，就不要再填牵头单位和协办单位。", field="self_handled")
    if not proposal.self_handled and lead is None:
        raise Barred("请填写“牵头单位”，只填一家；没有承办单位的，勾选“督查局自办”。", field="lead")
    if lead and lead in proposal.co:
        raise Barred(f"{lead.short}已是牵头单位，不能同时是协办单位，请从“协办单位”中去掉。", field="co")
    assignments.check(*proposal.units)
