"""Of a complaint that was voided no evidence stays: letters and what came with it are cleared from the vault after a while."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from bureau.matters import cover, timeline
from bureau.matters.models import Audience, Entry
from bureau.vault import scans
from bureau.vault.models import Scan
from complaints import flow, states
from complaints.models import Complaint
from complaints.states import KEPT_OF_VOID

STEP = "complaints.clear"
LINE = "作废满{days}日，来信和证据材料的扫描件{count}件已清除"


def clear_voided() -> int:
    """Returns how many complaints lost theirs; safe to repeat."""
    long_ago = Entry.objects.filter(step=flow.VOID_IT.key, at__lt=timezone.now() - timedelta(KEPT_OF_VOID))
    voided = Complaint.objects.filter(state=states.VOID, pk__in=long_ago.values("matter"))
    found = voided.filter(pk__in=Scan.objects.values("identity__matter")).select_related("matter")
    return sum(clear(complaint) for complaint in found)


@transaction.atomic
def clear(complaint: Complaint) -> bool:
    """Whether anything lay there still. Who complained stays in the vault, as the number stays."""
    matter = cover.lock(complaint.pk)
    if not (count := scans.clear(matter)):
        return False
    words = LINE.format(days=KEPT_OF_VOID, count=count)
    timeline.write(matter, STEP, words, audience=Audience.DESK)
    return True
