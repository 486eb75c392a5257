from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView

from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.models import Matter, Secrecy
from bureau.matters.policy import may
from bureau.matters.seen import check_seen
from bureau.pages.drafting import Drafting
from bureau.pages.once import Twice, once, token, used
from instructions import actions, flow
from instructions.actions.words import title_of
from instructions.duplicates import alike
from instructions.forms import RegisterForm, leaders
from instructions.models import Instruction
from instructions.views.desk_only import DeskOnly


class Registering(DeskOnly, Drafting, TemplateView):
    """A page with the one form; what is refused, or not sent yet, keeps what was typed."""

    template_name = "instructions/register.html"

    def render(self, form, status=200, **context):
        hidden = {"once": token(), **context.pop("hidden", {})}
        context |= {"form": self.filled(form), "leaders": leaders(), "hidden": hidden, **self.drafting()}
        return self.render_to_response(self.get_context_data(**context), status=status)


class Register(Registering):
    """登记批示件; `?about=` a matter of this house that was written on."""

    def get(self, request):
        return self.render(RegisterForm(person=request.user, about=self.about()))

    def post(self, request):
        if "draft" in request.POST:
            return self.save_draft()
        form = RegisterForm(request.POST, request.FILES, person=request.user, about=self.about())
        if used(request.POST.get("once")):
            return self.sent_already()
        if not form.is_valid():
            return self.render(form)
        if "again" not in request.POST and (found := alike(request.user, form.word(), form.on_paper())):
            return self.render(form, status=409, alike=found)
        try:
            with once(request.POST.get("once")):
                made = self.register(form)
        except Twice:
            return self.sent_already()
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.render(form, status=409)
        self.forget_draft()
        return self.done(made, form.on_paper())

    def sent_already(self):
        messages.success(self.request, "这一份已经登记，没有重复登记。")
        return redirect("instructions:list")

    def register(self, form) -> Instruction:
        given = form.cleaned_data
        options = {name: given[name] for name in ("urgency", "secrecy", "files")}
        return actions.register(self.request.user, form.word(), form.on_paper(), **options)

    def done(self, made, about):
        """Next: who handles it; of a sealed one first who may read it."""
        messages.success(self.request, f"已登记，编号{made.matter.number}。")
        if not about.matter and title_of(about) != (known := made.paper).title:
            words = (
                f"{known.number}此前已登记为《{known.title}》，本件沿用该标题；不是同一来文的，请修改文号。"
            )
            messages.warning(self.request, words)
        if made.matter.secrecy == Secrecy.SEALED:
            messages.info(self.request, "这是限阅件：请授权可以查阅的人，再提出拟办意见。")
            return redirect("matters:grants", made.pk)
        step = flow.PROPOSE if made.round.pursued else flow.FILE
        return redirect("instructions:step", made.pk, step.name)

    def about(self) -> Matter | None:
        if not (key := self.request.GET.get("about", "")):
            return None
        number = int(key) if key.isdecimal() and len(key) < 19 else 0
        return get_object_or_404(Matter.objects.visible_to(self.request.user), pk=number)


class Edit(Registering):
    """Mend what was registered from paper, until it is proposed."""

    def get(self, request, pk):
        record = self.record()
        if not (verdict := may(request.user, flow.EDIT, record)):
            messages.warning(request, verdict.reason)
            if not self.draft:
                return redirect(record)
        form = RegisterForm(person=request.user, about=record.paper.matter, initial=RegisterForm.of(record))
        return self.show(record, form)

    def post(self, request, pk):
        record = self.record()
        if "draft" in request.POST:
            return self.save_draft()
        form = RegisterForm(request.POST, person=request.user, about=record.paper.matter)
        del form.fields["files"]
        if not form.is_valid():
            return self.show(record, form)
        try:
            with once(request.POST.get("once")):
                matter = cover.lock(pk)
                check_seen(request.POST.get("seen"), matter.version, matter, request.user)
                self.edit(self.record(), form)
        except Twice:
            return redirect(record)
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(self.record(), form, status=409)
        self.forget_draft()
        messages.success(request, "已保存修改。")
        return redirect(record)

    def edit(self, record, form):
        options = {name: form.cleaned_data[name] for name in ("urgency", "secrecy")}
        actions.edit(self.request.user, record, form.word(), form.on_paper(), **options)

    def record(self) -> Instruction:
        found = Instruction.objects.visible_to(self.request.user).select_related("paper__matter")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def show(self, record, form, status=200):
        form.fields.pop("files", None)
        return self.render(form, status, record=record, hidden={"seen": self.seen(record.matter.version)})


class Again(Registering):
    """新的批示 of a leader without an account here, registered from paper: the next round."""

    def get(self, request, pk):
        record = self.record()
        if not (verdict := may(request.user, flow.AGAIN, record)):
            messages.warning(request, verdict.reason)
            if not self.draft:
                return redirect(record)
        return self.show(record, self.form(record))

    def post(self, request, pk):
        record = self.record()
        if "draft" in request.POST:
            return self.save_draft()
        form = self.form(record, request.POST, request.FILES)
        if not form.is_valid():
            return self.show(record, form)
        try:
            with once(request.POST.get("once")):
                matter = cover.lock(pk)
                check_seen(request.POST.get("seen"), matter.version, matter, request.user)
                actions.again(request.user, self.record(), form.word(), files=form.cleaned_data["files"])
        except Twice:
            return redirect(record)
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(self.record(), form, status=409)
        self.forget_draft()
        messages.success(request, "已登记新的批示，请提出拟办意见。")
        return redirect("instructions:step", pk, flow.PROPOSE.name)

    def form(self, record, *posted) -> RegisterForm:
        said = record.round
        initial = {"leader_name": said.leader_name, "level": said.level}
        form = RegisterForm(*posted, person=self.request.user, about=record.matter, initial=initial)
        for name in ("urgency", "secrecy"):
            del form.fields[name]
        return form

    def record(self) -> Instruction:
        """404 also for whom the leader's own page is the place to write."""
        found = Instruction.objects.visible_to(self.request.user).filter(matter__leader=None)
        return get_object_or_404(found.select_related("paper"), pk=self.kwargs["pk"])

    def show(self, record, form, status=200):
        hidden = {"seen": self.seen(record.matter.version)}
        return self.render(form, status, record=record, round=record.round.number + 1, hidden=hidden)
