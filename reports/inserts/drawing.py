"""What an insert is drawn from, and when: at its making, and again whenever the figures are refreshed."""

from django.db.models import Q

from bureau.matters.models import Matter
from reports import figures
from reports.inserts import own, plotted
from reports.inserts.tables import draw_table
from reports.models import Insert

DRAWN = (Insert.Kind.TABLE, Insert.Kind.CHART)


def draw(person, bulletin, kind: str, spec: dict) -> dict:
    """The data of a table or a chart as of now, as far as this person sees it. Raises Barred."""
    if "own" in spec:
        return own.drawn(spec)
    if "table" in spec:
        return plotted.plot(bulletin, spec)
    return (draw_table if kind == Insert.Kind.TABLE else figures.chart)(person, bulletin, spec)


def redraw(person, bulletin, at) -> None:
    """Every table and chart of the bulletin anew."""
    for insert in bulletin.inserts.filter(kind__in=DRAWN).order_by(
        "-kind"
    ):  # tables before the charts of them
        insert.data, insert.drawn_at = draw(person, bulletin, insert.kind, insert.spec), at
        insert.save(update_fields=["data", "drawn_at"])


def matters_of(bulletin):
    """The matters that stand in its tables."""
    tables = bulletin.inserts.filter(kind=Insert.Kind.TABLE).values_list("data", flat=True)
    keys = {key for data in tables for key in data["matters"]}
    return Matter.objects.filter(pk__in=keys) if keys else Matter.objects.filter(Q(pk__in=[]))
