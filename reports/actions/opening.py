"""Beginning a bulletin: from one paper, from a selection of matters, from what a unit leads, from a period, or blank."""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.flow import bound_to
from reports import addressing, announcing, choosing, drawing, flow, layouts, versions
from reports.models import LETTERS, Bulletin, Plate, Series
from reports.policy import require_desk
from reports.quotable import Wanted, paper_of, quotable
from reports.wording import compose, default_title, letter


@dataclass(frozen=True)
class Start:
    """What a draft is to be, and what it was begun from: a few words for the line of its 经过."""

    series: str = Series.NOTICE
    plate: str = Plate.BUREAU
    origin: str = ""


FREELY = Start()
TITLES = {Series.NOTICE: "关于{}的通报", Series.SPECIAL: "关于{}的报告"}  # of what a room tells


@transaction.atomic
def draft_from_source(person, source, start: Start = FREELY) -> Bulletin:
    """All dispatched, unsealed decisions of one paper."""
    require_desk(person)
    records = quotable(person, Wanted(paper=source))
    if not records:
        raise Barred(f"“{source}”还没有已交办的事项，交办后才能通报。")
    return draft_from_selection(person, records, start)


@transaction.atomic
def draft_from_selection(person, matters, start: Start = FREELY) -> Bulletin:
    """These matters, numbered in the annex in the order of their papers."""
    require_desk(person)
    chosen = choosing.choose(person, matters, start.series)
    papers = {paper_of(record) for record in chosen}
    return draft(person, start, [record.pk for record in chosen], papers.pop() if len(papers) == 1 else None)


@transaction.atomic
def draft_blank(person, start: Start = FREELY) -> Bulletin:
    """空白: nothing quoted, the headings of its series to be written under."""
    require_desk(person)
    return draft(person, start, [], None)


@transaction.atomic
def draft_text(person, start: Start, subject: str, body: str, occasion: str = "") -> Bulletin:
    """From a text that a room tells: nothing quoted, nothing composed anew."""
    require_desk(person)
    title = TITLES.get(start.series, "{}").format(subject)
    bulletin = begin(person, start, title=title, body=body, occasion=occasion)
    deliver_as_usual(bulletin)
    flow.take(flow.CREATE, bulletin, person, count=0, origin=f"（{start.origin}）" if start.origin else "")
    versions.keep(bulletin, person, flow.CREATE)
    return bulletin


@transaction.atomic
def draft_circular(person, start: Start, matter, told) -> Bulletin:
    """通报批评: from what a room may make known of one matter (`rooms.Told`), tied to what was decided there."""
    bulletin = draft_text(person, start, told.subject, told.body)
    announcing.announce(bulletin, matter, told)
    return bulletin


@bound_to(flow.CREATE)
def draft(person, start: Start, matters: list[int], source) -> Bulletin:
    if start.series == Series.SPECIAL:
        raise Barred("督查专报从批示件或所涉事项起草。")
    bulletin = begin(person, start, title=default_title(start.series, source), source=source)
    drawing.quote(bulletin, matters, bulletin.counted_at)
    deliver_as_usual(bulletin)
    write_words(bulletin)
    origin = f"（{start.origin}）" if start.origin else ""
    flow.take(flow.CREATE, bulletin, person, count=len(matters), origin=origin)
    versions.keep(bulletin, person, flow.CREATE)
    return bulletin


def begin(person, start: Start, **facts) -> Bulletin:
    """An empty draft of a series, to be received by those who usually do."""
    now, usual = timezone.now(), layouts.beginning(layouts.layout_of(start.series, start.plate))
    return Bulletin.objects.create(
        series=start.series,
        plate=start.plate,
        issuer=Plate(start.plate).organ,
        counted_at=now,
        drafted_by=person,
        created_at=now,
        **{**usual, **facts},
    )


def deliver_as_usual(bulletin) -> None:
    """To the leaders and units who usually get it; a letter to those who lead what it is about."""
    bulletin.readers.set(addressing.usual_readers(bulletin))
    bulletin.units.set(addressing.usual_units(bulletin))
    if bulletin.series in LETTERS:
        bulletin.main_to = letter.addressees(bulletin.quotes.all()) or bulletin.main_to
        bulletin.save(update_fields=["main_to"])


def write_words(bulletin) -> None:
    words = compose(bulletin)
    bulletin.words, bulletin.body = asdict(words), words.body()
    bulletin.save(update_fields=["words", "body"])
