"""Limits: the defaults of a new installation, and which row wins."""

import pytest

from bureau.org import seed
from bureau.org.limits import limit_for
from bureau.org.models import Limit, WorkdayException, WorkPeriod
from bureau.org.worktime import Term

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "urgency, step, term",
    [
        ("flash", "sign", Term(2, "hours")),
        ("flash", "report", Term(3, "days")),
        ("urgent", "first_reply", Term(2, "workdays")),
        ("normal", "report", Term(15, "workdays")),
        ("complex", "report", Term(30, "workdays")),
        ("minutes", "report", Term(20, "days")),
        ("longterm", "report", None),
        ("normal", "review", Term(2, "workdays")),
        ("flash", "approve", Term(1, "workdays")),
    ],
)
def test_a_new_installation_has_the_recommended_limits(urgency, step, term):
    seed.fill()
    assert limit_for("directives", urgency, step) == term


def test_the_closest_row_wins():
    for room, urgency, amount in (
        ("", "", 1),
        ("", "flash", 2),
        ("directives", "", 3),
        ("directives", "flash", 4),
        ("appraisal", "", 5),
    ):
        Limit.objects.create(room=room, urgency=urgency, step="review", amount=amount, unit="days")
    assert limit_for("directives", "flash", "review") == Term(4, "days")
    assert limit_for("directives", "normal", "review") == Term(3, "days")
    assert limit_for("appraisal", "flash", "review") == Term(5, "days")
    assert limit_for("complaints", "flash", "review") == Term(2, "days")
    assert limit_for("complaints", "normal", "review") == Term(1, "days")
    assert limit_for("complaints", "normal", "sign") is None


def everything():
    return [list(model.objects.order_by("pk").values()) for model in (Limit, WorkPeriod, WorkdayException)]


def test_filling_again_changes_nothing():
    seed.fill()
    before = everything()
    seed.fill()
    assert everything() == before


def test_filling_again_respects_what_the_bureau_changed_and_removed():
    seed.fill()
    Limit.objects.filter(step="review").delete()
    Limit.objects.filter(urgency="flash", step="sign").update(amount=4)
    WorkPeriod.objects.first().delete()
    WorkdayException.objects.filter(day__year=2026, day__month=5).delete()
    before = everything()
    seed.fill()
    assert everything() == before
