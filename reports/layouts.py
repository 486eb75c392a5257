"""What a draft takes from the layout of its series under its plate, and how the next issue is numbered."""

from bureau.matters import numbers
from reports.kinds import KINDS
from reports.models import Layout, Plate, Series

LOOKS = ("head", "numbering", "rates", "signed_off")
WORDS = ("main_to", "copy_to", "note", "report_to", "send_to", "issue_to", "copies")


def layout_of(series: str, plate: str) -> Layout:
    """The county's; where it has none the usual one, unsaved."""
    return Layout.objects.filter(series=series, plate=plate).first() or Layout(series=series, plate=plate)


def looks(series: str, plate: str) -> dict:
    """What its head is made of."""
    found = layout_of(series, plate)
    return {name: getattr(found, name) for name in LOOKS}


def beginning(found: Layout) -> dict:
    """What a draft of it begins with: what the county left empty as bulletins usually have it."""
    usual, fields = KINDS[found.series].distribution, KINDS[found.series].fields
    said = {name: getattr(found, name) for name in WORDS if getattr(found, name) and name in fields}
    return {**usual, **{name: getattr(found, name) for name in LOOKS}, **said}


def counter(series: str, plate: str) -> str:
    """Under which name its issues are counted."""
    name = KINDS[series].mark or str(Series(series).label)
    return numbers.counted(name, Plate(plate))
