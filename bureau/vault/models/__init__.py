from bureau.vault.models.identity import Former, Identity, Mark
from bureau.vault.models.line import Line
from bureau.vault.models.permit import Permit
from bureau.vault.models.scan import Scan

__all__ = ["Former", "Identity", "Line", "Mark", "Permit", "Scan"]
