"""走访座谈: the list, one visit with its questions, and which way each goes."""

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from bureau.matters import rooms
from bureau.matters.policy import No, Yes
from bureau.matters.views.lists import SeenList
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from complaints.actions import visiting
from complaints.filters import VisitFilter
from complaints.models import Question, Visit
from complaints.reading import suggest
from complaints.tables import VisitTable
from complaints.views.desk_only import DeskOnly
from complaints.visit_forms import AnswerForm, QuestionForm, SuperviseForm, VisitForm


class Visits(DeskOnly, SeenList):
    model = Visit
    table_class = VisitTable
    filterset_class = VisitFilter
    heading = "走访座谈"
    export_name = "走访座谈"
    template_name = "complaints/visits.html"

    def get_queryset(self) -> QuerySet:
        waits = Q(questions__answer="", questions__complaint=None, questions__matter=None)
        return Visit.objects.annotate(
            raised=Count("questions"), waiting=Count("questions", filter=waits & Q(questions__isnull=False))
        )

    def get_table_kwargs(self) -> dict[str, Any]:
        return {"request": self.request}

    def get_filterset_kwargs(self, filterset_class: Any) -> dict[str, Any]:
        return {"data": self.request.GET or None, "request": self.request, "queryset": self.get_queryset()}


class NewVisit(DeskOnly, Drafting, FormPage):
    """登记走访座谈."""

    template_name = "complaints/visit_form.html"
    form_class = VisitForm
    sentence = "已登记，请逐个处理反映的问题。"

    def take(self, form: Any) -> Visit:
        return visiting.register_visit(self.request.user, **form.cleaned_data)

    def leads_to(self, done: Visit) -> str:
        return done.get_absolute_url()

    def home(self) -> str:
        return "complaints:visits"


class VisitPage(DeskOnly):
    def get(self, request: Request, pk: int) -> HttpResponse:
        questions = Question.objects.select_related("complaint__matter", "matter")
        found = Visit.objects.prefetch_related(Prefetch("questions", questions))
        visit = get_object_or_404(found.select_related("registered_by__unit"), pk=pk)
        supervises = any(self.request.user.sits_at(room.kind) for room in rooms.beginning())
        return render(request, "complaints/visit.html", {"visit": visit, "supervises": supervises})


class OnQuestion(DeskOnly, Drafting, FormPage):
    """One way that a question goes."""

    template_name = "complaints/question.html"
    heading = ""

    def find(self) -> Question:
        found = Question.objects.select_related("visit")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may(self) -> Yes | No:
        return Yes() if self.record.is_open else No(visiting.TAKEN)

    def home(self) -> str:
        return self.record.visit.get_absolute_url()

    def context(self, form: Any) -> dict:
        return {"question": self.record, "heading": self.heading}


class AnswerQuestion(OnQuestion):
    form_class = AnswerForm
    heading, sentence = "当场答复", "已登记答复。"

    def take(self, form: Any) -> Question:
        return visiting.answer_question(self.request.user, self.record, form.cleaned_data["answer"])


class ComplainQuestion(OnQuestion):
    heading, sentence = "转为投诉", "已登记投诉，请审查是否受理。"

    def form(self, *posted: Any) -> QuestionForm:
        form = QuestionForm(*posted)
        if not posted:
            read = {name: one.value for name, one in suggest(self.record.words).found.items()}
            form.initial = read | {"facts": self.record.words}
        return form

    def take(self, form: Any) -> Any:
        return visiting.complain(self.request.user, self.record, form.told())

    def leads_to(self, done: Any) -> str:
        return done.get_absolute_url()


class SuperviseQuestion(OnQuestion):
    heading, sentence = "转为督查", "已登记督查事项，请到那一类业务里办理。"

    def may(self) -> Yes | No:
        at_a_desk = any(self.request.user.sits_at(room.kind) for room in rooms.beginning())
        return super().may() if at_a_desk else No("督查立项由督查员或局领导办理。")

    def form(self, *posted: Any) -> SuperviseForm:
        form = SuperviseForm(*posted, person=self.request.user)
        form.initial = {"title": self.record.words[:200]}
        return form

    def take(self, form: Any) -> Any:
        return visiting.supervise_question(self.request.user, self.record, **form.cleaned_data)
