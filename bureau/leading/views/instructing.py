from django.utils import timezone

from bureau.leading import papers
from bureau.leading.forms import InstructForm
from bureau.leading.recent import units_named
from bureau.leading.sentence import PATTERNS, PLAIN
from bureau.leading.suggested import read_in
from bureau.leading.views.for_leaders import ForLeaders
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.pages.suggesting import Suggesting
from instructions import flow

DAYS = (3, 7, 15, 30)  # offered for a tap


class Writing(ForLeaders, Drafting, FormPage):
    """A leader's word on a paper: the form, the word under lock, and the card on which it is followed."""

    def find(self):
        return papers.paper_of(self.actor, self.request.GET)

    def version(self) -> str:
        return self.record.seen

    def lock(self):
        """The paper, if it still is what was read."""
        self.record.check(self.request.POST.get("seen"), self.actor)
        return self.record

    def take(self, form):
        return self.write(self.authorized(form), form)

    def write(self, leader, form):
        raise NotImplementedError

    def said(self, record) -> str:
        return said(record)

    def leads_to(self, record) -> str:
        return self.way("card", record.pk)

    def home(self) -> str:
        return self.way("mine")

    def context(self, form) -> dict:
        return self.frame(paper=self.record, recent=units_named(self.actor), offered=DAYS)


class Instruct(Suggesting, Writing):
    """批示 in letters: on a matter, on a bulletin, or freely. Whom the words ask and by when is filled in where the
    leader wants it."""

    template_name = "leading/instruct.html"
    reads, sought = "words", ("lead", "days")

    def form(self, *posted):
        return InstructForm(*posted, actor=self.actor, freely=isinstance(self.record, papers.Freely))

    def suggest(self, words: str):
        return read_in(words)

    def write(self, leader, form):
        given = form.cleaned_data
        word, plan = form.word(), form.plan()
        return self.record.take(leader, word, plan, given["urgency"], (), given.get("subject", ""))

    def context(self, form) -> dict:
        answered = isinstance(self.record, papers.OnMatter) and self.record.answered(self.actor)
        context = {"plain": PLAIN, "patterns": PATTERNS, "answered": answered, "today": timezone.localdate()}
        return super().context(form) | context


def said(record) -> str:
    """What came of it, in a line."""
    number = record.matter.number
    if record.state == flow.CLOSED:
        return f"已圈阅，{number}办结。"
    if (count := record.rounds.count()) > 1:
        return f"已登记为{number}的第{count}轮批示，无须再填报。"
    return f"已登记，编号{number}，无须再填报。"
