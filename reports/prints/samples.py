"""样张: each series under each plate that has a layout, with a made-up text: how its head, number and parts will look."""

from django.db.models import prefetch_related_objects
from django.utils import timezone

from bureau.org.models import Person
from bureau.press.printing import pdf_of
from bureau.press.typeset.bind import Bound, bind
from reports.layouts import beginning
from reports.models import Bulletin, Layout, Plate, Series
from reports.prints.bulletin import sheet_of

TITLE = "议定事项落实情况的通报"
BODY = "这是样张，用来看版头、期号、署名和报送范围。\n一、总体情况\n截至目前，纳入督查的事项共22项，已办结6项，占27%。"


def samples(person: Person) -> bytes:
    """One after another, each in the outline by its name. Raises PressProblem."""
    kept = {(one.series, one.plate): one for one in Layout.objects.all()}
    pairs = kept.keys() | {(series, Plate.BUREAU) for series in Series}
    ordered = sorted(pairs, key=lambda pair: (Series.values.index(pair[0]), Plate.values.index(pair[1])))
    layouts = [kept.get(pair) or Layout(series=pair[0], plate=pair[1]) for pair in ordered]
    made = [sample(person, layout, -place) for place, layout in enumerate(layouts, 1)]
    prefetch_related_objects(made, "quotes", "inserts")  # none
    return bind(
        [Bound(name_of(*pair), pdf_of(sheet_of(one))) for pair, one in zip(ordered, made, strict=True)]
    )


def name_of(series: str, plate: str) -> str:
    return f"{Series(series).label}（{Plate(plate).label}）"


def sample(person: Person, layout: Layout, key: int) -> Bulletin:
    """An issue that nobody wrote and that is never saved. `key`: below nought, nothing hangs on it."""
    series, plate, now = layout.series, layout.plate, timezone.now()
    return Bulletin(
        pk=key,
        series=series,
        plate=plate,
        title=TITLE,
        body=BODY,
        issuer=Plate(plate).organ,
        drafted_by=person,
        created_at=now,
        counted_at=now,
        **beginning(layout),
    )
