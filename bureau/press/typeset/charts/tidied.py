"""A chart with its words made ready to draw: one control character, and no program reads the drawing."""

from dataclasses import replace

from ..sheets import Chart
from ..tidy import tidy


def tidied(chart: Chart) -> Chart:
    strands = tuple(replace(strand, name=tidy(strand.name)) for strand in chart.strands)
    return replace(chart, labels=tuple(map(tidy, chart.labels)), strands=strands, unit=tidy(chart.unit))
