"""What leaders wrote on bulletins, as far as it stands."""

from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from bureau.matters.models import Entry
from bureau.matters.rooms import rooms
from reports.models import Instructed


def standing() -> QuerySet[Instructed]:
    """Without the words that were taken back since; their numbers may be those of later words."""
    keys = [key for room in rooms() if room.answers for key in room.answers.taken_back]
    since = Entry.objects.filter(matter=OuterRef("instruction"), step__in=keys, at__gt=OuterRef("at"))
    number = Cast(OuterRef("round"), CharField())
    gone = since.alias(said=KeyTextTransform("round", "facts")).filter(said=number)
    return Instructed.objects.exclude(Exists(gone))
