"""The one definition of every figure: of a ledger as it stands, of a bulletin's quotes, of all functions in a period."""

from reports.figures.charting import CHART_BY, CHART_KINDS, CHART_MEASURES, chart
from reports.figures.counting import Counting
from reports.figures.grouping import BY
from reports.figures.measures import MEASURES
from reports.figures.standing import LABELS, Figures, by_lead, standing, standing_now, tally

__all__ = [
    "BY",
    "CHART_BY",
    "CHART_KINDS",
    "CHART_MEASURES",
    "LABELS",
    "MEASURES",
    "Counting",
    "Figures",
    "by_lead",
    "chart",
    "standing",
    "standing_now",
    "tally",
]
