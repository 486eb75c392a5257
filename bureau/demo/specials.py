"""《督查专报》: how an accepted result is answered to the leader, as lines of a tale."""

from django.utils import timezone

from bureau.demo.handling import verified
from bureau.demo.tale import Act
from instructions import actions
from instructions.models import Round


def answered(day: int, remark: str = "", presented_on: int | None = None) -> tuple[Act, ...]:
    """The result verified, and the 专报 on it presented, on the same day unless another one is named."""
    return (verified(day, remark), presented(day if presented_on is None else presented_on))


def presented(day: int) -> Act:
    """呈报."""

    def play(scene):
        now = timezone.now()
        number = Round.objects.filter(answered_at__isnull=False).count() + 1
        return actions.present(scene.record, f"督查专报{now:%Y}年第{number}期", now)

    return Act(day, play)
