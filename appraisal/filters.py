"""What the ledger of appraisal periods can be asked."""

from typing import Any

import django_filters as filters

from appraisal import states
from appraisal.models import Period
from bureau.matters.filters import MatterFilter, chosen
from bureau.pages.fields import YEARS


class PeriodFilter(MatterFilter):
    state = chosen("状态", states.CHOICES)
    part = chosen("考核期", Period.Part.choices)
    year = filters.NumberFilter(label="年度", min_value=YEARS[0], max_value=YEARS[-1])

    more = ("officer", "due")

    class Meta:
        model = Period
        fields = ["q", "year", "part", "state", "light", "due", "officer"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("role", "urgency", "opened"):
            del self.form.fields[name]
        self.form.fields["q"].widget.attrs["placeholder"] = "编号、名称"

    @property
    def ready(self) -> list[tuple[str, str]]:
        return [one for one in super().ready if "role=" not in one[1]]
