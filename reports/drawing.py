"""From the ledger into a bulletin: how each matter stands at one moment, frozen as a quote."""

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter, Phase
from bureau.matters.parts.latest import told_by_leads
from bureau.org.collective import in_words, township_ids
from bureau.press.gist import gist
from bureau.press.typeset.dates import chinese_date
from reports.figures import standing, standing_now, tally
from reports.figures.standing import NOW
from reports.models import Quote

PROGRESS_WORDS = 32  # characters that an annex has room for; a sentence is never cut for it
SNAPSHOT = (
    "number",
    "title",
    "lead",
    "co",
    "due",
    "phase",
    "light",
    "overdue",
    "came_due",
    "on_time",
    "drawn",
)


def quote(bulletin, keys: list[int], at) -> None:
    """These matters as the bulletin's quotes, in this order."""
    quotes = {one.matter_id: one for one in draw(Matter.objects.filter(pk__in=keys), at)}
    for place, key in enumerate(keys, 1):
        quotes[key].bulletin, quotes[key].order = bulletin, place
    Quote.objects.bulk_create(quotes[key] for key in keys)


def draw(matters, at) -> list[Quote]:
    """An unsaved quote for each of the matters (a queryset), as they stand at the moment `at`."""
    lights, towns = Lights(at), township_ids()
    rows = standing(matters, at).annotate(told=latest_reply()).select_related("officer__unit")
    return [quote_of(row, lights, towns) for row in rows.prefetch_related("assignments__unit")]


def quote_of(matter, lights: Lights, towns: frozenset[int]) -> Quote:
    drawn, parts = (
        gist(matter.told or "", PROGRESS_WORDS, most=Quote.PROGRESS_LENGTH),
        list(matter.assignments.all()),
    )
    return Quote(
        matter=matter,
        number=matter.number or "",
        title=matter.title,
        lead=lead_of(matter, parts),
        co=in_words([part.unit for part in parts if part.helps], towns),
        due=due_of(matter),
        phase=matter.phase,
        light=str(lights.of(matter)),
        overdue=matter.overdue,
        came_due=matter.came_due,
        on_time=matter.on_time,
        drawn=drawn,
        progress=drawn,
        lagging=matter.overdue,
    )


def lead_of(matter, parts) -> str:
    """The lead unit; the bureau of what it handles itself; nobody before it is given out."""
    lead = next((part.unit.short for part in parts if part.is_lead), "")
    return lead or (matter.officer.unit.short if matter.opened_at else "")


def due_of(matter) -> str:
    if matter.due_at:
        return chinese_date(timezone.localdate(matter.due_at))
    return "长期" if matter.opened_at else "未定"


def latest_reply():
    """What the lead last sent, progress or result."""
    return Subquery(told_by_leads().filter(assignment__matter=OuterRef("pk")).values("text")[:1])


def redraw(bulletin, at) -> None:
    """Every quote as it stands at `at`. Typed progress stays, and so do marks that still hold."""
    fresh = {quote.matter_id: quote for quote in draw(quoted(bulletin), at)}
    for quote in bulletin.quotes.all():
        now = fresh[quote.matter_id]
        if quote.progress == quote.drawn:
            quote.progress = now.progress
        quote.lagging = now.phase == Phase.RUNNING and (now.overdue or (quote.lagging and quote.reason != ""))
        for name in SNAPSHOT:
            setattr(quote, name, getattr(now, name))
        quote.save()


def quoted(bulletin):
    """The matters behind its quotes."""
    return Matter.objects.filter(pk__in=bulletin.quotes.values("matter"))


def has_moved(bulletin) -> bool:
    """Whether the ledger has gone on since the bulletin was counted and gives other figures."""
    return moved(standing_now(bulletin.quotes.all(), timezone.now()))


def moved(quotes) -> bool:
    """The same of quotes that were read with their standing now."""
    return tally(quotes, NOW) != tally(quotes)
