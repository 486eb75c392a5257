"""Minutes (.docx) and task tables (.xlsx, .docx) → items. Pure: no Django, no database."""

from bureau.org.reading.problem import Problem

from .items import Item, Reading
from .source import read

__all__ = ["Item", "Problem", "Reading", "read"]
