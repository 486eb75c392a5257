"""An insert as the press sets it."""

from bureau.files import store
from bureau.press.typeset import sheets
from reports.inserts.photos import size_of
from reports.models import Insert


def table(insert) -> sheets.Table:
    data = insert.data
    return sheets.Table(
        tuple(sheets.Column(label, align) for label, align in data["columns"]),
        tuple(tuple(row) for row in data["rows"]),
        tuple((name, count) for name, count in data["groups"]),
        tuple(tuple(sheets.Head(*head) for head in row) for row in data.get("tops", [])),
        data.get("source", ""),
    )


def chart(insert) -> sheets.Chart:
    data = insert.data
    strands = (sheets.Strand(one["name"], tuple(one["values"]), one["red"]) for one in data["strands"])
    return sheets.Chart(data["kind"], tuple(data["labels"]), tuple(strands), data["unit"])


def photo(insert) -> sheets.Picture:
    """Raises FileNotFoundError where the store has lost it."""
    with store.open_kept(insert.sha256) as file:
        jpeg = file.read()
    return sheets.Picture(jpeg, *size_of(jpeg))


def text(insert) -> str:
    return insert.data["text"]


CONTENTS = {
    Insert.Kind.TABLE: table,
    Insert.Kind.CHART: chart,
    Insert.Kind.PHOTO: photo,
    Insert.Kind.TEXT: text,
}


def inserts_of(bulletin) -> tuple[sheets.Insert, ...]:
    """What stands in the text."""
    return tuple(
        sheets.Insert(one.mark, one.label, one.title, CONTENTS[one.kind](one))
        for one in bulletin.inserts.all()
        if not one.annex
    )


def annexes_of(bulletin) -> tuple[sheets.Annex, ...]:
    """What follows the text on pages of its own, in the order of its making."""
    own = sorted((one for one in bulletin.inserts.all() if one.annex), key=lambda one: one.pk)
    return tuple(
        sheets.Annex(one.title, CONTENTS[one.kind](one), landscape=one.spec.get("landscape", False))
        for one in own
    )
