"""From an uploaded paper to registered directives: read, mended by the clerk, committed all or none."""

from collections.abc import Callable, Collection, Iterator
from io import BytesIO

from django.db import transaction
from django.utils import timezone

from bureau.files.store import Kept, open_kept
from bureau.jobs.barred import Barred
from bureau.org.calendar import current_calendar
from bureau.org.models import Person, Urgency
from bureau.org.naming import units
from bureau.org.reading import Anchor
from directives import mending, passages, rows
from directives.actions.setting_up import Decision, begin, put_down, register_source
from directives.models import Intake, Source
from directives.passages import DROPPED, given, part_at, passed_on, without
from directives.policy import require_desk
from directives.reading import read
from directives.rows import keyed
from directives.undoing import MOST, difference, taken_back

CHUNK = 200  # items written at a time


class Unsettled(Barred):
    """Rows still have problems; nothing was committed."""


@transaction.atomic
def take_in(person: Person, kept: Kept) -> Intake:
    """Read the kept file. Raises files.refused.Refused with a sentence when it holds nothing to read."""
    require_desk(person)
    stream = BytesIO(open_kept(kept.sha256).read())
    stream.name = kept.name
    reading = read(stream, units.directory(), timezone.localdate(), current_calendar())
    head = {
        "kind": reading.kind,
        "organ": reading.organ,
        "title": reading.title,
        "number": reading.number or "",
        "date": (reading.date or timezone.localdate()).isoformat(),
    }
    return Intake.objects.create(
        person=person,
        file_name=kept.name,
        file_kind=kept.kind,
        file_size=kept.size,
        sha256=kept.sha256,
        head=head,
        rows=rows.keyed([rows.from_item(item) for item in reading.items]),
        passages=passages.kept(reading),
        sentence=reading.sentence,
    )


@transaction.atomic
def take_given(person: Person, head: dict, items: list[dict], kept: Kept) -> Intake:
    """Items as another system names them, by the fields of a row, and the file that they stand in: checked by the clerk like
    those that were read."""
    require_desk(person)
    given = [rows.EMPTY | item | {"place": f"第{at}项"} for at, item in enumerate(items, 1)]
    return Intake.objects.create(
        person=person,
        file_name=kept.name,
        file_kind=kept.kind,
        file_size=kept.size,
        sha256=kept.sha256,
        head=head,
        rows=rows.keyed(given),
    )


def save(intake: Intake, head: dict, mended: dict[int, dict]) -> None:
    """Keep what the clerk has mended so far, of the rows that were sent."""
    after = [row | mended.get(place, {}) for place, row in enumerate(intake.rows)]
    if head == intake.head and after == intake.rows:
        return
    intake.head = head
    change(intake, "改动文字", rows=after)


def change(
    intake: Intake, words: str, rows: list[dict] | None = None, passages: list[dict] | None = None
) -> None:
    """Rows and passages become these; what they were can be taken back (`undo`)."""
    rows = intake.rows if rows is None else keyed(rows)
    passages = intake.passages if passages is None else passages
    before = {
        "words": words,
        "rows": difference(intake.rows, rows),
        "passages": difference(intake.passages, passages),
    }
    if before["rows"] or before["passages"]:
        intake.undo = [*intake.undo, before][-MOST:]
    intake.rows, intake.passages = rows, passages
    intake.version += 1
    intake.save(update_fields=["head", "rows", "passages", "undo", "version"])


def undo(intake: Intake) -> str:
    """Take the newest change back, and say which it was; empty where there is none."""
    if not intake.undo:
        return ""
    *earlier_ones, last = intake.undo
    intake.rows = taken_back(last["rows"], intake.rows)
    intake.passages = taken_back(last["passages"], intake.passages)
    intake.undo = earlier_ones
    intake.version += 1
    intake.save(update_fields=["rows", "passages", "undo", "version"])
    return last["words"]


def mend(intake: Intake, name: str, place: int, cut: int | None = None) -> None:
    """Mend one row by `mending.MENDS`: `merge` it with the one above, `split`, move text `up` or `down`, `drop` it, `add` one
    behind it. `cut`: where the cursor stood in its text."""
    after = mending.MENDS[name](intake.rows, place, cut)
    kept = {row["key"] for row in after}
    gone = [row["key"] for row in intake.rows if row["key"] not in kept]
    if name == "merge" and gone:
        lines = passed_on(intake.passages, gone[0], intake.rows[place - 1]["key"])
    else:
        lines = without(intake.passages, gone)
    change(intake, f"{mending.MENDED[name]}（第{place + 1}项）", rows=after, passages=lines)


def take_suggestion(intake: Intake, place: int, field: str, short: str) -> None:
    """Put the unit that was suggested where the word stands that names none."""
    units_known = units.directory()
    if field in ("lead", "co") and short in units_known.units:
        row = mending.take(intake.rows[place], field, short, units_known)
        change(
            intake,
            f"采用“{short}”（第{place + 1}项）",
            rows=[*intake.rows[:place], row, *intake.rows[place + 1 :]],
        )


def set_leads(intake: Intake, places: Collection[int], lead: str) -> None:
    """These rows get this lead."""
    after = [row | {"lead": lead} if at in places else row for at, row in enumerate(intake.rows)]
    change(intake, f"{len(places)}项的牵头单位改为“{lead}”", rows=after)


