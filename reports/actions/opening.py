"""Beginning a bulletin: from one source, or from a selection of directives."""

from dataclasses import asdict

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bureau.matters.flow import Barred
from directives.models import Directive
from reports import drawing, flow
from reports.figures import tally
from reports.models import Bulletin, Quote
from reports.policy import require_desk
from reports.wording import compose, default_title

# Who usually receives a 督查通报 (facts §6.2).
REPORT_TO = "县委书记、副书记、常委，县人大常委会主任，县长、副县长，县政协主席。"
SEND_TO = "县委办公室、县人大常委会办公室、县人民政府办公室、县政协办公室，县纪委监委、县委组织部。"
ISSUE_TO = "各乡镇，县直及驻县各单位。"
COPIES = 120


@transaction.atomic
def draft_from_source(person, source) -> Bulletin:
    """All dispatched, unsealed decisions of one paper."""
    require_desk(person)
    directives = drawing.quotable(person, source=source)
    if not directives:
        raise Barred(f"“{source}”还没有已交办的事项，交办后才能通报。")
    return draft_from_selection(person, directives)


@transaction.atomic
def draft_from_selection(person, directives) -> Bulletin:
    """These directives, numbered in the annex in the order of their papers."""
    require_desk(person)
    chosen, now = drawing.choose(person, directives), timezone.now()
    sources = {directive.source_id: directive.source for directive in chosen}
    source = chosen[0].source if len(sources) == 1 else None
    bulletin = Bulletin.objects.create(
        title=default_title(source),
        issuer=settings.BUREAU_NAME,
        report_to=REPORT_TO,
        send_to=SEND_TO,
        issue_to=ISSUE_TO,
        copies=COPIES,
        source=source,
        counted_at=now,
        drafted_by=person,
        created_at=now,
    )
    quote(bulletin, chosen, now)
    write_words(bulletin)
    flow.take(flow.CREATE, bulletin, person, count=len(chosen))
    return bulletin


def quote(bulletin, chosen, at) -> None:
    places = {directive.pk: place for place, directive in enumerate(chosen, 1)}
    quotes = drawing.draw(Directive.objects.filter(pk__in=places), at)
    for one in quotes:
        one.bulletin, one.order = bulletin, places[one.matter_id]
    Quote.objects.bulk_create(quotes)


def write_words(bulletin) -> None:
    words = compose(bulletin, tally(bulletin.quotes), list(bulletin.quotes.all()))
    bulletin.words, bulletin.body = asdict(words), words.body()
    bulletin.save(update_fields=["words", "body"])
