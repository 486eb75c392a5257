"""A bulletin with what belongs to it, read together for a page that only shows it: what there is none of is not asked for."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.utils import timezone

from bureau.matters.access.visibility import seen_by
from bureau.matters.counting.figures import flag
from bureau.org.models import Person, Unit
from reports.figures import standing_now
from reports.models import (
    Bulletin,
    BulletinEntry,
    Comment,
    Insert,
    Instructed,
    Objection,
    Quote,
    Receipt,
    Response,
)

PARTS = {
    "quotes": lambda: standing_now(Quote.objects.select_related("matter"), timezone.now()),
    "inserts": Insert.objects.all,
    "comments": lambda: Comment.objects.select_related("author", "settled_by"),
    "responses": lambda: Response.objects.select_related("unit", "answered_by"),
    "objections": lambda: Objection.objects.select_related("unit", "person", "decided_by"),
    "entries": BulletinEntry.objects.all,
    "receipts": lambda: Receipt.objects.select_related("person", "unit", "read_by"),
    "readers": lambda: Person.objects.order_by("pk"),
    "units": Unit.objects.all,
}
THROUGH = {"readers": Bulletin.readers.through, "units": Bulletin.units.through}
OTHERS = {"instructed": Instructed, "corrections": Bulletin}


def noting_parts(bulletins):
    """Each with whether there is any of each part: `has_quotes` and so on."""
    rows = {name: THROUGH[name].objects if name in THROUGH else PARTS[name]() for name in PARTS}
    rows |= {name: model._base_manager for name, model in OTHERS.items()}
    of = {"corrections": "corrects"}
    return bulletins.annotate(
        **{
            f"has_{name}": Exists(found.filter(**{of.get(name, "bulletin"): OuterRef("pk")}))
            for name, found in rows.items()
        }
    )


def naming_units(bulletins):
    """Each with the short names of the units that it goes to (`unit_shorts`), in the county's order."""
    going = Bulletin.units.through.objects.filter(bulletin=OuterRef("pk")).order_by("unit__order", "unit")
    return bulletins.annotate(unit_shorts=ArraySubquery(going.values("unit__short")))


def fill(bulletin, *names: str, **rows) -> None:
    """Read these parts of a bulletin that is `noting_parts`, each as `rows` says or else as usual: `bulletin.quotes.all()`
    and the like ask no more."""
    wanted = {name: rows[name] if name in rows else PARTS[name]() for name in (*names, *rows)}
    prefetch_related_objects(
        [bulletin],
        *(
            Prefetch(name, found if getattr(bulletin, f"has_{name}") else found.none())
            for name, found in wanted.items()
        ),
    )


def quotes_for(person):
    """The quotes, each with whether this person may open its matter (`readable`)."""
    return PARTS["quotes"]().annotate(readable=flag(seen_by(person, to="matter")))
