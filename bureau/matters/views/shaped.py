"""A room's ledger in three shapes: a list, a board by light, a calendar of deadlines. The same matters, asked for alike."""

from typing import Any, cast

from django.db.models import QuerySet
from django.views import View

from bureau.matters.board import board
from bureau.matters.deadlines.lights import Lights
from bureau.matters.monthly import month_before, month_of, next_month, weeks
from bureau.org.calendar import ASSUMED
from bureau.org.worktime.days import WEEKDAYS
from bureau.pages.remembering import ASKED, address

SHOW = "show"  # in the address
LIST, BOARD, CALENDAR = "", "board", "calendar"
SHAPES = {LIST: "列表", BOARD: "看板", CALENDAR: "日历"}


class Shaped(View):
    request: Any
    lights: Lights
    object_list: QuerySet

    @property
    def shape(self) -> str:
        asked = self.request.GET.get(SHOW, LIST)
        return asked if asked in SHAPES else LIST

    def get_table_pagination(self, table: Any) -> Any:
        return cast(Any, super()).get_table_pagination(table) if self.shape == LIST else False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shapes = [
            {"label": label, "url": self.asked(show=shape), "current": shape == self.shape}
            for shape, label in SHAPES.items()
        ]
        more = {BOARD: self.board, CALENDAR: self.calendar}.get(self.shape, dict)()
        shown = f"&{SHOW}={self.shape}" if self.shape else ""
        return cast(Any, super()).get_context_data(
            shape=self.shape, shapes=shapes, shown=shown, **more, **kwargs
        )

    def asked(self, **changes: str) -> str:
        """The same with these changes, remembered as what was asked last."""
        return address(self.request, **{ASKED: "1"}, **changes)

    def board(self) -> dict[str, Any]:
        lanes = board(self.object_list, self.lights, self.cards)
        return {"lanes": [(lane, address(self.request, show=LIST, light=lane.light)) for lane in lanes]}

    def cards(self, records: Any) -> Any:
        """The room's table of these records in their order, ready to show its cells."""
        view = cast(Any, self)
        table = view.table_class(records, order_by=(), **view.get_table_kwargs())
        table.before_render(self.request)
        return table

    def calendar(self) -> dict[str, Any]:
        first = month_of(self.request.GET.get("month", ""))
        found = weeks(self.object_list, first, self.lights)
        guessed = not self.lights.calendar.known(first)
        return {
            "month": first,
            "before": address(self.request, month=f"{month_before(first):%Y-%m}"),
            "after": address(self.request, month=f"{next_month(first):%Y-%m}"),
            "weekdays": WEEKDAYS,
            "weeks": [[(day, self.all_of(day.date)) for day in week] for week in found],
            "guessed": f"{first.year}年放假安排尚未录入，{ASSUMED}显示。" if guessed else "",
        }

    def all_of(self, day: Any) -> str:
        """The list of what is due on that day."""
        return address(self.request, show=LIST, month="", due_min=f"{day}", due_max=f"{day}")
