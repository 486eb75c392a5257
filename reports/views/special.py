"""专报: the page that says what one will be drafted from, with the button; and the sheet that travels with it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views import View
from django.views.generic import TemplateView

from bureau.jobs.barred import Barred
from bureau.matters.models import Matter
from bureau.pages.once import Twice, once, token
from bureau.press.printing import PressProblem, pdf_of
from directives.views.desk_only import DeskOnly
from instructions.models import Instruction
from reports import actions, flow
from reports.choosing import MOST, unanswered
from reports.models import Bulletin, Series
from reports.prints.cover import cover_sheet
from reports.views.opening import key, keys
from reports.views.page import inline


class PrintedCover(DeskOnly, View):
    """阅批单 of an issued 专报."""

    def get(self, request, pk):
        found = Bulletin.objects.visible_to(request.user).filter(series=Series.SPECIAL)
        bulletin = get_object_or_404(found, pk=pk)
        if bulletin.state != flow.ISSUED:
            messages.info(request, "专报还没有印发，印发后再打印阅批单。")
            return redirect(bulletin)
        try:
            return inline(pdf_of(cover_sheet(bulletin)), f"阅批单-{bulletin.number}.pdf")
        except PressProblem as problem:
            messages.error(request, str(problem))
            return redirect(bulletin)


class NewSpecial(DeskOnly, TemplateView):
    """`?answers=` the instruction that is answered; an investigation report on `?matter=&matter=`; of neither, what waits
    to be answered."""

    template_name = "reports/new_special.html"

    def get(self, request):
        instruction = self.instruction()
        if instruction and (known := begun(instruction, request.user)):
            messages.info(request, f"第{known.round}轮批示的专报已经起草。")
            return redirect(known)
        context = {"instruction": instruction, "matters": self.matters(), "once": token()}
        waiting = [] if context["instruction"] or context["matters"] else unanswered(request.user)
        return self.render_to_response(self.get_context_data(waiting=waiting, **context))

    def post(self, request):
        try:
            with once(request.POST.get("once")):
                bulletin = self.draft()
        except Twice:
            return redirect("reports:list")
        except Barred as barred:
            messages.error(request, str(barred))
            return redirect(request.get_full_path())
        messages.success(request, "已起草：请核对事实和文字，选定送阅领导，再送核稿。")
        return redirect("reports:edit", bulletin.pk)

    def draft(self) -> Bulletin:
        if instruction := self.instruction():
            return actions.draft_answer(self.request.user, instruction)
        chosen = keys(self.request.POST, "matter")
        return actions.draft_survey(self.request.user, self.seen().filter(pk__in=chosen))

    def instruction(self) -> Instruction | None:
        if "answers" not in self.request.GET:
            return None
        found = Instruction.objects.visible_to(self.request.user).select_related("paper")
        return get_object_or_404(found, pk=key(self.request.GET["answers"]))

    def matters(self) -> list[Matter]:
        """Those asked for that the person sees; absent where none is."""
        if "matter" not in self.request.GET:
            return []
        asked = keys(self.request.GET, "matter")
        if found := list(self.seen().filter(pk__in=asked).order_by("pk")[:MOST]):
            return found
        raise Http404

    def seen(self):
        return Matter.objects.visible_to(self.request.user)


def begun(instruction, person) -> Bulletin | None:
    """The 专报 on its latest round, as far as this person sees it."""
    same = Bulletin.objects.visible_to(person).filter(answers=instruction, round=instruction.round.number)
    return same.exclude(state=flow.DISCARDED).first()
