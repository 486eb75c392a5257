"""What the words of a paper say of time: dates, terms, deadlines, and words that name none. Pure: no database."""

from .deadlines import Deadline, deadline, deadline_in
from .moments import Anchor, moments

__all__ = ["Anchor", "Deadline", "deadline", "deadline_in", "moments"]
