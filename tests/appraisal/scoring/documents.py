"""Documents for tests: a scheme out of its indicators, and what was reckoned from it."""

from typing import Any

from appraisal.scoring import Refused, score

Raw = dict[str, Any]


def leaf(key: str, full: str, rule: Raw, **more: Any) -> Raw:
    return {"key": key, "name": f"指标{key}", "full": full, "rule": rule, **more}


def branch(key: str, full: str, *items: Raw, **more: Any) -> Raw:
    return {"key": key, "name": f"指标{key}", "full": full, "items": list(items), **more}


def judged(key: str, full: str, **more: Any) -> Raw:
    return leaf(key, full, {"kind": "judged"}, **more)


def points(value: Any) -> Raw:
    return {"points": value, "reason": "评定"}


def subject(key: str, values: Raw, **more: Any) -> Raw:
    return {"key": key, "name": key, "class": "乡镇", "values": values, **more}


def document(items: list[Raw], *subjects: Raw, full: str = "100", **scheme: Any) -> Raw:
    return {
        "format": 1,
        "scheme": {"name": "方案", "full": full, "items": items, **scheme},
        "subjects": list(subjects),
    }


def of_one(rule: Raw, full: str, *given: Raw, **item: Any) -> list[Raw]:
    """Each subject's line of the one indicator there is; all are of one class."""
    subjects = [subject(f"单位{at}", {"1": one}) for at, one in enumerate(given, 1)]
    scored = score(document([leaf("1", full, rule, **item)], *subjects, full=full))
    return [one["items"][0] for one in scored["subjects"]]


def exact(rule: Raw, full: str, *given: Raw, **item: Any) -> list[str | None]:
    return [line["exact"] for line in of_one(rule, full, *given, **item)]


def totals(scored: Raw) -> list[str | None]:
    return [one["total"] for one in scored["subjects"]]


def ranks(scored: Raw) -> list[int | None]:
    return [one["rank"] for one in scored["subjects"]]


def faults(raw: Any) -> list[str]:
    """What the document is refused for."""
    try:
        score(raw)
    except Refused as refused:
        return [str(fault) for fault in refused.faults]
    return []
