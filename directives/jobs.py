"""What the worker does for the room of directives."""

from django.urls import reverse

from bureau.files.store import Kept
from bureau.jobs.doing import Running
from bureau.jobs.work import Barred, Outcome, work
from directives.actions import importing
from directives.models import Intake


@work("directives.read")
def read(job: Running) -> Outcome:
    """A large paper that was uploaded: read, to be checked by the clerk."""
    intake = importing.take_in(job.person, Kept(**job.facts))
    return Outcome(
        f"读出{len(intake.rows)}项，请核对后登记。", reverse("directives:intake", args=[intake.pk])
    )


@work("directives.register")
def register(job: Running) -> Outcome:
    """The items of a checked import."""
    intake = Intake.objects.filter(person=job.person, pk=job.facts["intake"]).first()
    if intake is None:
        raise Barred("这次导入已经放弃，没有登记任何事项。")
    source = importing.commit(job.person, intake, job.step)
    return Outcome(
        f"已登记{source.directives.count()}项督查事项，请核对后提请审定。", source.get_absolute_url()
    )
