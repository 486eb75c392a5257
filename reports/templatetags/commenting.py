"""What pages say of 批注."""

from django import template

register = template.Library()


@register.filter
def unsettled(comments) -> list:
    """Of comments, where a page has any, those that wait for an answer."""
    return [comment for comment in comments or [] if comment.settled_at is None]
