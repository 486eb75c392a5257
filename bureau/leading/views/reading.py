from urllib.parse import urlencode

from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from bureau.leading.views.for_leaders import ForLeaders
from bureau.matters.actions import actions
from bureau.matters.policy import may
from instructions.flow import NOTE
from instructions.models import Instruction
from reports import contents, flow
from reports.actions import noting_unread, read
from reports.models import Bulletin
from reports.onscreen import blocks
from reports.views.leaf import pages

BOTH = (flow.SIGN.key, flow.SEND_BACK.key)


class OnBulletin(ForLeaders):
    """Of a bulletin that the leader sees."""

    def bulletin(self) -> Bulletin:
        return get_object_or_404(Bulletin.objects.visible_to(self.actor), pk=self.kwargs["pk"])


class Read(OnBulletin, TemplateView):
    """A 专报 or 通报: its text, its pages as they are printed one tap away, and what the leader may do with it."""

    template_name = "leading/bulletin.html"

    def get_context_data(self, **kwargs):
        bulletin, leader = self.with_contents(), self.actor
        if self.request.method == "GET" and bulletin.unread and not leader.lent:
            read(leader, bulletin)
        quotes = list(bulletin.quotes.all())
        return super().get_context_data(
            bulletin=bulletin,
            pages=pages(self.request, bulletin, self.leaf),
            blocks=blocks(bulletin),
            quotes=quotes,
            readable={one.matter_id for one in quotes if one.readable},
            actions=self.actions(bulletin),
            to_note=self.to_note(bulletin),
            **self.frame(),
            **kwargs,
        )

    def with_contents(self) -> Bulletin:
        """With whether it is still to be read, its inserts and its quotes."""
        leader, key = self.actor, self.kwargs["pk"]
        found = noting_unread(contents.noting_parts(Bulletin.objects.visible_to(leader)), leader, key)
        bulletin = get_object_or_404(found, pk=key)
        contents.fill(bulletin, "inserts", quotes=contents.quotes_for(leader))
        return bulletin

    def to_note(self, bulletin) -> Instruction | None:
        """The instruction that it answers, where the leader may end it by a circle."""
        if not bulletin.answers_id:
            return None
        answered = Instruction.objects.visible_to(self.actor).filter(pk=bulletin.answers_id).first()
        return answered if answered and may(self.actor, NOTE, answered) else None

    def actions(self, bulletin) -> list[dict]:
        """签发 or 退回, while it waits for this leader."""
        if bulletin.state != flow.CHECKED or bulletin.signer_id != self.actor.pk:
            return []
        home = self.way("home")
        found = [one for one in actions(flow.FLOW, self.actor, bulletin, back=home) if one["step"] in BOTH]
        for action in found:
            if not action["post"]:
                action["url"] += f"{'&' if '?' in action['url'] else '?'}{urlencode({'back': home})}"
        return found

    def leaf(self, number: int, width: int) -> str:
        return self.way("leaf", self.kwargs["pk"], number, w=width)
