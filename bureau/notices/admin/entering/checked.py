"""Each row goes through the same form and the same rules as a record that is entered alone."""

from django.contrib.auth.hashers import make_password
from django.db import transaction

from bureau.notices.admin.entering.kinds import Kind
from bureau.notices.admin.entering.known import Known, Unread
from bureau.notices.admin.entering.rows import Row
from bureau.org.admin import administration

READY = "!"  # of a rehearsal, in which nobody logs in


@transaction.atomic
def enter(request, kind: Kind, rows: list[Row], given: dict, rehearsing: bool) -> bool:
    """Enter all rows, or none and say at each what is wrong. Whether all are entered, or would be."""
    request.several = True
    admin, known = administration.get_model_admin(kind.model), Known()
    encoded = READY if rehearsing else make_password(given.get("start_password"))
    for row in rows:
        form = form_of(admin, request, kind, row, known, given)
        form.encoded = encoded
        if not row.problems and form.is_valid():
            keep(admin, request, form)
        else:
            row.problems = problems(form, row) | row.problems
    well = not any(row.problems for row in rows)
    transaction.set_rollback(rehearsing or not well)
    return well


def form_of(admin, request, kind: Kind, row: Row, known: Known, given: dict):
    """The form of one record, filled from the row; what cannot be read becomes a problem of its cell."""
    data = {**kind.given, **given}
    for column in kind.columns:
        words = row.words.get(column.name, "")
        try:
            data |= column.read(words, known) if words else {column.name: column.usual}
        except Unread as why:
            row.problems[column.name] = str(why)
    return admin.get_form(request)(data)


def keep(admin, request, form) -> None:
    record = admin.save_form(request, form, change=False)
    admin.save_model(request, record, form, change=False)
    admin.save_related(request, form, [], change=False)
    admin.log_addition(request, record, [{"added": {}}])


def problems(form, row: Row) -> dict[str, str]:
    """What the form says, by column; of a field that the table has no column for, of the whole row."""
    found: dict[str, str] = {}
    for name, errors in form.errors.items():
        place = name if name in row.words else ""
        said = (
            "".join(errors)
            if place or name not in form.fields
            else f"{form.fields[name].label}：{''.join(errors)}"
        )
        found[place] = found.get(place, "") + said
    return found
