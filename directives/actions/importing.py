"""From an uploaded paper to registered directives: read, mended by the clerk, committed all or none."""

from collections.abc import Callable, Iterator
from io import BytesIO

from django.db import transaction
from django.utils import timezone

from bureau.files.store import Kept, open_kept
from bureau.jobs.barred import Barred
from bureau.org.calendar import current_calendar
from bureau.org.models import Person, Urgency
from bureau.org.naming import units
from directives import rows
from directives.actions.setting_up import Decision, begin, put_down, register_source
from directives.models import Intake, Source
from directives.policy import require_desk
from directives.reading import read

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
    if not reading.items:
        raise Barred(reading.sentence)
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
        rows=[rows.from_item(item) for item in reading.items],
    )


def save(intake: Intake, head: dict, mended: list[dict]) -> None:
    """Keep what the clerk has mended so far."""
    intake.head = head
    intake.rows = [row | values for row, values in zip(intake.rows, mended, strict=True)]
    intake.version += 1
    intake.save(update_fields=["head", "rows", "version"])


def mend(intake: Intake, name: str, place: int) -> None:
    """Mend one row by `rows.MENDS`: `merge` it with the one above, `split`, `drop` it, `add` one behind it."""
    intake.rows = rows.MENDS[name](intake.rows, place)
    intake.version += 1
    intake.save(update_fields=["rows", "version"])


def discard(intake: Intake) -> None:
    """放弃 what was read; nothing of it was registered."""
    intake.delete()


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
