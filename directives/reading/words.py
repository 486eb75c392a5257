"""One decision as somebody types it off the paper: what the words say of the other fields."""

from bureau.org.naming import Directory
from bureau.org.reading.asked import Asked, asked
from bureau.org.reading.moments import Anchor
from bureau.org.reading.subject import subject

from .deciding import decision


def read_words(words: str, directory: Directory, anchor: Anchor) -> tuple[str, Asked]:
    """The decision itself, and who is asked by when. Dates count from the day of the paper."""
    read = asked(words, directory, anchor)
    return subject(decision(read.text), read.due.words, directory), read
