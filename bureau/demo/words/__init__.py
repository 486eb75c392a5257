"""Four months of leaders' words and what became of them; one module per month."""

from bureau.demo.words.first import FIRST
from bureau.demo.words.fourth import FOURTH
from bureau.demo.words.second import SECOND
from bureau.demo.words.third import THIRD

WORDS = FIRST + SECOND + THIRD + FOURTH
