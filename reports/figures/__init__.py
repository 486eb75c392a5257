"""The figures of a bulletin: of what it quotes, as it stood when it was counted, and of its charts. What a figure means says
the hall (`bureau.matters.counting`)."""

from reports.figures.charting import CHART_BY, CHART_KINDS, CHART_MEASURES, chart
from reports.figures.standing import LABELS, Figures, by_lead, standing, standing_now, tally

__all__ = [
    "CHART_BY",
    "CHART_KINDS",
    "CHART_MEASURES",
    "LABELS",
    "Figures",
    "by_lead",
    "chart",
    "standing",
    "standing_now",
    "tally",
]
