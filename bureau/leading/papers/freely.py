from dataclasses import dataclass

from django.utils import timezone

from bureau.press.gist import gist
from instructions import actions

GIST = 60  # characters of the words that name what was written freely


@dataclass
class Freely:
    """On no document: 口头交办 put in writing by the leader."""

    title, seen, query = "", "", ""

    def check(self, seen, leader) -> None:
        """Nothing can have changed."""

    def written_on(self) -> dict:
        """What `Ink` keeps of it."""
        return {}

    def take(self, leader, word, plan, urgency, files, subject=""):
        today = timezone.localdate()
        title = subject or f"{today.month}月{today.day}日交办：{gist(word.words, GIST)}"
        return actions.instruct(leader, word, actions.OnPaper(title), plan, urgency, files)
