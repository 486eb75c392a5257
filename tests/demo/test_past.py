"""What is written at once of decisions that are long over is what the verbs write at the same moments."""

import pytest
from django.db import transaction
from django.utils import timezone

from bureau.demo import acts, cast, clock
from bureau.demo.opening import STEPS
from bureau.demo.past import writing
from bureau.demo.past.course import BACK, EVERY, LATE
from bureau.demo.past.telling import CHECKED, PERCENT, WITHOUT_PROOF
from bureau.matters.chain import verdicts
from bureau.matters.models import Assignment, Duty, Entry, Matter, Reply
from bureau.org import seed
from bureau.org.calendar import current_calendar
from directives import flow
from directives.models import Directive

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
OPENING = dict(
    zip((flow.REGISTER.key, flow.PROPOSE.key, flow.APPROVE.key, flow.DISPATCH.key), STEPS, strict=True)
)
OF_MATTER = (
    "title",
    "urgency",
    "phase",
    "stage",
    "secrecy",
    "due_at",
    "finished_at",
    "closed_at",
    "opened_at",
)
OF_MATTER += ("registered_at", "officer", "words", "entry_count", "rank")
OF_DIRECTIVE = (
    "ordinal",
    "state",
    "category",
    "passage",
    "leader",
    "due",
    "recurring",
    "cadence",
    "stages",
    "remark",
)
OF_PART = ("unit", "role", "state", "open", "signed_at", "opened_at", "asked", "sealed")
OF_REPLY = (
    "assignment__unit",
    "author",
    "kind",
    "text",
    "percent",
    "state",
    "at",
    "sent_at",
    "judged_by",
    "judged_at",
)
OF_REPLY += ("remark", "progress", "until", "proposed", "countersigned_by", "past")
OF_DUTY = (
    "step",
    "holder_unit",
    "holder_post",
    "holder_person",
    "opened_at",
    "due_at",
    "original_due_at",
    "done_at",
)
OF_DUTY += ("assignment__unit", "dropped", "stopped_at", "each", "told_at", "rung")
OF_ENTRY = ("seq", "step", "actor", "actor_words", "assignment__unit", "sentence", "facts", "audience", "at")


@pytest.fixture
def stage(db, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    seed.fill()
    cast.build()
    return cast.Cast(), clock.Days(timezone.localdate(), current_calendar())


class Undone(Exception):
    """What was looked at is taken back."""


def rows(model, fields: tuple[str, ...], **which) -> list[dict]:
    return sorted(model.objects.filter(**which).values(*fields), key=str)


def looked_at(matter: Matter) -> str:
    """All rows of it, without its number, which follows those before it."""
    found = [
        rows(Matter, OF_MATTER, pk=matter.pk),
        rows(Directive, OF_DIRECTIVE, pk=matter.pk),
        rows(Assignment, OF_PART, matter=matter),
        rows(Reply, OF_REPLY, assignment__matter=matter),
        rows(Duty, OF_DUTY, matter=matter),
        [
            said(duty.basis)
            for duty in Duty.objects.filter(matter=matter).order_by("opened_at", "step", "done_at")
        ],
        rows(Entry, OF_ENTRY, matter=matter),
    ]
    return str(found).replace(matter.number, "编号")


def said(basis: dict) -> dict:
    """The row of the limits table is counted from the morning of its day."""
    return basis | {"start": basis["start"] and basis["start"][:10]}


def replay(scene, lines: list[Entry]) -> None:
    """By its verbs, each at the moment of its line."""
    scene.pk = None
    for line in lines:
        unit = line.assignment.unit.short if line.assignment else ""
        with clock.at(line.at):
            (OPENING.get(line.step) or act(line, unit).play)(scene)


def act(line: Entry, unit: str) -> acts.Act:
    text = line.facts.get("text", "")
    return {
        "assignment.sign": lambda: acts.signed(-1, unit),
        "assignment.reply": lambda: acts.replied(-1, PERCENT, text, unit),
        "assignment.finish": lambda: acts.finished(-1, unit, text),
        flow.REPORT.key: lambda: acts.reported(-1, text),
        flow.RETURN.key: lambda: acts.returned(-1, WITHOUT_PROOF),
        flow.CLOSE.key: lambda: acts.closed(-1, CHECKED),
    }[line.step]()


@pytest.mark.parametrize("place", [0, 1, LATE, BACK, EVERY + LATE])
def test_a_decision_that_is_long_over_is_as_its_verbs_write_it(stage, place):
    scene = writing.scenes(*stage)[place]
    try:
        with transaction.atomic():
            writing.write(*stage)
            matter = Directive.objects.get(
                source__title=scene.paper.title, source__number=number(scene), ordinal=scene.ordinal
            ).matter
            written, lines = (
                looked_at(matter),
                list(matter.entries.order_by("seq").select_related("assignment__unit")),
            )
            raise Undone
    except Undone:
        replay(scene, lines)
    assert looked_at(scene.matter) == written


def number(scene) -> str:
    return scene.paper.number.format(year=scene.days.day(scene.paper.date).year)


def test_all_are_closed_in_order_and_a_few_were_late_or_came_back(stage):
    writing.write(*stage)
    found = Matter.objects.filter(kind="directives")
    assert (
        found.count() == found.filter(phase="closed").count() == sum(len(one.tales) for one in writing.PAPERS)
    )
    late = [one for one in found if one.finished_at > one.due_at]
    back = Entry.objects.filter(step=flow.RETURN.key).count()
    assert 5 <= len(late) + back <= 10
    assert not Duty.objects.filter(done_at=None).exists()
    assert [one for one in verdicts() if one.faults] == []
    for matter in found:
        moments = list(matter.entries.order_by("seq").values_list("at", flat=True))
        assert moments == sorted(moments)
