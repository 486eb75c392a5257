"""Merging units whose targets were looked at."""

from django.utils import timezone

from bureau.matters.merger import merge


def merged(county, old, into) -> None:
    merge.merge(county.system, old, into, timezone.localdate())
