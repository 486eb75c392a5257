"""What a period's page says of it, label by label."""

from collections.abc import Iterable

from appraisal.models import Period, Scheme


def facts(period: Period, schemes: Iterable[Scheme]) -> list[dict]:
    """`{label, value, wide}` in reading order; only what is known. `schemes`: those that concern the reader."""
    publicity = ""
    if period.publicised_on and period.publicised_until:
        publicity = f"{period.publicised_on:%Y-%m-%d} 至 {period.publicised_until:%Y-%m-%d}"
    rows = [
        ("考核期", f"{period.begins_on:%Y-%m-%d} 至 {period.ends_on:%Y-%m-%d}"),
        ("考核方案", "、".join(map(str, schemes))),
        ("报送截止", f"{period.collect_until:%Y-%m-%d}"),
        ("公示", publicity),
        ("公布日期", f"{period.published_on:%Y-%m-%d}" if period.published_on else ""),
        ("审定人", period.approved_by.signature if period.approved_by else ""),
        ("经办人", period.matter.officer.name),
    ]
    return [{"label": label, "value": value, "wide": label == "考核方案"} for label, value in rows if value]
