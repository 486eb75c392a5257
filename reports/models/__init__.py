from reports.models.announcement import Announcement
from reports.models.bulletin import Bulletin
from reports.models.comment import Comment
from reports.models.entry import BulletinEntry
from reports.models.insert import Insert
from reports.models.instructed import Instructed
from reports.models.layout import Layout, Numbering, Rates
from reports.models.mailing import Mailing
from reports.models.objection import Objection
from reports.models.plate import Plate
from reports.models.presence import Presence
from reports.models.quote import Quote
from reports.models.receipt import Receipt
from reports.models.rendering import Rendering
from reports.models.response import Response
from reports.models.series import LETTERS, WIDE, Series
from reports.models.version import Version

__all__ = [
    "LETTERS",
    "WIDE",
    "Announcement",
    "Bulletin",
    "BulletinEntry",
    "Comment",
    "Insert",
    "Instructed",
    "Layout",
    "Mailing",
    "Numbering",
    "Objection",
    "Plate",
    "Presence",
    "Quote",
    "Rates",
    "Receipt",
    "Rendering",
    "Response",
    "Series",
    "Version",
]
