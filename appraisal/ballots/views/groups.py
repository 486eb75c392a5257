"""Of one group of voters: slips printed, made void, handed out."""

from typing import Any

from django.http import HttpResponse

from appraisal.ballots import flow
from appraisal.ballots.actions import printing
from appraisal.ballots.codes import new_codes
from appraisal.ballots.forms import CancelCodesForm, CodesForm, HandOutForm
from appraisal.ballots.prints import slips
from appraisal.ballots.views.on_poll import OnGroup
from bureau.jobs.barred import Barred
from bureau.matters.views.on_paper import inline
from bureau.org.actor import Actor
from bureau.press.printing import PressProblem, pdf_of


class Codes(OnGroup):
    """The answer to the form is the paper itself: the codes are told there and nowhere else."""

    template_name = "ballots/group_form.html"
    step = flow.PRINT_CODES
    form_class = CodesForm
    asks_again = False  # as many slips once more are meant
    sentence = "已印票码。"

    def prepare(self, form: Any) -> None:
        printing.check_count(self.record, form.cleaned_data["count"])
        self.codes = new_codes(form.cleaned_data["count"])
        try:
            self.pdf = pdf_of(slips(self.record, self.codes))
        except PressProblem as problem:
            raise Barred(str(problem)) from problem

    def take(self, form: Any) -> Any:
        return printing.print_codes(Actor.of(self.request.user), self.poll, self.record, self.codes)

    def carry_out(self, form: Any) -> Any:
        done, _led = super().carry_out(form)
        answer: HttpResponse = inline(self.pdf, f"{self.poll.title}票码（{self.record}）.pdf")
        return done, answer


class CancelCodes(OnGroup):
    template_name = "ballots/group_form.html"
    step = flow.CANCEL_CODES
    form_class = CancelCodesForm
    sentence = "没有用的票码已全部作废，可以重印。"

    def take(self, form: Any) -> Any:
        return printing.cancel_codes(Actor.of(self.request.user), self.poll, self.record, **form.cleaned_data)


class HandOut(OnGroup):
    template_name = "ballots/group_form.html"
    step = flow.HAND_OUT
    sentence = "已登记发出张数。"

    def form(self, *posted: Any) -> HandOutForm:
        return HandOutForm(*posted, by_now=self.record.handed_out)

    def take(self, form: Any) -> Any:
        return printing.hand_out(Actor.of(self.request.user), self.poll, self.record, **form.cleaned_data)
