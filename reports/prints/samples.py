"""样张: each series under each plate that has a layout, with a made-up text: how its head, number and parts will look."""

from django.db import transaction
from django.utils import timezone

from bureau.press.printing import pdf_of
from bureau.press.typeset.bind import Bound, bind
from bureau.press.typeset.sheets import Sheet
from reports import layouts
from reports.models import Bulletin, Layout, Plate, Series
from reports.prints.bulletin import sheet_of

TITLE = "关于县政府第5次常务会议议定事项落实情况的通报"
BODY = "这是样张，用来看版头、期号、署名和报送范围。\n一、总体情况\n截至目前，纳入督查的事项共22项，已办结6项，占27%。"


def samples(person) -> bytes:
    """One after another, each in the outline by its name. Raises PressProblem."""
    pairs = {(one.series, one.plate) for one in Layout.objects.all()} | {
        (series, Plate.BUREAU) for series in Series
    }
    ordered = sorted(pairs, key=lambda pair: (Series.values.index(pair[0]), Plate.values.index(pair[1])))
    return bind([Bound(name_of(*pair), pdf_of(sample(person, *pair))) for pair in ordered])


def name_of(series: str, plate: str) -> str:
    return f"{Series(series).label}（{Plate(plate).label}）"


def sample(person, series: str, plate: str) -> Sheet:
    """The sheet of an issue that nobody wrote: kept for its making and taken back."""
    with transaction.atomic():
        made = Bulletin.objects.create(
            series=series,
            plate=plate,
            title=TITLE,
            body=BODY,
            issuer=Plate(plate).organ,
            drafted_by=person,
            created_at=timezone.now(),
            counted_at=timezone.now(),
            **layouts.beginning(series, plate),
        )
        sheet = sheet_of(made)
        transaction.set_rollback(True)
    return sheet
