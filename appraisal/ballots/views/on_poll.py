"""What the pages of a poll and of its groups have in common."""

from typing import Any

from django.shortcuts import get_object_or_404

from appraisal.ballots.models import Poll
from appraisal.ballots.reading import groups_seen, polls_seen
from appraisal.views.desk_only import DeskOnly
from bureau.matters import policy
from bureau.matters.flow import Step
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.pages.form_page import FormPage

PLACE = "appraisal:list"


class OnPoll(DeskOnly, OnMatter, FormPage):
    """A form of the desk about a poll, by which one step is taken."""

    step: Step

    def find(self) -> Poll:
        return get_object_or_404(polls_seen(self.request.user), pk=self.kwargs["pk"])

    @property
    def poll(self) -> Poll:
        return self.record

    def may(self) -> Verdict:
        return policy.may(self.request.user, self.step, self.poll)

    def home(self) -> str:
        return self.poll.get_absolute_url()

    def place(self) -> str:
        return PLACE

    def context(self, form: Any) -> dict:
        return super().context(form) | {"poll": self.poll, "matter": self.poll.matter, "step": self.step}


class OnGroup(OnPoll):
    """The same about one group of voters."""

    def find(self) -> Any:
        return get_object_or_404(groups_seen(self.request.user), pk=self.kwargs["pk"])

    @property
    def poll(self) -> Poll:
        return self.record.poll

    def context(self, form: Any) -> dict:
        return super().context(form) | {"group": self.record}
