"""A signed bulletin becomes its file: set once, kept with its digest, issued, and laid before its readers."""

import logging

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from bureau.files import store
from bureau.matters import heard
from bureau.matters.flow import bound_to
from bureau.press.printing import PressProblem, pdf_of, word_of
from reports import announcing, delivering, flow
from reports.models import Rendering
from reports.prints.bulletin import sheet_of
from reports.states import ISSUED, STATES

log = logging.getLogger(__name__)
STRANGE = "排版时出了意外，详情已记入系统日志，请系统管理员查看后重新排版。"


@transaction.atomic
def render_issue(pk: int) -> bool:
    """Set one waiting rendering. False where another worker has it, or it waits no longer."""
    waiting = Rendering.objects.select_for_update(skip_locked=True, of=("self",))
    rendering = waiting.select_related("bulletin").filter(pk=pk, state=Rendering.State.WAITING).first()
    if rendering is None:
        return False
    try:
        with transaction.atomic():
            issue(rendering)
    except PressProblem as problem:
        fail(rendering, str(problem))
    except Exception:
        log.exception("bulletin %s could not be set", rendering.bulletin_id)
        fail(rendering, STRANGE)
    return True


@bound_to(flow.ISSUE)
def issue(rendering) -> None:
    bulletin = rendering.bulletin
    announcing.queue(bulletin)
    sheet = sheet_of(bulletin)
    pdf = pdf_of(sheet)
    kept = store.keep(ContentFile(pdf, name=f"{bulletin.number}.pdf"))
    now = timezone.now()
    rendering.state, rendering.done_at = Rendering.State.DONE, now
    rendering.name, rendering.size, rendering.sha256 = kept.name, kept.size, kept.sha256
    set_word(rendering, sheet)
    rendering.save()
    flow.take(flow.ISSUE, bulletin, changes={"issued_at": now}, name=kept.name)
    delivering.deliver(bulletin, now)
    announcing.issued(bulletin, now)
    heard.tell([issued_at(bulletin, now)])


def issued_at(bulletin, at) -> heard.Happened:
    state = STATES[ISSUED]
    return heard.Happened(heard.Event.ISSUED, bulletin.pk, bulletin.series, bulletin.number, state, at)


def set_word(rendering, sheet) -> None:
    """The same sheet as Word. The PDF is what is issued: it does not wait for this one."""
    bulletin = rendering.bulletin
    try:
        with transaction.atomic():
            kept = store.keep(ContentFile(word_of(sheet), name=f"{bulletin.number}.docx"))
    except Exception:
        log.exception("bulletin %s was not written as Word", bulletin.pk)
        return
    rendering.word_name, rendering.word_size, rendering.word_sha256 = kept.name, kept.size, kept.sha256


def fail(rendering, why: str) -> None:
    rendering.state, rendering.trouble = Rendering.State.FAILED, why[:500]
    rendering.save(update_fields=["state", "trouble"])
