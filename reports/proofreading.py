"""A bulletin handed to the checker: its text as it will read, with what the ledger and the directory know."""

from django.utils import timezone

from bureau.org.naming import units
from reports import checking, computed
from reports.figures import tally
from reports.inserts.sums import sums_of
from reports.kinds import kind
from reports.models import Series

HEADLINED = (Series.BRIEF, Series.EXTRA)  # titled as news are, without a 文种


def findings(bulletin) -> list[checking.Finding]:
    texts = computed.texts_of(bulletin)
    figures = tally(bulletin.quotes.all())
    inserts = list(bulletin.inserts.all())
    sums = [
        checking.Finding(0, one.mark, sentence, checking.MUST) for one in inserts for sentence in sums_of(one)
    ]
    if total := computed.uneven(figures):
        sentence = f"各项占比相加是{total}%，是四舍五入所致；照实写，不要为凑成100%改数。"
        sums.append(checking.Finding(0, "占比", sentence))
    return sums + checking.check(
        checking.Draft(
            title=texts["title"],
            body=texts["body"],
            today=timezone.localdate(),
            longest=kind(bulletin).longest,
            ends_with_kind=bulletin.series not in HEADLINED,
            counts={name: computed.number(name, figures) for name in computed.COUNTS},
            units=names(),
            inserts=tuple(one.mark for one in inserts if not one.annex),
            unknown=tuple(computed.unknown(bulletin)),
        )
    )


def names() -> frozenset[str]:
    """Every name of every unit in use. One query."""
    known = units.directory().units.values()
    return frozenset(name for unit in known for name in (unit.short, unit.name, *unit.aliases) if name)
