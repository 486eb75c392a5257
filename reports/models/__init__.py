from reports.models.bulletin import Bulletin, Series
from reports.models.entry import BulletinEntry
from reports.models.quote import Quote
from reports.models.rendering import Rendering

__all__ = ["Bulletin", "BulletinEntry", "Quote", "Rendering", "Series"]
