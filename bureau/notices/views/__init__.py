"""消息, how one wants to be told, and the pages of the clock's keeper."""

from bureau.notices.views.clock import ClockPage
from bureau.notices.views.failures import Failures
from bureau.notices.views.inbox import Inbox, Open
from bureau.notices.views.settings import Settings, Test

__all__ = ["ClockPage", "Failures", "Inbox", "Open", "Settings", "Test"]
