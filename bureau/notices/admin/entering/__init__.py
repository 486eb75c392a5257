"""批量录入: units, persons and portfolios from a table, every problem in its place, all or nothing."""

from bureau.notices.admin.entering import page

__all__ = ["page"]
