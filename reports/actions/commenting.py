"""批注 on a draft, and what became of it. It moves nothing, is told to the drafter, and never printed."""

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.policy import Refused
from reports import telling
from reports.models import Comment
from reports.policy import comments, seen, settles


@transaction.atomic
def comment(person, bulletin, text: str, quote: str = "") -> Comment:
    """By whoever works on it, checks or signs it."""
    if not seen(person, bulletin):
        raise Refused("您不能批注这一期。")
    if not (verdict := comments(person, bulletin)):
        raise Refused(verdict.reason)
    now = timezone.now()
    said = Comment.objects.create(bulletin=bulletin, author=person, at=now, quote=quote, text=text)
    if person != bulletin.drafted_by:
        words = f"{person.name}对您拟的一期{bulletin.get_series_display()}作了批注。"
        telling.one(bulletin, bulletin.drafted_by, words, f"comment:{said.pk}", now)
    return said


@transaction.atomic
def settle(person, comment, answer: str = "") -> Comment:
    """处理: with a word on it, or none."""
    comment = Comment.objects.select_for_update().select_related("bulletin").get(pk=comment.pk)
    if not seen(person, comment.bulletin):
        raise Refused("您不能处理这条批注。")
    if not (verdict := settles(person, comment.bulletin)):
        raise Refused(verdict.reason)
    if comment.settled_at:
        raise Barred("这条批注已经处理。")
    comment.settled_by, comment.settled_at, comment.answer = person, timezone.now(), answer
    comment.save()
    return comment
