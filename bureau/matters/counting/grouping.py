"""By what matters are grouped, under which name, in which customary order: never by score."""

from functools import cached_property

from bureau.matters.rooms import ROOMS, room_of
from bureau.org.models import Unit

NOBODY = "未定"
BY = {
    "function": "业务",
    "lead": "牵头单位",
    "class": "单位类别",
    "source": "来源",
    "leader": "县领导",
    "month": "登记月份",
}


class Names:
    """The labels of the keys that rows carry, in their order."""

    @cached_property
    def units(self) -> dict[int, tuple[str, str]]:
        """Key → short name, class; read once, and only where it is grouped by them."""
        rows = Unit.objects.order_by("order", "pk").values_list("pk", "short", "unit_class")
        return {key: (short, unit_class) for key, short, unit_class in rows}

    def key(self, by: str, row: dict):
        """What a row is grouped by."""
        if by == "class":
            return self.units.get(row["lead"], (NOBODY, ""))[1]
        return row["month"] if by == "month" else row[by]

    def order(self, by: str, keys) -> list:
        """Units and classes as the county lists them, functions as the house does, months as they pass; others by name."""
        orders = {"lead": lambda: self.units, "class": lambda: Unit.Class.values, "function": lambda: ROOMS}
        if by not in orders:
            return sorted(keys, key=lambda key: (key is None or key == "", str(key)))
        known = orders[by]()
        places = {key: place for place, key in enumerate(known)}
        return sorted(keys, key=lambda key: places.get(key, len(places)))

    def label(self, by: str, key) -> str:
        if key in (None, ""):
            return NOBODY
        if by == "lead":
            return self.units[key][0]
        if by == "class":
            return Unit.Class(key).label
        if by == "function":
            return room_of(key).label
        return f"{key.year}年{key.month}月" if by == "month" else str(key)
