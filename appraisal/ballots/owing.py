"""What the polls of a period owe together: to be closed by their day, to be confirmed by the director."""

from datetime import datetime

from appraisal.ballots import states
from appraisal.ballots.dues import CLOSE_POLL, CONFIRM_POLL
from appraisal.ballots.models import Poll
from appraisal.models import Period
from bureau.matters.deadlines import duties
from bureau.org.posts import Post
from bureau.org.worktime import fixed


def settle(period: Period, at: datetime) -> None:
    """As the polls stand now: each is owed once, however many wait."""
    matter, polls = period.matter, Poll.objects.filter(period=period)
    first = polls.filter(state=states.OPEN).order_by("closes_on").first()
    duties.done(matter, CLOSE_POLL, at=at)
    if first:
        due = fixed(first.closes_on, "测评截止日期")
        duties.owe(matter, CLOSE_POLL, at=at, person=first.officer, due=due)
    waits = matter.duties.filter(step=CONFIRM_POLL, done_at=None).exists()
    if not polls.filter(state=states.CLOSED).exists():
        duties.done(matter, CONFIRM_POLL, at=at)
    elif not waits:
        duties.owe(matter, CONFIRM_POLL, at=at, post=Post.DIRECTOR)
