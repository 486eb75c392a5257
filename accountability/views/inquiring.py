"""Evidence, interviews, the meeting: forms of the case."""

from typing import Any

from accountability import actions, flow
from accountability.forms import EvidenceForm, InterviewForm, MeetingForm
from accountability.views.on_case import OnCase


class Gather(OnCase):
    sentence, step = "已登记证据。", flow.GATHER

    def form(self, *posted: Any) -> EvidenceForm:
        return EvidenceForm(*posted, person=self.request.user)

    def take(self, form: Any) -> Any:
        return actions.gather(self.request.user, self.record, form.piece(), form.cleaned_data["files"])


class Interviewing(OnCase):
    sentence, step = "已登记询问笔录。", flow.INTERVIEW

    def form(self, *posted: Any) -> InterviewForm:
        return InterviewForm(*posted, case=self.record, person=self.request.user)

    def take(self, form: Any) -> Any:
        return actions.interview(self.request.user, self.record, form.talk(), form.cleaned_data["files"])


class Deliberate(OnCase):
    sentence, step = "已登记集体研究，请逐个对象登记研究结果。", flow.DELIBERATE

    def form(self, *posted: Any) -> MeetingForm:
        return MeetingForm(*posted, person=self.request.user)

    def take(self, form: Any) -> Any:
        files = form.cleaned_data["files"]
        return actions.deliberate(self.request.user, self.record, form.held(), files)
