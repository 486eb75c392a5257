"""Whose turn it is to decide what is contested: somebody who took no part in it."""

from typing import Any

from django.db.models import QuerySet

from bureau.matters.deadlines import duties
from bureau.matters.models import Contest, Service
from bureau.matters.service.declared import paper_of, who_took_part
from bureau.org.models import Person
from bureau.org.posts import Post


def owe_decision(contest: Contest) -> None:
    """The bureau's leaders owe it, or, where all of them took part, the county's. Counted from the day on which it was
    contested."""
    service = contest.service
    remedy = paper_of(service).remedy(contest.kind)
    if remedy is None:
        raise LookupError(f"{service.paper} is not contested by {contest.kind}")
    post = Post.DIRECTOR if free(service, Post.DIRECTOR).exists() else Post.LEADER
    note = "" if post == Post.DIRECTOR else "局领导都参与了这份文书的作出，由没有参与的县领导决定。"
    about = of_its_own(service)
    duties.owe(service.matter, remedy.answered, at=contest.at, post=post, note=note, **about)


def of_its_own(service: Service) -> dict[str, Any]:
    """What is owed for a paper hangs on the part of its unit, and where there is none on the paper itself."""
    return {"assignment": service.assignment} if service.assignment else {"service": service}


def free(service: Service, post: str) -> QuerySet[Person]:
    """Those of a post who took no part, nor entered anything for who did."""
    found = Person.objects.filter(is_active=True, postings__post=post)
    return found.exclude(pk__in=who_took_part(service))
