"""登录要求: what logging in asks of a person by the posts they hold. Of several posts the strictest counts. Set by the 安全管理员; a post
that has no row has what is written here."""

from dataclasses import dataclass

from bureau.org.models import Person, PostRule
from bureau.org.posts import ADMINISTRATORS, Post


@dataclass(frozen=True)
class Asked:
    """`idle`: minutes without a click after which a login ends; `at_once`: browsers in which one may be logged in."""

    second_factor: bool
    idle: int
    at_once: int


EVERYBODY, ADMINISTRATOR = Asked(False, 480, 10), Asked(False, 60, 5)
LONGEST_IDLE, MOST_AT_ONCE = 480, 50


def by_post() -> dict[str, Asked]:
    """What is asked for each post now."""
    rows = {row.post: Asked(row.second_factor, row.idle, row.at_once) for row in PostRule.objects.all()}
    return {post: rows.get(post) or written(post) for post in Post.values}


def written(post: str) -> Asked:
    return ADMINISTRATOR if post in ADMINISTRATORS else EVERYBODY


def of(person: Person) -> Asked:
    asked = by_post()
    held = [asked[post] for post in person.posts] or [EVERYBODY]
    return Asked(
        any(one.second_factor for one in held),
        min(one.idle for one in held),
        min(one.at_once for one in held),
    )
