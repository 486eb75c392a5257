from bureau.notices.models.clock import Clock
from bureau.notices.models.delivery import Channel, Delivery
from bureau.notices.models.notice import News, Notice, is_urgent
from bureau.notices.models.outgoing import Outgoing
from bureau.notices.models.preference import Preference
from bureau.notices.models.rung import Kind, Rung

__all__ = [
    "Channel",
    "Clock",
    "Delivery",
    "Kind",
    "News",
    "Notice",
    "Outgoing",
    "Preference",
    "Rung",
    "is_urgent",
]
