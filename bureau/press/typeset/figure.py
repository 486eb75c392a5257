"""A chart alone on a page of its own size, for whoever needs it as a picture."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .charts import chart_svg
from .measure import MEASURE
from .sheets import Chart

PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>图</title>
<style>@page {{ size: {}pt {}pt; margin: 0 }} @page :right {{ @bottom-right {{ content: none }} }}</style></head>
<body class="figure-page">{}</body></html>"""


def figure_html(chart: Chart) -> SafeString:
    drawn = chart_svg(chart, MEASURE)
    height = float(drawn.split('height="', 1)[1].split("pt", 1)[0])
    return format_html(PAGE, f"{MEASURE:.2f}", f"{height:.2f}", drawn)
