"""What was told on the special telephone, in letters, by visitors and at round tables: all invented."""

from bureau.demo.told.answered import ANSWERED
from bureau.demo.told.complaints import COMPLAINTS
from bureau.demo.told.met import MET

__all__ = ["MET", "TOLD"]
TOLD = (*COMPLAINTS, *ANSWERED)
