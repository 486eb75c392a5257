"""Working on a draft: its text, what it quotes, the figures, to whom it goes, and off to be checked."""

from dataclasses import asdict, dataclass

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.models import Phase
from reports import addressing, drawing, flow, inserts, layouts, versions
from reports.choosing import refuse_unfit
from reports.models import Plate
from reports.policy import takes
from reports.prints.bulletin import refuse_missing_glyphs
from reports.untold import refuse_told
from reports.wording import compose, mend


@dataclass(frozen=True)
class Marks:
    """What an officer decides about one quoted matter. `keep=False` takes it out of the bulletin."""

    keep: bool = True
    progress: str = ""
    lagging: bool = False
    reason: str = ""


@takes(flow.EDIT)
def edit(actor, bulletin, text: dict, marks: dict[int, Marks], readers=None, units=None) -> list[str]:
    """Save the text (the fields of its kind), the marks by quote id, and where given the leaders and the units that will
    read it.

    Returns the headings of composed paragraphs that no longer follow the figures, for they were typed over."""
    mark(bulletin, marks)
    text = {
        name: "\n".join(typed.splitlines()) if isinstance(typed, str) else typed
        for name, typed in text.items()
    }
    addressing.check_signer(bulletin, text.get("signer"))
    if readers is not None:
        text["report_to"] = addressing.readdress(bulletin, list(readers), text["report_to"])
    if units is not None:
        text |= addressing.redirect(bulletin, list(units), text)
    if "plate" in text:
        text["issuer"] = Plate(text["plate"]).organ
        if text["plate"] != bulletin.plate:
            text |= layouts.looks(bulletin.series, text["plate"])
    words, left = follow(bulletin, text["body"])
    flow.take(flow.EDIT, bulletin, actor, changes={**text, **words})
    versions.keep(bulletin, actor, flow.EDIT)
    return left


def mark(bulletin, marks: dict[int, Marks]) -> None:
    """Set progress and lag, drop what is not kept, close the gaps in the numbering. The last one is not dropped."""
    place, quotes = 0, list(bulletin.quotes.all())
    for quote in quotes:
        given = marks.get(quote.pk, Marks(True, quote.progress, quote.lagging, quote.reason))
        if not given.keep:
            quote.delete()
            continue
        place += 1
        check_lag(quote, given)
        quote.order, quote.progress = place, given.progress
        quote.lagging, quote.reason = given.lagging, given.reason if given.lagging else ""
        quote.save()
    if quotes and not place:
        raise Barred(f"{bulletin.get_series_display()}至少要引用一项督查事项。")


def check_lag(quote, given: Marks) -> None:
    """A unit is named with the reason, and only for what is still being handled."""
    if given.lagging and quote.phase != Phase.RUNNING:
        raise Barred(f"第{quote.order}项{quote.state_words}，不能标为进展滞后。")
    if given.lagging and not quote.overdue and not given.reason:
        raise Barred(f"第{quote.order}项标为进展滞后，请在“滞后情况”里写明哪里滞后。")


@takes(flow.REFRESH)
def refresh(actor, bulletin) -> list[str]:
    """刷新数据: figures and standing as of now. Returns what `edit` returns."""
    bulletin.counted_at = timezone.now()
    drawing.redraw(bulletin, bulletin.counted_at)
    inserts.redraw(actor, bulletin, bulletin.counted_at)
    words, left = follow(bulletin, bulletin.body)
    changes = {"counted_at": bulletin.counted_at, **words}
    flow.take(flow.REFRESH, bulletin, actor, changes=changes)
    versions.keep(bulletin, actor, flow.REFRESH)
    return left


def follow(bulletin, body: str) -> tuple[dict, list[str]]:
    """The text with what was composed put as it is composed now, and the headings of what was typed over; a text that was
    never composed (更正) stays."""
    if not bulletin.words:
        return {"body": body}, []
    words = compose(bulletin)
    body, left = mend(body, bulletin.words, words)
    return {"body": body, "words": asdict(words)}, left


@takes(flow.SUBMIT)
def submit(actor, bulletin):
    """送核稿, once every character can be set and nothing in it stands in the way."""
    refuse_unfit(bulletin)
    refuse_missing_glyphs(bulletin)
    refuse_told(bulletin)
    return flow.take(flow.SUBMIT, bulletin, actor)


@takes(flow.TAKE_BACK)
def take_back(actor, bulletin):
    """撤回 what was put up to be checked, until it is."""
    return flow.take(flow.TAKE_BACK, bulletin, actor)


@takes(flow.DISCARD)
def discard(actor, bulletin):
    """废弃 a draft: it is seen no more, and no number was spent on it."""
    return flow.take(flow.DISCARD, bulletin, actor)
