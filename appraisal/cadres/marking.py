"""The score of a cadre: what the engine is asked for one, and what it answers. Missing is named, never nought; names of people travel
nowhere."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch

from appraisal.actions.deliberating import vetoes_of
from appraisal.cadres.grading import propose_grades
from appraisal.cadres.models import Merit, Review, Stint
from appraisal.cadres.weighing import HUNDRED, NAMES, Weights, weights
from appraisal.models import Appraised, Period
from appraisal.reckoning import Row, canonical, rows, scored
from appraisal.tree import plain
from bureau.matters import standing

Grade = Appraised.Grade

IN_EFFECT = "考核期内有问责影响期："  # how a cap by a measure begins


def given(merit: Merit) -> dict[str, Decimal | None]:
    """What counts of the cadre beside the units' scores: as the desk entered it."""
    return {name: getattr(merit, name) for name in ("charge", "vote", "leaders")}


def unit_score(stint: Stint) -> Decimal | None:
    """The unit's total on a hundred."""
    part = stint.appraised
    return None if part.total is None else part.total * HUNDRED / part.scheme.full


def missing(merit: Merit, weighed: Mapping[str, Weights]) -> list[str]:
    """What has to be there and is not."""
    if merit.apart:
        return []
    values, found = given(merit), []
    for stint in merit.stints.all():
        for name in weighed[stint.part].counted():
            if name == "unit" and unit_score(stint) is None:
                found.append(f"{stint.appraised}的单位得分")
            elif name != "unit" and values[name] is None:
                found.append(NAMES[name])
    return list(dict.fromkeys(found))


def document(merit: Merit, weighed: Mapping[str, Weights]) -> dict[str, Any]:
    """Of who held one post its formula; of several a post each, of as many points as it was held months, brought to a hundred."""
    stints = list(merit.stints.all())
    alone = len(stints) == 1
    found = {("1" if alone else f"1.{place}"): one for place, one in enumerate(stints, 1)}
    items = [item(key, one, weighed[one.part], alone) for key, one in found.items()]
    months = str(sum(one.months for one in stints))
    whole = {"key": "1", "name": "按任职月数加权", "full": "100", "base": months, "items": items}
    values = {key: {"values": values_of(merit, one, weighed[one.part])} for key, one in found.items()}
    return {
        "format": 1,
        "scheme": {
            "name": str(merit.review),
            "full": "100",
            "places": 2,
            "rounding": "half_up",
            "items": items if alone else [whole],
        },
        "subjects": [{"key": str(merit.pk), "name": str(merit), "values": values}],
    }


def item(key: str, stint: Stint, weight: Weights, alone: bool) -> dict[str, Any]:
    counted = weight.counted()
    sums = " + ".join(f"{NAMES[name]} × {plain(value / HUNDRED)}" for name, value in counted.items())
    rule = {
        "kind": "formula",
        "expression": sums if alone else f"({sums}) ÷ 100 × 满分",
        "names": [{"key": NAMES[name]} for name in counted],
    }
    return {"key": key, "name": str(stint), "full": "100" if alone else str(stint.months), "rule": rule}


def values_of(merit: Merit, stint: Stint, weight: Weights) -> dict[str, str]:
    found: dict[str, Any] = given(merit) | {"unit": unit_score(stint)}
    return {NAMES[name]: plain(found[name]) for name in weight.counted()}


def reckon(review: Review) -> None:
    """Every merit anew, as far as nothing is missing: score, what keeps it from the first grade, the grade that follows."""
    merits, weighed = list(with_stints(review.merits)), weights()
    caps = caps_of(review.period, merits)
    for one in merits:
        one.review = review
        one.caps, one.score, one.inputs, one.outputs = caps[one.pk], None, "", ""
        one.proposed_grade = one.grade_why = ""
        if not one.apart and not missing(one, weighed):
            mark(one, weighed)
    propose_grades(merits)
    for one in merits:
        if one.grade and one.grade != one.proposed_grade and not one.grade_reason:
            one.grade = ""
        if one.apart:
            one.grade = ""
    columns = ["score", "inputs", "outputs", "caps", "proposed_grade", "grade_why", "grade"]
    Merit.objects.bulk_update(merits, columns)


def mark(merit: Merit, weighed: Mapping[str, Weights]) -> None:
    asked = document(merit, weighed)
    answer = scored(asked)
    merit.inputs, merit.outputs = canonical(asked), canonical(answer)
    merit.score = Decimal(answer["subjects"][0]["total"])


def caps_of(period: Period, merits: Iterable[Merit]) -> dict[int, list[str]]:
    """By merit: what keeps it from the first grade, a sentence each."""
    merits = list(merits)
    weighing = standing.weighs({one.cadre_id for one in merits}, period.begins_on, period.ends_on)
    vetoed = vetoes_of(period, [stint.appraised for one in merits for stint in one.stints.all()])
    return {
        one.pk: [f"{IN_EFFECT}{words}" for words in weighing.get(one.cadre_id, [])]
        + [
            f"{stint.appraised}有一票否决情形：{words}"
            for stint in one.stints.all()
            if (words := vetoed[stint.appraised.assignment.unit_id])
        ]
        for one in merits
    }


def with_stints(merits: Any) -> Any:
    """Merits with all that their scores are made of, in two queries."""
    stints = Stint.objects.select_related(
        "position__unit", "appraised__assignment__unit", "appraised__scheme"
    ).order_by("position__since", "pk")
    return merits.select_related("position__unit", "cadre").prefetch_related(Prefetch("stints", stints))


def arithmetic(merit: Merit) -> list[Row]:
    """怎么得的分, as it was kept."""
    return list(rows(json.loads(merit.outputs)["subjects"][0]["items"])) if merit.outputs else []
