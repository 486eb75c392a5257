from bureau.interface.views.clients import Clients, NewClient
from bureau.interface.views.described import Described, Schema
from bureau.interface.views.package import Package
from bureau.interface.views.undelivered import Undelivered

__all__ = ["Clients", "Described", "NewClient", "Package", "Schema", "Undelivered"]
