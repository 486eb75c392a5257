"""What a lead unit last said of a matter: one definition for ledgers and bulletins."""

from bureau.matters.models import Reply


def told_by_leads():
    """Progress and results that lead units have sent and nobody has returned, newest first."""
    return Reply.objects.filter(
        assignment__role="lead",
        kind__in=[Reply.Kind.PROGRESS, Reply.Kind.FINAL],
        state__in=[Reply.State.SENT, Reply.State.ACCEPTED],
    ).order_by("-id")
