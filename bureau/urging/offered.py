"""What may be done with a paper."""

from bureau.matters.access.visibility import actors_seeing
from bureau.matters.actions import actions_through
from bureau.urging.flow import FLOW


def actions_on(person, paper) -> list[dict]:
    """The actions of this person, in their own name or another's; each leads back to the paper."""
    found = actions_through(FLOW, actors_seeing(person, paper.matter), paper)
    return [action | {"url": leading_back(action["url"], paper)} for action in found]


def leading_back(url: str, paper) -> str:
    return f"{url}{'&' if '?' in url else '?'}back={paper.get_absolute_url()}"
