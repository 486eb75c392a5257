"""Minutes (.docx) and task tables (.xlsx, .docx) → items. Pure: no Django, no database."""

from .items import Item, Problem, Reading
from .source import read

__all__ = ["Item", "Problem", "Reading", "read"]
