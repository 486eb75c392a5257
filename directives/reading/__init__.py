"""Minutes (.docx) and task tables (.xlsx, .docx) → items. Pure: no Django, no database."""

from .directory import Directory, Match, UnitName
from .items import Item, Problem, Reading
from .source import read

__all__ = ["Directory", "Item", "Match", "Problem", "Reading", "UnitName", "read"]
