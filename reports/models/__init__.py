from reports.models.bulletin import Bulletin
from reports.models.entry import BulletinEntry
from reports.models.instructed import Instructed
from reports.models.quote import Quote
from reports.models.receipt import Receipt
from reports.models.rendering import Rendering
from reports.models.series import WIDE, Series

__all__ = ["WIDE", "Bulletin", "BulletinEntry", "Instructed", "Quote", "Receipt", "Rendering", "Series"]
