from bureau.interface.models.client import Client, Scope
from bureau.interface.models.outgoing_event import OutgoingEvent
from bureau.interface.models.received import Received

__all__ = ["Client", "OutgoingEvent", "Received", "Scope"]
