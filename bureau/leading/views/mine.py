from django.core.paginator import Paginator
from django.http import Http404
from django.views.generic import TemplateView

from bureau.leading import written
from bureau.leading.cards import cards
from bureau.leading.views.for_leaders import ForLeaders
from bureau.matters.models import Reply
from bureau.matters.policy import may
from instructions import flow
from instructions.rounds import shown_rounds

TAKEN_BACK = (flow.WITHDRAW, flow.WITHDRAW_AGAIN, flow.TAKE_BACK_NOTE)
PER_PAGE = 8
GIVEN = (Reply.Kind.PROGRESS, Reply.Kind.FINAL)


class Counted(Paginator):
    """Pages of cards that were counted already."""

    def __init__(self, found, count: int):
        super().__init__(found, PER_PAGE)
        self.count = count


class Mine(ForLeaders, TemplateView):
    """我的批示: card after card, the latest first; `?state=` one of `written.counts`."""

    template_name = "leading/mine.html"

    def get_context_data(self, **kwargs):
        state = self.request.GET.get("state", "")
        found = written.latest_first(written.standing(written.written_by(self.actor), state))
        counts = written.counts(self.actor)
        many = {row["state"]: row["many"] for row in counts}
        total = sum(many[stand] for stand in written.STANDS)
        page = Counted(found, many.get(state, total)).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            cards=cards(self.actor, page.object_list),
            page=page,
            counts=counts,
            total=total,
            state=state if state in many else "",
            **self.frame(),
            **kwargs,
        )


class Card(ForLeaders, TemplateView):
    """One instruction: its words, who signed, who is next, what was answered; and the leader's next word on it."""

    template_name = "leading/card.html"

    def get_context_data(self, **kwargs):
        leader = self.actor
        found = cards(leader, written.written_by(leader).filter(pk=self.kwargs["pk"]))
        if not found:
            raise Http404
        card = found[0]
        return super().get_context_data(
            card=card,
            matter=card.record.matter,
            rounds=shown_rounds(card.record, leader),
            replies=answers(card.record),
            may_note=may(leader, flow.NOTE, card.record),
            may_again=may(leader, flow.AGAIN, card.record),
            taken_back=[step for step in TAKEN_BACK if may(leader, step, card.record)],
            may_transcribe=leader.lent and may(leader, flow.TRANSCRIBE, card.record),
            **self.frame(),
            **kwargs,
        )


def answers(record):
    """Everything that was sent on it and stands, newest first, with its files."""
    sent = Reply.objects.filter(assignment__matter=record.pk, sent_at__isnull=False, kind__in=GIVEN)
    with_all = sent.select_related("assignment__unit", "author", "judged_by")
    return with_all.prefetch_related("attachments__entry")
