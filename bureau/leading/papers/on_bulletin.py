from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from bureau.leading.instructing import instruct_on
from bureau.pages.once import Stale
from reports import flow
from reports.models import Bulletin

CHANGED = "您打开本页之后，这一期重新成文，内容可能有变。您填写的内容还在，请看过现在这一版，再次提交。"


@dataclass
class OnBulletin:
    """On an issued bulletin; the file it was issued as is what was read."""

    bulletin: Bulletin

    @property
    def title(self) -> str:
        return self.bulletin.title

    @property
    def sha256(self) -> str:
        return self.bulletin.rendering.sha256

    @property
    def seen(self) -> str:
        return f"{self.bulletin.version}-{self.sha256}"

    @property
    def query(self) -> str:
        return f"bulletin={self.bulletin.pk}"

    def written_on(self) -> dict:
        bulletin = self.bulletin
        return {"bulletin": bulletin, "version": bulletin.version, "sha256": self.sha256}

    def check(self, seen, leader) -> None:
        self.bulletin = get_object_or_404(issued_to(leader), pk=self.bulletin.pk)
        if seen and seen != self.seen:
            raise Stale(CHANGED)

    def take(self, leader, word, plan, urgency, files, subject=""):
        return instruct_on(leader, self.bulletin, word, plan, urgency, files)


def issued_to(leader):
    """Only what is issued is written on; what waits for a signature is signed or sent back."""
    return Bulletin.objects.visible_to(leader).filter(state=flow.ISSUED)
