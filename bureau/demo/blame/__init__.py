"""Who was held to account: the mill's case, what became of other clues, and one whose effect period is over."""

from bureau.demo.blame.clues import CLUES
from bureau.demo.blame.ended import ENDED
from bureau.demo.blame.mill import MILL_CASE
from bureau.demo.blame.units import UNITS

CASES = (ENDED, MILL_CASE, *UNITS, *CLUES)
