from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from bureau.leading.instructing import note
from bureau.matters import cover
from bureau.matters.models import Matter
from bureau.matters.seen import check_seen
from bureau.org.posts import Function
from instructions import actions, flow
from instructions.models import Instruction


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
        if not word.wants_answer:
            return note(leader, record, word, files)
        actions.again(leader, record, word, plan, files)
        return record
