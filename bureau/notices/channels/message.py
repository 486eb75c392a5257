from dataclasses import dataclass


class Undelivered(Exception):
    """This message did not go out; its text says why, for the 系统管理员."""


class ChannelDown(Undelivered):
    """Nor would another one: the channel itself does not answer."""


@dataclass(frozen=True)
class Message:
    """`key`: the same for every try, so that the other side can tell a repeat. `text` is short and without title."""

    key: str
    to: str
    subject: str
    body: str
    text: str
    url: str
