"""Registering from a paper on one page: the words first, the rest read from them, and what should be known of the units."""

from typing import Any

from django import forms

from bureau.matters.counting import burden
from bureau.org.models import Unit
from bureau.org.reading.asked import Asked
from bureau.org.served import unserved
from bureau.pages.suggesting import Suggesting, Suggestion, Suggestions

PROPOSE, REGISTER = "propose", "register"


class FromPaper(Suggesting):
    """A `Suggesting` whose form names a lead (`lead`) and co-units (`co`)."""

    @property
    def proposes(self) -> bool:
        """Whether the next step is taken too."""
        return self.pressed == PROPOSE

    def context(self, form: forms.BaseForm) -> dict:
        units = named(form) if self.reading else []
        told: dict[str, Any] = {"burdened": burden.warnings(units), "unserved": unserved(units)}
        return super().context(form) | told


def named(form: Any) -> list[Unit]:
    """The units that the form names, the lead first."""
    given = form.cleaned_data
    return [*filter(None, [given.get("lead")]), *(given.get("co") or ())]


def suggested(read: Asked) -> Suggestions:
    """What every room reads in the words: lead, co-units, date, urgency; and what could not be told."""
    values = {
        "lead": read.units.lead or "",
        "co": "、".join(read.units.co),
        "due": read.due.due.isoformat() if read.due.due else "",
        "urgency": read.urgency,
    }
    found = {name: Suggestion(value, read.why.get(name, value)) for name, value in values.items() if value}
    asked = [problem.sentence for problem in read.units.problems]
    unread = f"“{read.due.unread}”没有读成日期，请填写办理时限。" if read.due.unread else ""
    return Suggestions(found, tuple(filter(None, [*asked, read.due.problem, unread])))
