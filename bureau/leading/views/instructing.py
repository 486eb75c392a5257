from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views import View

from bureau.jobs.barred import Barred
from bureau.leading import papers
from bureau.leading.forms import InstructForm
from bureau.leading.recent import units_named
from bureau.leading.sentence import PATTERNS, PLAIN
from bureau.leading.views.for_leaders import ForLeaders
from bureau.matters.views.step import ALREADY
from bureau.pages.drafting import Drafting
from bureau.pages.once import Twice, once, token
from instructions import flow

DAYS = (3, 7, 15, 30)  # offered for a tap


class Writing(ForLeaders, Drafting, View):
    """A leader's word on a paper: the form, the word under lock, and the card on which it is followed."""

    template_name = ""

    def get(self, request):
        self.paper = papers.paper_of(self.actor, request.GET)
        return self.show(self.filled(self.form()))

    def post(self, request):
        self.paper = papers.paper_of(self.actor, request.GET)
        if "draft" in request.POST:
            return self.save_draft()
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form)
        try:
            record = self.take(form)
        except Twice:
            messages.info(request, ALREADY)
            return redirect(self.way("mine"))
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(form, status=409)
        self.forget_draft()
        messages.success(request, said(record))
        return redirect(self.way("card", record.pk))

    def take(self, form):
        """Registered, if the paper is still what was read."""
        posted = self.request.POST
        prepared = self.prepare(form)
        with once(posted.get("once")):
            self.paper.check(posted.get("seen"), self.actor)
            return self.write(self.authorized(form), form, prepared)

    def prepare(self, form):
        """What takes long, before anything is locked."""

    def write(self, leader, form, prepared):
        raise NotImplementedError

    def show(self, form, status=200):
        context = self.frame(
            form=form,
            paper=self.paper,
            recent=units_named(self.actor),
            offered=DAYS,
            hidden={"once": token(), "seen": self.seen(self.paper.seen)},
            **self.more(),
            **self.drafting(),
        )
        return render(self.request, self.template_name, context, status=status)

    def more(self) -> dict:
        return {}


class Instruct(Writing):
    """批示 in letters: on a matter, on a bulletin, or freely."""

    template_name = "leading/instruct.html"

    def form(self, *posted):
        return InstructForm(*posted, actor=self.actor, freely=isinstance(self.paper, papers.Freely))

    def write(self, leader, form, prepared):
        given = form.cleaned_data
        word, plan = form.word(), form.plan()
        return self.paper.take(leader, word, plan, given["urgency"], (), given.get("subject", ""))

    def more(self) -> dict:
        answered = isinstance(self.paper, papers.OnMatter) and self.paper.answered(self.actor)
        return {"plain": PLAIN, "patterns": PATTERNS, "answered": answered, "today": timezone.localdate()}


def said(record) -> str:
    """What came of it, in a line."""
    number = record.matter.number
    if record.state == flow.CLOSED:
        return f"已圈阅，{number}办结。"
    if (count := record.rounds.count()) > 1:
        return f"已登记为{number}的第{count}轮批示，无须再填报。"
    return f"已登记，编号{number}，无须再填报。"
