from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.views.generic import TemplateView

from bureau.jobs.work import start, under_way
from bureau.pages import period
from reports.jobs import VOLUME
from reports.models import Series
from reports.opening_form import recent_years
from reports.volumes import MOST, issues_of, title_of


class VolumeForm(forms.Form):
    """Of which series, of which part of which year."""

    series = forms.ChoiceField(label="种类", choices=Series)
    year = forms.TypedChoiceField(label="年度", coerce=int)
    part = forms.ChoiceField(label="时段", choices=period.PARTS)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = recent_years()

    @property
    def period(self) -> period.Period:
        return period.of(self.cleaned_data["year"], self.cleaned_data["part"])


class Volumes(TemplateView):
    """合订本 of what the person sees; the worker binds it."""

    template_name = "reports/volumes.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"form": VolumeForm(), **kwargs})

    def post(self, request):
        form = VolumeForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        said = form.cleaned_data
        count = issues_of(request.user, said["series"], form.period).count()
        if not 0 < count <= MOST:
            few = "没有您可以查阅的期次" if not count else f"有{count}期，一册最多{MOST}期"
            form.add_error(None, f"{form.period.words}{few}，请另选种类或时段。")
            return self.render_to_response(self.get_context_data(form=form))
        waiting = under_way(request.user, VOLUME, **said)
        words = f"{title_of(said['series'], form.period)}，{count}期"
        messages.info(request, "正在装订。")
        return redirect(waiting or start(request.user, VOLUME, words, url=request.path, **said))
