"""A list in three shapes: rows, a board of lanes, a calendar of deadlines. The same records, asked for alike."""

from typing import Any, cast

from django.db.models import QuerySet
from django.views import View

from bureau.matters.board import Board, by_lights, filled
from bureau.matters.deadlines.lights import Lights
from bureau.matters.monthly import Dates, month_before, month_of, next_month, of_matters, weeks
from bureau.matters.rooms import is_measured
from bureau.org.calendar import ASSUMED
from bureau.org.worktime.days import WEEKDAYS
from bureau.pages.remembering import ASKED, address

SHOW = "show"  # in the address
LIST, BOARD, CALENDAR = "", "board", "calendar"
SHAPES = {LIST: "列表", BOARD: "看板", CALENDAR: "日历"}


class Shaped(View):
    """Of a room's matters by light and by their deadlines; another list says its own `lanes`, `dates` and filter of these
    dates (`asks_due`), what a card is (`card`), and in words what a day's are (`due_words`) and what has no lane."""

    card = "matters/card.html"
    asks_due = "due"
    due_words = "到期"
    laneless = "还没有交办的、中止的、存阅的和作废的没有亮灯，不在看板上，请看列表。"
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
        lanes = filled(self.lanes(), self.object_list, self.cards)
        return {
            "lanes": [(lane, address(self.request, show=LIST, **lane.asks)) for lane in lanes],
            "card": self.card,
            "laneless": self.laneless,
        }

    def lanes(self) -> Board:
        return by_lights(self.lights, is_measured(cast(Any, self).model._meta.app_label))

    def dates(self) -> Dates:
        return of_matters(self.lights)

    def cards(self, records: Any) -> Any:
        """The list's table of these records in their order, ready to show its cells."""
        view = cast(Any, self)
        table = view.table_class(records, order_by=(), **view.get_table_kwargs())
        table.before_render(self.request)
        return table

    def calendar(self) -> dict[str, Any]:
        first = month_of(self.request.GET.get("month", ""))
        found = weeks(self.object_list, first, self.dates(), self.lights.calendar)
        guessed = not self.lights.calendar.known(first)
        return {
            "month": first,
            "due_words": self.due_words,
            "before": address(self.request, month=f"{month_before(first):%Y-%m}"),
            "after": address(self.request, month=f"{next_month(first):%Y-%m}"),
            "weekdays": WEEKDAYS,
            "weeks": [[(day, self.all_of(day.date)) for day in week] for week in found],
            "guessed": f"{first.year}年放假安排尚未录入，{ASSUMED}显示。" if guessed else "",
        }

    def all_of(self, day: Any) -> str:
        """The list of what is due on that day."""
        ends = {f"{self.asks_due}_{end}": f"{day}" for end in ("min", "max")}
        return address(self.request, show=LIST, month="", **ends)
