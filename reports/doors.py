"""The doors of a bulletin: each step with the verb behind it."""

from bureau.matters.doors import Door, Doors
from reports import actions, flow

DOORS = Doors(
    "reports:step",
    Door(flow.SUBMIT, actions.submit),
    Door(flow.CHECK, actions.check),
    Door(flow.SIGN, actions.sign, confirm="签发后即编号、定稿，不能再改。确定签发？"),
    Door(flow.SEND_BACK, actions.send_back),
    Door(flow.DISCARD, actions.discard, confirm="废弃后不能找回。确定废弃这份草稿？"),
    Door(flow.RENDER_AGAIN, actions.render_again),
    Door(flow.ANSWER, actions.answer),
    Door(flow.OBJECT, actions.object_to),
)
