"""系统管理. The order of these imports is the order on its front page."""

from bureau.org.admin.site import administration  # isort: skip
from bureau.org.admin import units, people, portfolios, workdays, hours, limits  # isort: skip

__all__ = ["administration", "hours", "limits", "people", "portfolios", "units", "workdays"]
