"""Figures in words."""

from django.template.defaultfilters import filesizeformat
from django.utils import timezone

STEPS = ((86_400, "天"), (3_600, "小时"), (60, "分钟"), (1, "秒"))


def ago(moment) -> str:
    """「3 分钟前」."""
    return f"{span((timezone.now() - moment).total_seconds())}前"


def span(seconds: float) -> str:
    """The largest whole unit: 「2 天」."""
    for length, unit in STEPS:
        if seconds >= length:
            return f"{int(seconds // length)} {unit}"
    return "0 秒"


def size(count: int) -> str:
    """「1.2 GB」."""
    return filesizeformat(count)
