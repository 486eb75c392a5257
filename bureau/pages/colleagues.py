"""People of one's own unit as form fields: one of them; or several, each with a task and a date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from bureau.org.models import Person, Unit
from bureau.org.posts import Post
from bureau.pages.fields import DateField, words

POSTS = (Post.LIAISON, Post.HEAD, Post.MEMBER)
ORDINALS = "一二三四五"  # so many at once
TEXT_LENGTH = 500
NOBODY = "本单位没有别的账号，请系统管理员开设“单位经办人”账号。"


@dataclass(frozen=True)
class Share:
    """A task for one of them, and by when."""

    person: Person
    text: str
    due: date


def colleagues(unit: Unit | None) -> QuerySet[Person]:
    """Who works for this unit and can log in."""
    people = Person.objects.filter(is_active=True, unit=unit, postings__post__in=POSTS)
    return people.distinct().order_by("pk") if unit else people.none()


class ColleagueField(forms.ModelChoiceField):
    def __init__(self, *, label: str, unit: Unit | None, **kwargs: Any) -> None:
        super().__init__(colleagues(unit), label=label, empty_label="请选择", **kwargs)
        self.error_messages |= {
            "required": f"请选择{label}。",
            "invalid_choice": f"“{label}”须是本单位可以登录的人，请重新选择。",
        }

    def label_from_instance(self, person: Person) -> str:
        return f"{person.name}（{person.title or person.post_words}）"


def rows(unit: Unit | None) -> dict[str, forms.Field]:
    """As many as there are people, five at most; the first has to be filled in."""
    count = min(len(ORDINALS), max(1, colleagues(unit).count()))
    made: dict[str, forms.Field] = {}
    for place in range(count):
        which, first = ORDINALS[place], place == 0
        made[f"person_{place}"] = ColleagueField(
            label=f"承办人{which}", unit=unit, required=first, help_text="" if place or count > 1 else NOBODY
        )
        made[f"due_{place}"] = DateField(
            label=f"完成日期{which}", required=first, help_text="不晚于本单位的时限。" if first else ""
        )
        made[f"text_{place}"] = words(f"任务{which}", TEXT_LENGTH, 2, required=first)
    return made


def filled(given: dict[str, Any]) -> Iterator[tuple[str, Any, Any, Any]]:
    """(place, person, text, due) of the rows in which something was filled in."""
    for place in range(len(ORDINALS)):
        row = [given.get(f"{name}_{place}") for name in ("person", "text", "due")]
        if any(row):
            yield str(place), row[0], row[1], row[2]


def faults(given: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(field, sentence): what lacks in a row that was begun; and who stands in two."""
    known = set()
    for place, person, text, due in filled(given):
        which = ORDINALS[int(place)]
        for name, value, label in (
            ("person", person, "承办人"),
            ("text", text, "任务"),
            ("due", due, "完成日期"),
        ):
            if not value and f"{name}_{place}" in given:
                yield f"{name}_{place}", f"请填写“{label}{which}”，或者把这一项全部清空。"
        if person in known:
            yield f"person_{place}", f"{person.name}已经在上面，请把任务写在一起。"
        known |= {person} - {None}


def gathered(given: dict[str, Any]) -> list[Share]:
    return [Share(person, text, due) for _place, person, text, due in filled(given)]


def without_rows(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if not name.startswith(("person_", "due_", "text_"))}
