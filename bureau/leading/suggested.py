"""What a leader's sentence says of the rest of the form: whom it asks, within how many days, how urgently."""

from django.utils import timezone

from bureau.leading.forms.order import LONGEST, URGENCIES
from bureau.matters.views.from_paper import suggested
from bureau.org.calendar import current_calendar
from bureau.org.naming import units
from bureau.org.reading import Anchor
from bureau.org.reading.asked import asked
from bureau.pages.suggesting import Suggestion, Suggestions

FIELDS = ("lead", "co", "urgency")


def read_in(words: str) -> Suggestions:
    today = timezone.localdate()
    read = asked(words, units.directory(), Anchor(today, calendar=current_calendar()))
    told = suggested(read)
    found = {name: told.found[name] for name in FIELDS if name in told.found}
    if read.urgency not in dict(URGENCIES):
        found.pop("urgency", None)
    days = (read.due.due - today).days if read.due.due else 0
    if 1 <= days <= LONGEST:
        found["days"] = Suggestion(str(days), read.why.get("due", read.due.words))
    return Suggestions(found, told.asked)
