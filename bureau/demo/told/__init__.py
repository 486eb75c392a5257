"""What was told on the special telephone, in letters and by visitors: all invented."""

from bureau.demo.told.answered import ANSWERED
from bureau.demo.told.complaints import COMPLAINTS

TOLD = (*COMPLAINTS, *ANSWERED)