def make_item(intake: Intake, place: str) -> int:
    """A passage becomes an item at its place in the paper; where in the rows it stands now."""
    part = part_at(intake.passages, place)
    if part is None:
        return 0
    at = row_before(intake, int(place.split("-")[0])) + 1
    row = rows.from_words(
        part["words"],
        intake.passages[int(place.split("-")[0])]["place"],
        anchor_of(intake),
        units.directory(),
    )
    key = max((one["key"] for one in intake.rows), default=0) + 1
    after = [*intake.rows[:at], row | {"key": key}, *intake.rows[at:]]
    lines = given(intake.passages, place, fate="item", reason="", item=key)
    change(intake, f"增加第{at + 1}项", rows=after, passages=lines)
    return at


def append(intake: Intake, place: str, to: int) -> None:
    """A passage is added to the text of a row."""
    part = part_at(intake.passages, place)
    if part is None or not 0 <= to < len(intake.rows):
        return
    row = intake.rows[to]
    longer = row | {
        "title": row["title"] + part["words"].strip(),
        "passage": f"{row['passage']}\n{part['words'].strip()}".strip(),
    }
    lines = given(intake.passages, place, fate="item", reason="", item=row["key"])
    change(
        intake, f"并入第{to + 1}项", rows=[*intake.rows[:to], longer, *intake.rows[to + 1 :]], passages=lines
    )


def leave_out(intake: Intake, place: str) -> None:
    """A passage is no item, the clerk says."""
    if part_at(intake.passages, place):
        lines = given(intake.passages, place, fate="background", reason=DROPPED, item=None)
        change(intake, "认定一段不是事项", passages=lines)


def row_before(intake: Intake, line: int) -> int:
    """The last row that stands in the paper above this line or on it; -1 where none does."""
    above = {part["item"] for one in intake.passages[: line + 1] for part in one["parts"] if part["item"]}
    return max((at for at, row in enumerate(intake.rows) if row["key"] in above), default=-1)


def anchor_of(intake: Intake) -> Anchor:
    """Dates in what is added count from the day of the paper."""
    return Anchor(rows.as_date(intake.head["date"]) or timezone.localdate(), calendar=current_calendar())


def discard(intake: Intake) -> None:
    """放弃 what was read; nothing of it was registered, and it can be fetched back."""
    intake.discarded_at = timezone.now()
    intake.save(update_fields=["discarded_at"])


def restore(intake: Intake) -> None:
    intake.discarded_at = None
    intake.save(update_fields=["discarded_at"])


def problems(intake: Intake) -> list[list[dict]]:
    """Per row, what has to be settled."""
    known = units.directory()
    return [rows.problems(row, known) for row in intake.rows]


def require_settled(intake: Intake) -> None:
    """Raises Unsettled where a row still has a problem, or there is none."""
    wrong = sum(map(bool, problems(intake)))
    if wrong:
        raise Unsettled(f"还有{wrong}项需要核对，改好以后再提交；现在一项也没有登记。")
    if not intake.rows:
        raise Unsettled("没有可以登记的事项。")


@transaction.atomic
def commit(
    person: Person, intake: Intake, step: Callable[[int, int], None] = lambda done, total: None
) -> Source:
    """Register the paper and every row, or nothing; `step` is told how far it is. A committed import gives its
    source again."""
    require_desk(person)
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    if intake.source:
        return intake.source
    require_settled(intake)
    source = register_source(
        person,
        file_name=intake.file_name,
        file_kind=intake.file_kind,
        file_size=intake.file_size,
        sha256=intake.sha256,
        **intake.head,
    )
    decided, registered, now = list(decisions(intake)), [], timezone.now()
    for first in range(0, len(decided), CHUNK):
        step(first, len(decided))
        registered += put_down(person, source, first + 1, decided[first : first + CHUNK], now)
    begin(person, source, registered, now)
    intake.source = source
    intake.save(update_fields=["source"])
    return source


def decisions(intake: Intake) -> Iterator[Decision]:
    """The rows in the shape that `register` takes; unit names are looked up once for all."""
    known = units.directory()
    named = [(units.named(row["lead"], known)[0], units.named(row["co"], known)[0]) for row in intake.rows]
    shorts = {short for lead, co in named for short in (*lead, *co)}
    by_short = {unit.short: unit for unit in units.rows_of(sorted(shorts))}
    for row, (lead, co) in zip(intake.rows, named, strict=True):
        yield Decision(
            title=row["title"],
            lead=by_short[lead[0]],
            co=tuple(by_short[short] for short in co if short not in lead),
            due=rows.as_date(row["due"]),
            recurring=bool(row["cadence"]),
            cadence=row["cadence"],
            goal=rows.goal_of(row),
            stages=rows.stages_of(row),
            urgency=Urgency.LONGTERM if row["cadence"] else Urgency.MINUTES,
            **{name: row[name] for name in ("category", "leader", "remark", "passage")},
        )


def earlier(sha256: str) -> Source | None:
    """The source that this very file was committed as before."""
    return Source.objects.filter(sha256=sha256).first()
