"""Four months of leaders' words and what became of them, month by month."""

from bureau.demo.words.first import FIRST
from bureau.demo.words.first_end import FIRST_END
from bureau.demo.words.fourth import FOURTH
from bureau.demo.words.second import SECOND
from bureau.demo.words.second_end import SECOND_END
from bureau.demo.words.third import THIRD

WORDS = FIRST + FIRST_END + SECOND + SECOND_END + THIRD + FOURTH
