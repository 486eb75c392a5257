"""What the cells of a table may name: units, leaders, choices. Looked up once for all rows."""

from functools import cached_property

from bureau.org.models import Person, Unit
from bureau.org.naming import units
from bureau.org.posts import Post

YES, NO = ("是", "有", "√", "Y", "y"), ("否", "无", "×", "N", "n")


class Unread(ValueError):
    """A sentence: why a cell cannot be read, and what to write."""


class Known:
    """The county as it stood when the table was read."""

    @cached_property
    def units(self) -> dict[str, Unit]:
        found = Unit.objects.filter(active=True)
        return {name: unit for unit in found for name in (unit.name, unit.short)}

    @cached_property
    def directory(self):
        return units.directory()

    @cached_property
    def leaders(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in Person.objects.filter(is_active=True, postings__post=Post.LEADER):
            for name in {person.name, person.username}:
                found.setdefault(name, []).append(person)
        return found

    def unit(self, words: str) -> int:
        """By any of its names; the bureau itself too, which no paper names."""
        (unit,) = self.several(words, most=1)
        return unit

    def several(self, words: str, most: int | None = None) -> list[int]:
        if own := self.units.get(words):
            return [own.pk]
        shorts, problems = units.named(words, self.directory, handling=False)
        if problems:
            raise Unread(problems[0]["sentence"])
        if not shorts:
            raise Unread(f"“{words}”不是单位名称，请写简称、全称或拼音首字母。")
        if most and len(shorts) > most:
            raise Unread("只能写一个单位。")
        return [self.units[short].pk for short in shorts]

    def leader(self, words: str) -> int:
        found = self.leaders.get(words, [])
        if len(found) != 1:
            several = f"有 {len(found)} 位县领导叫“{words}”，请改写账号。"
            raise Unread(several if found else f"没有叫“{words}”的县领导，请写称呼或账号。")
        return found[0].pk


def flag(words: str) -> bool:
    if words not in (*YES, *NO):
        raise Unread(f"“{words}”请改为“是”或“否”。")
    return words in YES


def chosen(words: str, choices) -> str:
    """The choice that is called so."""
    by_label = {label: value for value, label in choices}
    if words not in by_label:
        raise Unread(f"没有“{words}”，可填：{'、'.join(by_label)}。")
    return by_label[words]


def all_chosen(words: str, choices) -> list[str]:
    return [chosen(word, choices) for word in units.SPLIT.split(words) if word]
