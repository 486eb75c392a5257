"""What the worker does for the room of directives."""

from django.core.files.base import ContentFile
from django.urls import reverse

from bureau.files.converting import converted
from bureau.files.store import Kept, drop_sealed, keep, open_sealed
from bureau.jobs.doing import Running
from bureau.jobs.work import Barred, Outcome, work
from directives.actions import importing
from directives.models import Intake

WAITING = "directives.convert"
"""What an uploaded paper is bound to until it is converted."""


@work("directives.read")
def read(job: Running) -> Outcome:
    """A large paper that was uploaded: read, to be checked by the clerk."""
    intake = importing.take_in(job.person, Kept(**job.facts))
    return Outcome(
        f"读出{len(intake.rows)}项，请核对后登记。", reverse("directives:intake", args=[intake.pk])
    )


@work("directives.convert")
def convert(job: Running) -> Outcome:
    """A paper of an older office program: made readable, then read. Its sealed copy goes."""
    waiting, name = job.facts["sealed"], job.facts["name"]
    new_name, content = converted(open_sealed(waiting, WAITING), name)
    kept = keep(ContentFile(content, name=new_name))
    intake = importing.take_in(job.person, kept)
    drop_sealed(waiting)
    return Outcome(
        f"已转换成“{new_name}”，读出{len(intake.rows)}项，请核对后登记。",
        reverse("directives:intake", args=[intake.pk]),
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
