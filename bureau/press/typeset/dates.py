"""Dates as official documents write them (GB/T 9704—2012 §7.3.5.4): full year, no leading zero."""

import re
from datetime import date

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def chinese_date(day: date) -> str:
    """2026-03-05 → 「2026年3月5日」."""
    return f"{day.year}年{day.month}月{day.day}日"


def with_chinese_dates(text: str) -> str:
    """A text as pages show it, with its dates as documents write them."""
    return ISO.sub(lambda found: chinese_date(date.fromisoformat(found[0])), text)
