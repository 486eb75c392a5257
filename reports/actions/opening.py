"""Beginning a 通报: from one source, or from a selection of directives."""

from dataclasses import asdict

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bureau.matters.flow import Barred
from reports import choosing, drawing, flow
from reports.kinds import KINDS
from reports.models import Bulletin, Series
from reports.policy import require_desk
from reports.wording import compose, notice


@transaction.atomic
def draft_from_source(person, source) -> Bulletin:
    """All dispatched, unsealed decisions of one paper."""
    require_desk(person)
    directives = choosing.quotable(person, source=source)
    if not directives:
        raise Barred(f"“{source}”还没有已交办的事项，交办后才能通报。")
    return draft_from_selection(person, directives)


@transaction.atomic
def draft_from_selection(person, directives) -> Bulletin:
    """These directives, numbered in the annex in the order of their papers."""
    require_desk(person)
    chosen = choosing.choose(person, directives)
    sources = {directive.source_id: directive.source for directive in chosen}
    source = chosen[0].source if len(sources) == 1 else None
    bulletin = begin(person, Series.NOTICE, title=notice.default_title(source), source=source)
    drawing.quote(bulletin, [directive.pk for directive in chosen], bulletin.counted_at)
    write_words(bulletin)
    flow.take(flow.CREATE, bulletin, person, count=len(chosen))
    return bulletin


def begin(person, series: str, **facts) -> Bulletin:
    """An empty draft of a series, to be received by those who usually do."""
    now, usual = timezone.now(), KINDS[series].distribution
    return Bulletin.objects.create(
        series=series,
        issuer=settings.BUREAU_NAME,
        counted_at=now,
        drafted_by=person,
        created_at=now,
        **{**usual, **facts},
    )


def write_words(bulletin) -> None:
    words = compose(bulletin)
    bulletin.words, bulletin.body = asdict(words), words.body()
    bulletin.save(update_fields=["words", "body"])
