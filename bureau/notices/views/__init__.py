"""消息, how one wants to be told, and the pages of the clock's keeper."""

from bureau.notices.views.clock import ClockPage

__all__ = ["ClockPage"]
