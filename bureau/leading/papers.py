"""What a leader writes on: nothing at all, a matter, or a bulletin.

Each knows what it was when the form was opened (`seen`), says under lock whether it still is (`check`), and hands the
word to the verb that registers it (`take`)."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from bureau.matters import cover
from bureau.matters.flow import Barred
from bureau.matters.models import Matter
from bureau.matters.once import Stale, check_seen
from bureau.org.posts import Function
from instructions import actions, flow
from instructions.models import Instruction
from reports import actions as reporting
from reports import flow as printing
from reports.gist import gist
from reports.models import Bulletin

GIST = 60  # characters of the words that name what was written freely
CHANGED = "您打开本页之后，这一期重新成文，内容可能有变。您填写的内容还在，请看过现在这一版，再次提交。"


def paper_of(leader, asked):
    """By the address: `?matter=`, `?bulletin=`, or neither. What the leader does not see is absent."""
    if "bulletin" in asked:
        return OnBulletin(get_object_or_404(issued_to(leader), pk=number(asked["bulletin"])))
    if "matter" in asked:
        found = Matter.objects.visible_to(leader).select_related("officer__unit")
        return OnMatter(get_object_or_404(found, pk=number(asked["matter"])))
    return Freely()


def issued_to(leader):
    """Only what is issued is written on; what waits for a signature is signed or sent back."""
    return Bulletin.objects.visible_to(leader).filter(state=printing.ISSUED)


def number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise Http404
    return int(text)


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


@dataclass
class OnMatter:
    """On a matter of any room. An instruction that waits for this leader's word is answered; anything else becomes
    the paper of a new instruction."""

    matter: Matter

    @property
    def title(self) -> str:
        return self.matter.title

    @property
    def seen(self) -> str:
        return str(self.matter.version)

    @property
    def query(self) -> str:
        return f"matter={self.matter.pk}"

    def answered(self, leader) -> Instruction | None:
        """The leader's own instruction, if its answer has been laid before them."""
        if self.matter.kind != Function.INSTRUCTIONS or self.matter.leader_id != leader.pk:
            return None
        return (
            Instruction.objects.visible_to(leader).filter(pk=self.matter.pk, state__in=flow.ANSWERED).first()
        )

    def written_on(self) -> dict:
        return {"version": self.matter.version}

    def check(self, seen, leader) -> None:
        self.matter = cover.lock(self.matter.pk)
        get_object_or_404(Matter.objects.visible_to(leader), pk=self.matter.pk)
        check_seen(seen, self.seen, self.matter, leader)

    def take(self, leader, word, plan, urgency, files, subject=""):
        record = self.answered(leader)
        if record is None:
            about = actions.OnPaper(self.matter.title, matter=self.matter)
            return actions.instruct(leader, word, about, plan, urgency, files)
        if word.wants_answer:
            actions.again(leader, record, word, plan, files)
        else:
            note(leader, record, word, files)
        return record


def note(leader, record, word, files) -> None:
    """圈阅 with what was said beside the circle."""
    if record.state == flow.CLOSED:
        raise Barred("本件您已阅批、已经办结；要继续办理的，请写明要求，选牵头单位或天数。")
    options = {"positive": word.positive, "files": files, "origin": word.origin}
    actions.note(leader, record, word.words, **options)


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
        return reporting.instruct_on(leader, self.bulletin, word, plan, urgency, files)
