"""系统管理. The order of these imports is the order on its front page; `bureau.notices.admin` goes on with it."""

from bureau.org.admin.site import administration  # isort: skip
from bureau.org.admin import units, people, portfolios, secretaries  # isort: skip

__all__ = ["administration", "people", "portfolios", "secretaries", "units"]
