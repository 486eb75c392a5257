"""The doors of a paper: each step with the verb behind it."""

from bureau.matters.access.visibility import eyes
from bureau.matters.doors import Door, Doors
from bureau.urging import actions, flow

DOORS = Doors(
    "urging:step",
    Door(flow.ANSWER, actions.answer),
    Door(flow.RECORD_TALK, actions.record_talk),
    Door(flow.WITHDRAW, actions.withdraw),
)


def doors_of(person, paper) -> list[dict]:
    """Those open to this person, in their own name or another's; each leads back to the paper."""
    doors = DOORS.open_through(eyes(person, paper.matter), paper)
    return [door | {"url": leading_back(door["url"], paper)} for door in doors]


def leading_back(url: str, paper) -> str:
    return f"{url}{'&' if '?' in url else '?'}back={paper.get_absolute_url()}"
