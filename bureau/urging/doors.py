"""The doors of a paper: each step with the verb behind it."""

from bureau.matters.doors import Door, Doors
from bureau.urging import actions, flow

DOORS = Doors(
    "urging:step",
    Door(flow.ANSWER, actions.answer),
    Door(flow.RECORD_TALK, actions.record_talk),
    Door(flow.WITHDRAW, actions.withdraw),
)


def doors_of(person, paper) -> list[dict]:
    """Those open to this person; each leads back to the paper."""
    doors = DOORS.open_to(person, paper)
    return [door | {"url": f"{door['url']}?back={paper.get_absolute_url()}"} for door in doors]
