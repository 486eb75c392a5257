"""Dates as official documents write them (GB/T 9704—2012 §7.3.5.4): full year, no leading zero."""

from datetime import date


def chinese_date(day: date) -> str:
    """2026-03-05 → 「2026年3月5日」."""
    return f"{day.year}年{day.month}月{day.day}日"
