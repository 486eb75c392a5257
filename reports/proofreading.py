"""A bulletin handed to the checker: its text as it will read, with what the ledger and the directory know."""

from django.utils import timezone

from bureau.org.naming import units
from reports import checking, computed
from reports.figures import tally_quotes
from reports.kinds import kind


def findings(bulletin) -> list[checking.Finding]:
    texts = computed.texts_of(bulletin)
    figures = tally_quotes(bulletin.quotes.all())
    known = {name: computed.number(name, figures) for name in (*computed.COUNTS, *computed.RATES)}
    return checking.check(
        checking.Draft(
            title=texts["title"],
            body=texts["body"],
            today=timezone.localdate(),
            longest=kind(bulletin).longest,
            figures=known,
            units=names(),
            inserts=tuple(one.mark for one in bulletin.inserts.all() if not one.annex),
        )
    )


def names() -> frozenset[str]:
    """Every name of every unit in use. One query."""
    known = units.directory().units.values()
    return frozenset(name for unit in known for name in (unit.short, unit.name, *unit.aliases) if name)
