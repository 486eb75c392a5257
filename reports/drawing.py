"""From the ledger into a bulletin: which directives may be quoted, and how each stands now."""

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from bureau.matters.flow import Barred
from bureau.matters.lights import Lights
from bureau.matters.models import Phase, Secrecy
from bureau.matters.told import told_by_leads
from bureau.org.collective import in_words, township_ids
from directives.models import Directive
from reports.figures import standing, tally
from reports.gist import gist
from reports.models import Quote
from reports.typeset.dates import chinese_date

MOST = 300
QUOTABLE = (Phase.RUNNING, Phase.SUSPENDED, Phase.CLOSED)
PROGRESS_WORDS = 32
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


def quotable(person, **conditions):
    """Dispatched, unsealed directives that the person sees, in the order of their papers."""
    dispatched = Directive.objects.visible_to(person).filter(matter__phase__in=QUOTABLE, **conditions)
    return dispatched.exclude(matter__secrecy=Secrecy.SEALED).order_by("source__date", "source_id", "ordinal")


def choose(person, directives) -> list[Directive]:
    """Those very directives, in order; refuses with a sentence where one of them cannot go into a 通报."""
    wanted = {directive.pk for directive in directives}
    if not wanted:
        raise Barred("请至少选一项督查事项。")
    if len(wanted) > MOST:
        raise Barred(f"一期通报最多引用{MOST}项，现在选了{len(wanted)}项，请缩小范围。")
    refuse_sealed(Directive.objects.visible_to(person).filter(pk__in=wanted))
    chosen = list(quotable(person, pk__in=wanted))
    if len(chosen) < len(wanted):
        raise Barred("所选事项中有的尚未交办或已作废，不能进入通报，请去掉后再试。")
    return chosen


def refuse_sealed(directives) -> None:
    """A sealed matter never goes into a paper that goes wide."""
    sealed = directives.filter(matter__secrecy=Secrecy.SEALED).values_list("matter__number", flat=True)
    if names := [number or "未编号事项" for number in sealed]:
        raise Barred(f"{'、'.join(names)}为限阅事项，不得进入通报，请去掉后再试。")


def refuse_void(directives) -> None:
    """What was voided after it was quoted is neither closed nor under way: it leaves the paper."""
    void = directives.exclude(matter__phase__in=QUOTABLE).values_list("matter__number", flat=True)
    if names := list(filter(None, void)):
        raise Barred(f"{'、'.join(names)}已作废，请从引用的事项中去掉后再试。")


def draw(directives, at) -> list[Quote]:
    """An unsaved quote for each of the directives (a queryset), as they stand at the moment `at`."""
    lights = Lights(at)
    towns = township_ids()
    rows = standing(directives, at).annotate(told=latest_reply()).select_related("matter")
    return [quote_of(row, lights, towns) for row in rows.prefetch_related("matter__assignments__unit")]


def quote_of(row, lights: Lights, towns: frozenset[int]) -> Quote:
    matter, drawn = row.matter, gist(row.told or "", PROGRESS_WORDS)
    return Quote(
        matter=matter,
        number=matter.number,
        title=matter.title,
        lead=row.lead.unit.short,
        co=in_words([part.unit for part in row.co], towns),
        due=chinese_date(timezone.localdate(matter.due_at)) if matter.due_at else "长期",
        phase=row.phase,
        light=lights.of(matter),
        overdue=row.overdue,
        came_due=row.came_due,
        on_time=row.on_time,
        drawn=drawn,
        progress=drawn,
        lagging=row.overdue,
    )


def latest_reply():
    """What the lead last sent, progress or result."""
    return Subquery(told_by_leads().filter(assignment__matter=OuterRef("matter")).values("text")[:1])


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
    """The directives behind its quotes."""
    return Directive.objects.filter(matter__in=bulletin.quotes.values("matter")).select_related(
        "matter", "source"
    )


def has_moved(bulletin) -> bool:
    """Whether the ledger has gone on since the bulletin was counted and gives other figures."""
    return tally(standing(quoted(bulletin), timezone.now())) != tally(bulletin.quotes)
