"""Pages of 系统管理 that decide deadlines: they stand above the matters, to show first what would move; and the page where many
records are entered from a table.

The order of these imports is their order on the front page of the administration."""

from bureau.notices.admin import workdays, hours, limits, regulation, ladder, entering  # isort: skip

__all__ = ["entering", "hours", "ladder", "limits", "regulation", "workdays"]
