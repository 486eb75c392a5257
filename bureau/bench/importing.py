"""A task table on its way in: read, shown for checking, registered."""

from collections.abc import Iterator
from itertools import repeat
from urllib.parse import urlencode

from django.urls import reverse

from bureau.bench.cast import Cast
from bureau.bench.paper import task_table
from bureau.bench.scale import Scale
from bureau.bench.stopwatch import Figure, measure
from directives import rows
from directives.models import Intake

FORM = "application/x-www-form-urlencoded"


def imports(scale: Scale, cast: Cast) -> Iterator[Figure]:
    clerk = cast.officers[0]
    papers = [task_table(cast, scale.rows, edition) for edition in range(scale.writes)]
    upload = reverse("directives:import")
    sends = [lambda client, paper=paper: client.post(upload, {"file": paper}) for paper in papers]
    yield measure(f"读取{scale.rows}行的任务表", clerk, sends, status=302)
    read = list(Intake.objects.filter(person=clerk))
    previews = repeat(lambda client: client.get(address(read[0])), scale.writes)
    yield measure(f"核对页{scale.rows}行", clerk, previews)
    forms = [(address(intake), urlencode(filled_in(intake))) for intake in read]
    commits = [
        lambda client, url=url, body=body: client.post(url, body, content_type=FORM) for url, body in forms
    ]
    yield measure(f"登记{scale.rows}行", clerk, commits, status=302)


def address(intake: Intake) -> str:
    return reverse("directives:intake", args=[intake.pk])


def filled_in(intake: Intake) -> dict:
    """The preview's form with every field as it was read, every doubt ticked off, sent by 「全部登记」."""
    form = {"version": intake.version, "do": "commit"}
    form |= {f"head-{name}": value for name, value in intake.head.items()}
    for place, row in enumerate(intake.rows):
        form |= {f"{place}-{name}": row[name] for name in rows.FIELDS} | {f"{place}-checked": "on"}
    return form
