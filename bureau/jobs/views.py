"""Long work of one's own: how far it is, what came of it, its file. Another's answers like an absent one."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views import View
from django.views.generic import ListView, TemplateView
from django_htmx.http import HttpResponseClientRefresh

from bureau.files.sending import send
from bureau.jobs import shelf
from bureau.jobs.models import Job, JobQuerySet
from bureau.org.request import Request


class Jobs(ListView):
    """What I asked for, newest first."""

    request: Request
    template_name = "jobs/list.html"
    paginate_by = 25

    def get_queryset(self) -> JobQuerySet:
        return Job.objects.of(self.request.user)


class JobPage(TemplateView):
    """Progress while it lasts, then the outcome; whoever reads the outcome has seen it."""

    template_name = "jobs/page.html"

    def get(self, request: Request, pk: int) -> HttpResponse:  # type: ignore[override]
        job = get_object_or_404(Job.objects.of(request.user), pk=pk)
        if job.has_ended and request.htmx:
            return HttpResponseClientRefresh()
        if job.has_ended and not job.seen_at:
            Job.objects.filter(pk=pk).update(seen_at=timezone.now())
        return self.render_to_response(self.get_context_data(job=job))


class JobFile(View):
    """The file that the job made, as a download."""

    def get(self, request: Request, pk: int) -> HttpResponseBase:
        job = get_object_or_404(Job.objects.of(request.user).exclude(sha256=""), pk=pk)
        return send(request, job.sha256, job.name, back=job, path=shelf.path_of(job.pk))
