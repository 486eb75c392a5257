"""时限说明: a reckoning told in plain sentences."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from bureau.org.worktime.days import WEEKDAYS

BEGINS = {
    "hours": "自{start}起算，时限 {term}，只计工作时间。",
    "days": "自{start}起算，时限 {term}，从次日计起，含节假日。",
    "workdays": "自{start}起算，时限 {term}，从次日计起，不含节假日。",
    "months": "自{start}起算，时限 {term}，到期月的对应日为最后一日，没有对应日的以月末日为最后一日。",
}


def explain(reckoning) -> list[str]:
    """One sentence per step from the start to the due time."""
    if reckoning.term is None:
        return [f"时限{reckoning.said}：{full_date(reckoning.due_at)}。"]
    lines = (
        BEGINS[reckoning.term.unit].format(start=moment(reckoning.start), term=reckoning.term),
        _spans(reckoning.spans),
        _passed_over(reckoning),
        _worked(reckoning.worked),
        _due(reckoning),
        _unknown(reckoning.unknown_years),
    )
    return [line for line in lines if line]


def full_date(day: date) -> str:
    """「2026年11月20日（周五）」"""
    return f"{day.year}年{short_date(day)}（{WEEKDAYS[day.weekday()]}）"


def short_date(day: date) -> str:
    """「11月20日」"""
    return f"{day.month}月{day.day}日"


def moment(at: datetime) -> str:
    """「2026年11月20日（周五）16:40」"""
    return f"{full_date(at)}{at:%H:%M}"


def brief(at: datetime) -> str:
    """「2026-11-20」 for the end of a day, else 「2026-11-20 16:40」"""
    return f"{at:%Y-%m-%d}" if (at.hour, at.minute) == (23, 59) else f"{at:%Y-%m-%d %H:%M}"


def hours(stretch: timedelta) -> str:
    """「6 小时 30 分工作时间」, to the full minute"""
    whole, minutes = divmod(int(stretch.total_seconds()) // 60, 60)
    told = [f"{whole} 小时"] * bool(whole) + [f"{minutes} 分"] * bool(minutes or not whole)
    return f"{' '.join(told)}工作时间"


def _spans(spans) -> str:
    stretches = "、".join(f"{short_date(begin)} {begin:%H:%M}–{end:%H:%M}" for begin, end in spans)
    return f"计入：{stretches}。" if stretches else ""


def _passed_over(reckoning) -> str:
    if reckoning.rolled is None:
        runs = "、".join(f"{_from_to(run)} {label}" for label, run in _runs(reckoning.skipped))
        return f"不计入：{runs}。" if runs else ""
    why = reckoning.skipped[0][1]
    last = "最后一日" if reckoning.term.unit == "months" else f"第 {reckoning.term.amount} 日"
    return f"{last}是{short_date(reckoning.rolled)}（{why}），顺延到下一个工作日。"


def _worked(days) -> str:
    listed = "、".join(f"{short_date(day)}（{feast}调休）" for day, feast in days)
    return f"照常计入：{listed}。" if listed else ""


def _runs(days) -> list[tuple[str, list[date]]]:
    """Neighbouring days off for the same reason told as one: a feast by its name, a weekend as 周末."""
    labelled = [(day, "周末" if name in WEEKDAYS else name) for day, name in days]
    runs = [(label, [day]) for day, label in labelled[:1]]
    for (before, was), (day, label) in pairwise(labelled):
        if label == was and (day - before).days == 1:
            runs[-1][1].append(day)
        else:
            runs.append((label, [day]))
    return runs


def _from_to(run: list[date]) -> str:
    first, last = run[0], run[-1]
    return short_date(first) if first == last else f"{short_date(first)}至{short_date(last)}"


def _due(reckoning) -> str:
    if reckoning.term.unit == "hours":
        return f"到期：{moment(reckoning.due_at)}。"
    return f"到期：{full_date(reckoning.due_at)}24时。"


def _unknown(years) -> str:
    listed = "、".join(f"{year}年" for year in years)
    return (
        f"{listed}放假安排尚未录入，暂按周一至周五上班和法定节日（元旦、劳动节、国庆节）推算，录入后重新推算。"
        if listed
        else ""
    )
