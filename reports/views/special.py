"""专报: the page that says what one will be drafted from, with the button; and the sheet that travels with it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views import View

from bureau.matters.models import Matter
from bureau.matters.policy import No, Yes
from bureau.matters.rooms import answers_of, rooms
from bureau.matters.views.desk_only import BureauOnly
from bureau.matters.views.on_paper import printed
from bureau.org.keys import key_of, keys_of
from bureau.pages.form_page import FormPage
from reports import actions, flow
from reports.choosing import MOST, unanswered
from reports.models import Bulletin, Series
from reports.prints.cover import cover_sheet


class PrintedCover(BureauOnly, View):
    """阅批单 of an issued 专报."""

    def get(self, request, pk):
        found = Bulletin.objects.visible_to(request.user).filter(series=Series.SPECIAL)
        bulletin = get_object_or_404(found, pk=pk)
        if bulletin.state != flow.ISSUED:
            messages.info(request, "专报还没有印发，印发后再打印阅批单。")
            return redirect(bulletin)
        name = f"阅批单-{bulletin.number}.pdf"
        return printed(request, cover_sheet(bulletin), name, bulletin.get_absolute_url())


class NewSpecial(BureauOnly, FormPage):
    """`?answers=` the matter that is answered; an investigation report on `?matter=&matter=`; of neither, what waits
    to be answered."""

    template_name = "reports/new_special.html"
    sentence = "已起草：请核对事实和文字，选定送阅领导，再送核稿。"

    def find(self) -> Matter | None:
        if "answers" not in self.request.GET:
            return None
        answered = [room.kind for room in rooms() if room.answers]
        found = self.seen_matters().filter(kind__in=answered)
        return get_object_or_404(found, pk=key_of(self.request.GET["answers"]))

    @property
    def begun(self) -> Bulletin | None:
        return begun(self.record, self.request.user) if self.record else None

    def may(self):
        return No(f"第{known.round}轮批示的专报已经起草。") if (known := self.begun) else Yes()

    def home(self):
        return self.begun or self.request.get_full_path()

    def take(self, form) -> Bulletin:
        if self.record:
            return actions.draft_answer(self.request.user, self.record)
        chosen = keys_of(self.request.POST.getlist("matter"))
        return actions.draft_survey(self.request.user, self.seen_matters().filter(pk__in=chosen))

    def leads_to(self, bulletin) -> str:
        return reverse("reports:edit", args=[bulletin.pk])

    def context(self, form) -> dict:
        matters = self.matters()
        waiting = [] if self.record or matters else unanswered(self.request.user)
        return {"answered": self.record, "matters": matters, "waiting": waiting}

    def matters(self) -> list[Matter]:
        """Those asked for that the person sees; absent where none is."""
        if "matter" not in self.request.GET:
            return []
        asked = keys_of(self.request.GET.getlist("matter"))
        if found := list(self.seen_matters().filter(pk__in=asked).order_by("pk")[:MOST]):
            return found
        raise Http404

    def seen_matters(self):
        return Matter.objects.visible_to(self.request.user)


def begun(matter, person) -> Bulletin | None:
    """The 专报 on its latest round, as far as this person sees it."""
    number = answers_of(matter.kind).round(matter)
    same = Bulletin.objects.visible_to(person).filter(answers=matter, round=number)
    return same.exclude(state=flow.DISCARDED).first()
