"""What a chart shows, in words: for who hears the document instead of seeing it."""

from ..sheets import Chart
from .scale import shown
from .tidied import tidied


def chart_words(chart: Chart) -> str:
    """「办结（件）：县水利局6，县财政局2。」, a sentence a strand."""
    chart = tidied(chart)
    return "".join(
        f"{strand.name}（{chart.unit}）：{listed(chart.labels, strand.values)}。" for strand in chart.strands
    )


def listed(labels, values) -> str:
    told = zip(labels, values, strict=True)
    return "，".join(f"{label}{'无' if value is None else shown(value)}" for label, value in told)
