"""What is classified does not come into the room: not in the leader's words, nor with them."""

from collections.abc import Sequence

from bureau.files.classified import REFUSAL, is_marked
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters.models import Entry
from bureau.matters.parts.attaching import attach


def bring(entry: Entry, files: Sequence[Kept]) -> None:
    """Hang what came with the leader's word on its line, unless a file's name says that it is classified."""
    refuse_classified(*(file.name for file in files))
    attach(entry, files)


def refuse_classified(*texts: str) -> None:
    """Raises Barred where one of them is marked."""
    if is_marked(*texts):
        raise Barred(REFUSAL)
