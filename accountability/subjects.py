"""What pages show of subjects: units and posts, their papers, measures, and what may be done. Names only to who reads them, with a line."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from accountability import states
from accountability.aside import read_kept_out
from accountability.flow.sanctions import SANCTION_FLOW, WEIGH
from accountability.flow.subjects import SUBJECT_FLOW
from accountability.models import Case, Explanation, Sanction, Subject, Tolerance
from bureau.matters import policy
from bureau.matters.access.visibility import where_reads_above
from bureau.matters.actions import actions_through
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.names import look

JOINS = (
    "case__matter__officer__unit",
    "unit__merged_into",
    "position__unit",
    "position__cadre",
    "notice",
    "decision",
    "lifting",
    "decided_by__unit",
)


def seen(person: Person | Actor) -> QuerySet[Subject]:
    """Those of cases that this person sees; a subject itself sees none of it here, only what was served."""
    found = Subject.objects.filter(where_reads_above(person, "case__matter"))
    measures = Prefetch("sanctions", Sanction.objects.select_related("measure"))
    asked = Prefetch("explanations", Explanation.objects.select_related("letter"))
    return found.select_related(*JOINS).prefetch_related(
        measures, asked, "notice__contests", "decision__contests"
    )


def sanctions_seen(person: Person | Actor) -> QuerySet[Sanction]:
    found = Sanction.objects.filter(where_reads_above(person, "subject__case__matter"))
    return found.select_related(
        "measure", "subject__case__matter__officer", "subject__unit", "subject__position__unit"
    )


def of_case(person: Person, actors: list[Actor], case: Case) -> list[Any]:
    """For its page: each with its measures, papers and actions."""
    read_kept_out(case)
    tolerances = {one.subject_id: one for one in Tolerance.objects.filter(subject__case=case)}
    found: list[Any] = list(seen(person).filter(case=case))
    for subject in found:
        subject.case = case
        subject.tone = states.SUBJECT_TONES.get(subject.state, "")
        subject.actions = actions_through(SUBJECT_FLOW, actors, subject)
        subject.measures = list(subject.sanctions.all())
        for sanction in subject.measures:
            sanction.subject = subject
            sanction.actions = actions_through(SANCTION_FLOW, actors, sanction)
        subject.asked_tolerance = tolerances.get(subject.pk)
        if subject.asked_tolerance:
            subject.asked_tolerance.subject = subject
            weighs = (policy.may(actor, WEIGH, subject.asked_tolerance) for actor in actors)
            subject.may_weigh = any(weighs)
    return found


def put_names(person: Person, case: Case, subjects: list[Any]) -> None:
    """`name` of each, for who may read it; empty for units, and for everybody else."""
    cadres = [one.position.cadre for one in subjects if one.position]
    known = look(person, cadres, f"案件{case.matter.number}") if cadres else {}
    for one in subjects:
        one.name = known.get(one.position.cadre_id, "") if one.position else ""
