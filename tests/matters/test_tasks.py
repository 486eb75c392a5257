"""What the bell rings for."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from bureau.celery import app
from bureau.matters.deadlines import recount
from bureau.org.models import Limit
from bureau.pages.models import Submission

pytestmark = pytest.mark.django_db


def test_submissions_are_forgotten_after_a_week_and_not_before(settings):
    now = timezone.now()
    old, young = (Submission.objects.create(token=uuid4()) for _ in range(2))
    Submission.objects.filter(pk=old.pk).update(at=now - timedelta(days=7, minutes=1))
    Submission.objects.filter(pk=young.pk).update(at=now - timedelta(days=6, hours=23))
    rung = settings.CELERY_BEAT_SCHEDULE["forget-old-submissions"]["task"]
    app.loader.import_default_modules()  # as a worker does when it starts
    assert app.tasks[rung]() == 1
    assert list(Submission.objects.all()) == [young]


def test_deadlines_that_a_recount_left_are_found_again_at_night(settings, county, friday):
    county.directive("running", due=None, urgency="normal")
    Limit.objects.filter(step="report", urgency="normal").update(amount=10)
    app.loader.import_default_modules()
    rung = app.tasks[settings.CELERY_BEAT_SCHEDULE["recount-deadlines"]["task"]]
    assert (rung(), rung()) == (1, 0)
    assert list(recount.changes()) == []
