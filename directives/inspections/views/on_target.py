"""What the pages of a target have in common: it is the team's and the desk's; a unit finds nothing here."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bureau.matters.views.on_matter import OnMatter
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.pages.form_page import FormPage
from directives.inspections.models import Target, Use
from directives.inspections.targets import seen


class OnTarget(OnMatter, FormPage):
    """A form about a target."""

    def find(self) -> Target:
        return get_object_or_404(seen(self.request.user), pk=self.kwargs["pk"])

    def place(self) -> str:
        return "inspections:list"

    def context(self, form: Any) -> dict:
        return super().context(form) | {"target": self.record, "matter": self.record.matter}


def uses_seen(person: Person | Actor) -> QuerySet[Use]:
    found = Use.objects.filter(target__in=seen(person).values("pk"))
    return found.select_related(
        "target__inspection__matter", "target__assignment__unit", "target__inspection__approver"
    )
