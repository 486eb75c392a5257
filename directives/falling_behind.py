"""进度滞后: when a number falls behind its plan, the lead unit and the officer are told, once until it has caught up."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from bureau.matters import cover
from bureau.matters.access.visibility import seen_by
from bureau.matters.known import lead_of
from bureau.matters.models import Matter, Phase
from bureau.notices import watch
from bureau.notices.alarms import tell
from bureau.notices.models import News, is_urgent
from bureau.notices.recipients import active, deputies_on, with_deputies
from bureau.org.calendar import current_calendar
from bureau.org.models import Person
from bureau.org.worktime import local
from directives.models import Directive, Goal
from directives.progress import Progress, progress_of

MOST = 500  # of a round; the next one goes on


def tell_of_falling_behind(now: datetime | None = None) -> int:
    """On working days. Returns of how many items. Nothing while the house's clock is not armed."""
    now = now or timezone.now()
    if not watch.runs() or not current_calendar().is_workday(local(now).date()):
        return 0
    keys = untold(now).order_by("pk").values_list("pk", flat=True)[:MOST]
    return sum(tell_of(key, now) for key in list(keys))


def untold(now: datetime) -> QuerySet[Matter]:
    """What runs and is behind, by its plan or past a stage, and nobody was told of as far as its number goes."""
    goals = Goal.objects.filter(behind_told_at=None).values("directive")
    return Matter.objects.filter(phase=Phase.RUNNING, finished_at=None, behind_at__lte=now, pk__in=goals)


@transaction.atomic
def tell_of(key: int, now: datetime) -> bool:
    """Under lock: whoever reports meanwhile goes first, and it is looked at anew."""
    matter = cover.lock(key)
    directive = Directive.objects.select_related("goal", "matter").get(pk=key)
    progress = progress_of(directive)
    if progress is None or not is_behind_now(progress) or not untold(now).filter(pk=key).exists():
        return False
    Goal.objects.filter(directive=directive).update(behind_told_at=now)
    words = f"{matter.number}进度滞后：{progress.against_plan}。请核对进度，加快办理。"
    about = {"news": News.BEHIND, "urgent": is_urgent(News.BEHIND, matter.urgency)}
    told = f"behind:{matter.pk}:{local(now):%Y%m%d%H%M}"
    tell(
        concerned(matter, local(now).date()),
        told,
        words=words,
        url=matter.get_absolute_url(),
        at=now,
        **about,
    )
    return True


def concerned(matter: Matter, today: date) -> list[Person]:
    """The officer, who answers for the lead unit, and who acts for them: of these those who see the matter."""
    lead, this = lead_of(matter), Matter.objects.filter(pk=matter.pk)
    of_the_lead = active().filter(unit=lead.unit_id) if lead else []
    own = [*active().filter(pk=matter.officer_id), *(one for one in of_the_lead if one.answers_for_unit)]
    return [one for one in with_deputies(own, deputies_on(today)) if this.filter(seen_by(one)).exists()]


def is_behind_now(progress: Progress) -> bool:
    day, _far = progress.turns
    return day is not None and day <= progress.today


def forget_where_caught_up(directive: Directive, progress: Progress | None) -> None:
    """After a step: what is behind no more, is told of once more when it falls behind again."""
    if progress is not None and directive.goal.behind_told_at and not is_behind_now(progress):
        Goal.objects.filter(directive=directive).update(behind_told_at=None)
