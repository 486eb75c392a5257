"""What somebody tells on the telephone says of the form: about whom, where, what. The bureau's own keywords read the cause."""

import re

from bureau.org.models import Unit
from bureau.org.reading.urgency import urgency_in
from bureau.pages.suggesting import Suggestion, Suggestions
from complaints.models import Cause

KINDS = "村口|村道|村|社区|大道|路段|路口|路|街|桥头|桥|工地|园区|大厅|窗口|市场|码头|收费站|厂门口"
PLACE = re.compile(rf"(?:在|到|位于|去)([^，,。；;、\s在到去]{{2,24}}?(?:{KINDS}))")
# Named first, without a word before it: 「县道红岩路段有人设卡」.
PLACE_FIRST = re.compile(
    rf"(?:^|[，,。；;\s])([^，,。；;、\s在到去说]{{2,24}}?(?:{KINDS}))(?=有|设|拦|被|收|乱|不)"
)
DEMAND = re.compile(r"((?:要求|请求|希望|诉求[是：:])[^。；;]{2,120})")


def suggest(words: str) -> Suggestions:
    """The unit that is named first, the place, the demand, the cause, how urgent."""
    read = {
        "respondent": unit_in(words),
        "place": first(PLACE, words) or first(PLACE_FIRST, words),
        "demand": first(DEMAND, words),
        "cause": cause_in(words),
        "urgency": urgency(words),
    }
    return Suggestions({name: one for name, one in read.items() if one})


def first(pattern: re.Pattern, words: str) -> Suggestion | None:
    found = pattern.search(words)
    return Suggestion(found[1].strip(), found[0].strip()[:40]) if found else None


def unit_in(words: str) -> Suggestion | None:
    """The unit whose full or short name stands first; of two that begin there, the longer name."""
    units = Unit.objects.filter(active=True).exclude(unit_class=Unit.Class.BUREAU)
    places = [
        (words.find(name), -len(name), short, name)
        for full, short in units.values_list("name", "short")
        for name in {full, short, short.removeprefix("县")}
        if len(name) > 2 and name in words
    ]
    if not places:
        return None
    *_where, short, name = min(places)
    return Suggestion(short, name)


def cause_in(words: str) -> Suggestion | None:
    """The cause of which most keywords stand in the words."""
    best, why = None, list[str]()
    for cause in Cause.objects.filter(active=True):
        hits = [word for word in cause.keywords.split("、") if word and word in words]
        if len(hits) > len(why):
            best, why = cause, hits
    return Suggestion(str(best.pk), "、".join(why)) if best else None


def urgency(words: str) -> Suggestion | None:
    read, why = urgency_in(words)
    return Suggestion(read, why) if read in ("flash", "urgent") else None
